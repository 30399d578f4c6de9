"""Decks as the spreadsheet that Kahoot imports (.xlsx), laid out like the template it offers.

Questions begin in row 9, below the heading in row 8, columns B to H: the question (120
characters), four answers (75 each), seconds, and the numbers of the right answers.
The same limits hold in exams2kahoot of R/exams (https://www.r-exams.org).
"""

from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.model import LeftOut, Written
from studykit.exchange.text import one_line
from studykit.exchange.truth_words import truth_words
from studykit.messages import _

LONGEST_QUESTION, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
# One of those that Kahoot offers; enough to read a sentence and four answers.
SECONDS = 30
_FIRST_ROW = 8
HEADING = (
    "",
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_WIDTHS = (4, 60, 24, 24, 24, 24, 12, 12)


def write_kahoot(decks: Sequence[Deck]) -> Written:
    """Decks as one spreadsheet; only choices and true/false that are short enough are in it."""
    rows: list[list[str | int]] = []
    left_out: list[LeftOut] = []
    for number, deck in enumerate(decks):
        for at, card in enumerate(deck.cards):
            options, key = _options(card, truth_words(deck.language))
            why = _refused(card, options)
            if why:
                left_out.append(LeftOut(number, at, why))
                continue
            padded = options + [""] * (MOST_ANSWERS - len(options))
            rows.append([one_line(card.prompt), *padded, SECONDS, key + 1])
    title = ", ".join(one_line(deck.title) for deck in decks)
    return Written(_workbook(title, rows), tuple(left_out))


def _options(card: Card, truth: tuple[str, str]) -> tuple[list[str], int]:
    """The answers to choose from, and the place of the right one."""
    if isinstance(card.answer, bool):
        return [truth[1], truth[0]], 0 if card.answer else 1
    if card.type == "choice":
        return [one_line(option) for option in card.options], card.options.index(str(card.answer))
    return [], 0


def _refused(card: Card, options: Sequence[str]) -> str:
    """Why Kahoot has no room for a card; empty where it has."""
    if len(options) < 2:
        return _("Kahoot asks only choices and true/false")
    if len(options) > MOST_ANSWERS:
        return _("Kahoot takes at most {n} answers").format(n=MOST_ANSWERS)
    if len(one_line(card.prompt)) > LONGEST_QUESTION:
        return _("Kahoot takes at most {n} characters of a question").format(n=LONGEST_QUESTION)
    if max(map(len, options)) > LONGEST_ANSWER:
        return _("Kahoot takes at most {n} characters of an answer").format(n=LONGEST_ANSWER)
    return ""


def _workbook(title: str, rows: Sequence[Sequence[str | int]]) -> bytes:
    import io
    from datetime import datetime

    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        # The same decks give the same bytes.
        book.set_properties({"title": title, "created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet("Quiz")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_string(1, 1, title, bold)
        for column, text in enumerate(HEADING):
            sheet.write_string(_FIRST_ROW - 1, column, text, bold)
        for number, cells in enumerate(rows, 1):
            for column, cell in enumerate((number, *cells)):
                row = _FIRST_ROW - 1 + number
                if isinstance(cell, int):
                    sheet.write_number(row, column, cell, wrapped)
                elif cell:
                    # As a text whatever it begins with: nothing of a card is a formula.
                    sheet.write_string(row, column, cell, wrapped)
    return buffer.getvalue()
