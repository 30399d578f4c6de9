"""What of a card is seen at each stage of its turn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from studykit.cards.model import BLANK, Card
from studykit.messages import _, ngettext
from studykit.terminal.answering.around import around_quotes
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import Turn
from studykit.terminal.answering.typed import SIGNS, STYLES, compared, reason_words
from studykit.terminal.card import (
    QUIET,
    RIGHT,
    WRONG,
    filled,
    head,
    notes,
    options,
    prompt,
    proof,
    solution,
)
from studykit.terminal.screen import CURSOR
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from studykit.grading.verdict import Part
    from studykit.terminal.line import Line

_MARK = "  › "


def face(
    turn: Turn, original: Original, *, marks: Sequence[str] = (), around: bool = False
) -> "list[RenderableType]":
    """The body of the screen; `around` shows the lines around the quotes too."""
    card = turn.card
    top = head(card, *marks)
    match turn.stage:
        case "asking":
            return [*top, Block(prompt(card)), "", *options(card, False, None)]
        case "typing":
            return [*top, *_typing(turn)]
        case "ticking":
            return [*top, Block(prompt(card)), "", *_ticking(turn)]
    asked = filled(card) if card.type == "cloze" else prompt(card)
    quotes = around_quotes(card, original) if around else proof(card, original.line_of)
    return [*top, Block(asked), "", *_answer(turn), *notes(card), *quotes]


def _typing(turn: Turn) -> "list[RenderableType]":
    card = turn.card
    if card.type == "cloze":
        return [Block(blanks(card, turn.typed, turn.line)), "", typed_line(turn.line)]
    out: list[RenderableType] = [Block(prompt(card)), ""]
    if card.type == "list":
        parts = turn.verdict.parts if turn.verdict else ()
        out += [Block(*_typed_item(part)) for part in parts if part.typed]
        met = sum(bool(part.typed and part.expected) for part in parts)
        count = len(card.answers)
        said = ngettext("{met} of {n} item", "{met} of {n} items", count)
        out += [Block(plain(said.format(met=met, n=count), QUIET))]
    return [*out, typed_line(turn.line)]


def typed_line(line: "Line") -> Block:
    """The line that is being typed; the character at the cursor is marked for the screen."""
    from rich.style import Style

    at = line.text[line.at : line.at + 1] or " "
    text = plain(line.text[: line.at])
    text.append(plain(at).plain, Style.from_meta({CURSOR: True}))
    text.append_text(plain(line.text[line.at + 1 :]))
    return Block(text, len(_MARK), _MARK, keep=True)


def blanks(card: Card, typed: Sequence[str], line: "Line") -> "Text":
    """The prompt of a cloze with what was typed so far; the blank being filled stands out."""
    first, *rest = card.prompt.split(BLANK)
    text = plain(first, "bold")
    for at, after in enumerate(rest):
        if at < len(typed):
            text.append_text(plain(one_line(typed[at]) or "…", "cyan underline"))
        elif at == len(typed):
            text.append_text(plain("[" + one_line(line.text).ljust(2, "_") + "]", "bold cyan"))
        else:
            text.append_text(plain(BLANK, "cyan"))
        text.append_text(plain(after, "bold"))
    return text


def _typed_item(part: "Part") -> "tuple[Text, int, str]":
    sign = f"  {SIGNS[part.grade]} "
    return plain(one_line(part.typed), STYLES[part.grade]), len(sign), sign


def _ticking(turn: Turn) -> "list[RenderableType]":
    from rich.style import Style

    out: list[RenderableType] = []
    for at, item in enumerate(turn.card.answers):
        ticked = at in turn.ticks
        text = plain("[")
        mark = "x" if ticked else " "
        text.append(mark, Style.from_meta({CURSOR: True}) if at == turn.at else "")
        style = RIGHT if ticked else "bold" if at == turn.at else ""
        text.append_text(plain("] ")).append_text(plain(item, style))
        pointer = "›" if at == turn.at else " "
        sign = f"  {pointer} {at + 1:>2}. "
        out.append(Block(text, len(sign), sign))
    return [*out, ""]


def _answer(turn: Turn) -> "list[RenderableType]":
    """The answer, with what the learner chose, typed or ticked beside it."""
    card, verdict = turn.card, turn.verdict
    if verdict is None:
        return [*options(card, True, turn.picked), *solution(card, turn.picked)]
    if card.type == "list":
        return [*_items(turn), ""]
    if card.type == "cloze":
        # The right ones stand in their blanks already.
        parts = [part for part in verdict.parts if part.typed and part.typed != part.expected]
        lines = [line for part in parts for line in compared(part)]
        return [*lines, ""] if lines else []
    lines = [line for part in verdict.parts for line in compared(part)]
    if card.type == "qa" and len(verdict.parts) > 1:
        lines += solution(card, None)[:-1]
    return [*lines, ""]


def _items(turn: Turn) -> "list[RenderableType]":
    card, verdict = turn.card, turn.verdict
    assert verdict is not None
    out: list[RenderableType] = []
    number = 0
    for part in verdict.parts:
        sign = SIGNS[part.grade]
        if not part.expected:
            text = plain(one_line(part.typed), WRONG)
            text.append_text(plain("  " + _("(not in the list)"), QUIET))
            out.append(Block(text, 7, f"  {sign}  - "))
            continue
        number += 1
        text = plain(part.expected, STYLES[part.grade] if part.grade == "wrong" else RIGHT)
        if part.typed and one_line(part.typed) != one_line(part.expected):
            text.append_text(plain(f"  ← {one_line(part.typed)}", STYLES[part.grade]))
        if part.typed and part.reason:
            text.append_text(plain(f"  ({reason_words(part)})", QUIET))
        lead = f"{number:>2}. " if card.ordered else "  - "
        out.append(Block(text, 7, f"  {sign}{lead}"))
    return out


def plain_question(card: Card, width: int = 24) -> str:
    """The beginning of a prompt, to call the card by in one line."""
    words = one_line(card.prompt)
    return words if len(words) <= width else words[: width - 1] + "…"
