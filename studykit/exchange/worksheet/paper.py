"""A test as it is printed: every word and every place to write, for any kind of file."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from studykit.cards.model import BLANK, Card
from studykit.exchange.worksheet.model import Item, Part, Sheet
from studykit.exchange.worksheet.wording import (
    Say,
    heading,
    how,
    printable,
    saying,
    title_of,
    version_name,
    worth,
)
from studykit.messages import _

# In widths of a printed Chinese character, of which a line of the page holds about so many.
LINE = 40
# A written character takes the room of two printed ones.
WRITTEN = 2
# A blank is long enough for a hand and still leaves words beside it on the line.
BLANK_WIDTHS = (5, 24)
# An answer in sentences never has less room than two lines, nor more than a third of a page.
ANSWER_LINES = (2, 8)
# A prompt with one of these asks for the order itself.
_ORDER_ASKED = ("顺序", "順序", "依次", "先后", "先後", "次序")
# The letter of an option and the space around it.
_LETTER = 3
# Room for a number or a bracket beside a line to write on.
_SLOT_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One question as printed.

    `prompt` is text, and numbers for blanks so many characters wide. `bracket`:
    a pair of brackets to answer in follows it. `options` and the `slots` of a
    list stand in `columns`. `lines` are ruled lines across the page.
    """

    number: int
    prompt: tuple[str | int, ...]
    bracket: bool = False
    options: tuple[str, ...] = ()
    slots: int = 0
    columns: int = 1
    lines: int = 0


@dataclass(frozen=True, slots=True)
class PaperPart:
    """The questions of one type below their heading, its worth and how to answer."""

    heading: str
    worth: str
    how: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One version of a test. `fields` are filled in by hand; `score` stands before `points`."""

    title: str
    version: str
    language: str
    fields: tuple[str, ...]
    score: str
    points: int
    parts: tuple[PaperPart, ...]


def paper_of(sheet: Sheet) -> Paper:
    """The sheet with its words."""
    say = saying(sheet.language)
    return Paper(
        title_of(sheet.title, say),
        say(version_name(sheet.version)),
        sheet.language,
        (say(_("Class")), say(_("Name")), say(_("Date"))),
        say(_("Score")),
        sheet.points,
        tuple(_part(place, part, say) for place, part in enumerate(sheet.parts)),
    )


def _part(place: int, part: Part, say: Say) -> PaperPart:
    return PaperPart(
        say(heading(place, part.kind)),
        say(worth(part.kind, part.points)),
        say(how(part.kind)),
        tuple(_question(item, say) for item in part.items),
    )


def _question(item: Item, say: Say) -> Question:
    card = item.question.card
    prompt = printable(card.prompt)
    if card.type == "choice":
        options = tuple(map(printable, card.options))
        columns = _columns(options, len(options), _LETTER)
        return Question(item.number, (prompt,), True, options, columns=columns)
    if card.type == "truefalse":
        return Question(item.number, (prompt,), True)
    if card.type == "cloze":
        return Question(item.number, _with_blanks(prompt, card))
    if card.type == "list":
        if card.ordered and not any(word in prompt for word in _ORDER_ASKED):
            prompt += "（" + say(_("in order")) + "）"
        slots = len(card.answers)
        written = ["字" * ceil(width(answer) * WRITTEN) for answer in card.answers]
        columns = _columns(written, slots, _SLOT_NUMBER)
        return Question(item.number, (prompt,), slots=slots, columns=columns)
    lines = 1 if card.type == "numeric" else _lines(card)
    return Question(item.number, (prompt,), lines=lines)


def width(text: str) -> float:
    """The width of a text in those of a Chinese character: a Latin letter takes half of one."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def _with_blanks(prompt: str, card: Card) -> tuple[str | int, ...]:
    """All blanks of a question are as long as its longest needs: none tells its answer."""
    least, most = BLANK_WIDTHS
    longest = max(map(width, card.answers), default=0)
    blank = min(most, max(least, ceil(longest * WRITTEN)))
    first, *rest = prompt.split(BLANK)
    pieces: list[str | int] = [first]
    for after in rest:
        pieces += [blank, after]
    return tuple(piece for piece in pieces if piece != "")


def _columns(texts: Sequence[str], count: int, beside: int) -> int:
    """In how many columns the texts stand: four, two or one; three of them in three."""
    widest = max(map(width, texts), default=0)
    for columns in (min(count, 4), 2):
        if columns and widest + beside <= LINE / columns:
            return columns
    return 1


def _lines(card: Card) -> int:
    least, most = ANSWER_LINES
    written = sum(map(width, card.answers)) * WRITTEN
    return min(most, max(least, 1 + ceil(written / LINE)))
