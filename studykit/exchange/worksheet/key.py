"""The answer key of a test: for each question the answer and the words that prove it."""

from collections.abc import Callable
from dataclasses import dataclass

from studykit.cards.model import Card, CardType
from studykit.exchange.worksheet.model import Item, Part, Sheet
from studykit.exchange.worksheet.wording import (
    Say,
    heading,
    printable,
    saying,
    title_of,
    version_name,
    worth,
)
from studykit.messages import _
from studykit.questions.model import Question

LineOf = Callable[[Card, int], int | None]
"""The line of an offset in the article of a card; None where the article is not at hand."""

# Marked at a glance, so their answers also stand in one row.
_AT_A_GLANCE: frozenset[CardType] = frozenset({"choice", "truefalse"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article with the section and the line they stand in, as far as known."""

    text: str
    section: str
    line: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; `notes` say what else is right, how and why."""

    number: int
    text: str
    notes: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class KeyPart:
    """The answers of one part; `row` has them in short, where they are letters or marks."""

    heading: str
    worth: str
    row: tuple[tuple[int, str], ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The key to one version of a test."""

    title: str
    version: str
    language: str
    parts: tuple[KeyPart, ...]


def key_of(sheet: Sheet, line_of: LineOf) -> Key:
    """The key to a sheet."""
    say = saying(sheet.language)
    return Key(
        say(_("Answers: {title}")).format(title=title_of(sheet.title, say)),
        say(version_name(sheet.version)),
        sheet.language,
        tuple(_part(place, part, line_of, say) for place, part in enumerate(sheet.parts)),
    )


def _part(place: int, part: Part, line_of: LineOf, say: Say) -> KeyPart:
    row = [(item.number, _mark(item.question)) for item in part.items if part.kind in _AT_A_GLANCE]
    return KeyPart(
        say(heading(place, part.kind)),
        say(worth(part.kind, part.points)),
        tuple(row),
        tuple(_answer(item, line_of, say) for item in part.items),
    )


def _mark(question: Question) -> str:
    answer = question.card.answer
    return question.key if not isinstance(answer, bool) else "√" if answer else "×"


def _answer(item: Item, line_of: LineOf, say: Say) -> Answer:
    return Answer(
        item.number,
        _words(item.question, say),
        tuple(_notes(item.question.card, say)),
        tuple(_quotes(item.question.card, line_of, say)),
    )


def _words(question: Question, say: Say) -> str:
    card = question.card
    if isinstance(card.answer, bool):
        return f"{_mark(question)} " + say(_("true") if card.answer else _("false"))
    answers = [printable(answer) for answer in card.answers]
    if card.type == "choice":
        return f"{_mark(question)}. {answers[0]}"
    return (" → " if card.type == "list" and card.ordered else "；").join(answers)


def _notes(card: Card, say: Say) -> list[str]:
    notes = []
    if card.accept:
        also = " / ".join(map(printable, card.accept))
        notes.append(say(_("Also right: {answers}")).format(answers=also))
    if card.derived:
        notes.append(say(_("How: {derived}")).format(derived=printable(card.derived)))
    if card.explanation:
        notes.append(printable(card.explanation))
    return notes


def _quotes(card: Card, line_of: LineOf, say: Say) -> list[Quote]:
    quotes = []
    for at, quote in enumerate(card.quotes):
        line = line_of(card, card.spans[at].start) if at < len(card.spans) else None
        words = "" if line is None else say(_("line {line}")).format(line=line)
        quotes.append(Quote(printable(quote), printable(card.section), words))
    return quotes
