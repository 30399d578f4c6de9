"""The lines of the article around the quotes of a card."""

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from studykit.article.span import Span
from studykit.cards.model import Card
from studykit.messages import _
from studykit.terminal.answering.original import Original
from studykit.terminal.card import QUIET, proof
from studykit.terminal.stretches import Stretch, Stretches
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

# Lines with text shown before and after a quote: in most articles a line is a paragraph.
AROUND = 1
# Of such a neighbour so many characters are shown, those next to the quoted line.
NEIGHBOUR = 90


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of the article: its number from 1, its text, and the stretches that are quoted."""

    number: int
    text: str
    quoted: tuple[Span, ...] = ()


def around_quotes(card: Card, original: Original) -> "list[RenderableType]":
    """The lines around each quote with their numbers, the quote marked; or why there are none."""
    out: list[RenderableType] = []
    if original.text is None:
        missing = original.missing or _("This card names no place in an article.")
        return [*proof(card, original.line_of), Block(plain(one_line(missing), "yellow"))]
    if original.changed:
        words = _("{path} has changed since the deck was made; the quotes are looked for anew.")
        out.append(Block(plain(one_line(words.format(path=original.path)), "yellow")))
    spans = places(card, original)
    if not spans:
        words = _("The quote is not to be found in {path}.")
        missing = one_line(words.format(path=original.path))
        return [*out, *proof(card, original.line_of), Block(plain(missing, "yellow"))]
    before, seen = 0, False
    for line in excerpts(original.text, spans):
        if before and line.number > before + 1 and not _blank(original.text, before, line.number):
            out.append(Block(plain("…", QUIET)))
        out.append(_numbered(line, sight=bool(line.quoted) and not seen))
        seen = seen or bool(line.quoted)
        before = line.number
    return [*out, Block(plain(one_line(original.path), QUIET))]


def places(card: Card, original: Original) -> tuple[Span, ...]:
    """Where the quotes stand: at their spans, or in a changed text where their words are."""
    text = original.text or ""
    if card.spans and not original.changed:
        return tuple(span for span in card.spans if span.end <= len(text))
    found = ((text.find(quote), len(quote)) for quote in card.quotes)
    return tuple(Span(start, start + length) for start, length in found if start >= 0)


def excerpts(text: str, spans: tuple[Span, ...], around: int = AROUND) -> list[Excerpt]:
    """The lines that hold these spans, and so many lines with text before and after each."""
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    told = [at for at, line in enumerate(lines) if line.strip()]
    quoted: dict[int, list[Span]] = {}
    for span in spans:
        for at, line in enumerate(lines):
            start = max(span.start, starts[at])
            end = min(span.end, starts[at] + len(line))
            if start < end:
                quoted.setdefault(at, []).append(Span(start - starts[at], end - starts[at]))
    shown = {
        told[near]
        for place, at in enumerate(told)
        if at in quoted
        for near in range(max(0, place - around), min(len(told), place + around + 1))
    }
    return [_excerpt(at, lines[at], quoted) for at in sorted(shown)]


def _excerpt(at: int, line: str, quoted: dict[int, list[Span]]) -> Excerpt:
    if at in quoted:
        return Excerpt(at + 1, line, tuple(sorted(quoted[at])))
    if len(line) > NEIGHBOUR:
        comes_before = any(other > at for other in quoted)
        line = "…" + line[-NEIGHBOUR:] if comes_before else line[:NEIGHBOUR] + "…"
    return Excerpt(at + 1, line)


def _blank(text: str, before: int, after: int) -> bool:
    """Whether nothing stands between two lines, given by their numbers."""
    return not "".join(text.split("\n")[before : after - 1]).strip()


def _numbered(line: Excerpt, *, sight: bool) -> "RenderableType":
    sign = f"{line.number:>5}  "
    if not line.quoted:
        return Block(plain(line.text, QUIET), len(sign), sign)
    words: list[Stretch] = []
    at = 0
    for span in line.quoted:
        words += [(line.text[at : span.start], False), (line.text[span.start : span.end], True)]
        at = max(at, span.end)
    words.append((line.text[at:], False))
    return Stretches(sign, tuple(words), "", "bold yellow underline", sight=sight)
