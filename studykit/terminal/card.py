"""One card on the screen: its question, and its answer with the words that prove it.

Made of parts, so that a review can put its own between them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from studykit.cards.model import BLANK, Card
from studykit.messages import _
from studykit.terminal.names import truth, type_name
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

LineOf = Callable[[int], int | None]
"""The line of an offset in the article; None where the article is not at hand."""

Picked = str | bool | None
"""What the learner chose: an option, a truth value, or nothing."""

RIGHT, WRONG, QUIET = "bold green", "bold red", "dim"


def picked_by(card: Card, key: str) -> Picked:
    """What this key chooses on this card: a–d an option, t and f a truth value, else nothing."""
    if card.type == "truefalse":
        return {"t": True, "f": False}.get(key)
    at = ord(key) - ord("a") if len(key) == 1 else -1
    return card.options[at] if 0 <= at < len(card.options) else None


def is_right(card: Card, picked: Picked) -> bool:
    """Whether the choice is the answer."""
    return picked is not None and picked == card.answer


def question(card: Card) -> "list[RenderableType]":
    """The card before its answer is shown."""
    return [*head(card), Block(prompt(card)), "", *options(card, False, None)]


def answer(card: Card, picked: Picked, line_of: LineOf) -> "list[RenderableType]":
    """The card with its answer, explanation and proof."""
    return [
        *head(card),
        Block(filled(card) if card.type == "cloze" else prompt(card)),
        "",
        *options(card, True, picked),
        *solution(card, picked),
        *notes(card),
        *proof(card, line_of),
    ]


def head(card: Card, *marks: str) -> "list[RenderableType]":
    """The type and section of a card, and what else is to be said of it."""
    words = [type_name(card.type), *([one_line(card.section)] if card.section else []), *marks]
    return [Block(plain(" · ".join(words), QUIET)), ""]


def prompt(card: Card) -> "Text":
    """The question, its blanks coloured."""
    text = plain(card.prompt, "bold")
    text.highlight_regex(r"_{2,}", "cyan")
    return text


def blanks_match(card: Card) -> bool:
    """Whether a cloze has an answer for each of its blanks."""
    return card.prompt.count(BLANK) == len(card.answers)


def filled(card: Card) -> "Text":
    """The prompt of a cloze with its blanks filled, as far as they can be told apart."""
    if not blanks_match(card):
        return prompt(card)
    first, *rest = card.prompt.split(BLANK)
    text = plain(first, "bold")
    for fill, after in zip(card.answers, rest, strict=True):
        text.append_text(plain(fill, f"{RIGHT} underline")).append_text(plain(after, "bold"))
    return text


def options(card: Card, shown: bool, picked: Picked) -> "list[RenderableType]":
    """The options with their letters; `shown` marks the key and a wrong choice."""
    if not card.options:
        return []
    out: list[RenderableType] = []
    for at, option in enumerate(card.options):
        sign, style = " ", ""
        if shown and option == card.answer:
            sign, style = "✓", RIGHT
        elif shown and option == picked:
            sign, style = "✗", WRONG
        out.append(Block(plain(option, style), 7, f"  {sign} {chr(ord('A') + at)}. "))
    return [*out, ""]


def solution(card: Card, picked: Picked) -> "list[RenderableType]":
    """The answer itself, where the options or the filled blanks do not show it already."""
    if isinstance(card.answer, bool):
        verdict = ""
        if picked is not None:
            verdict = "✓ " if is_right(card, picked) else "✗ "
        style = WRONG if verdict == "✗ " else RIGHT
        return [Block(plain(verdict + truth(card.answer), style)), ""]
    if card.type == "list" or (card.type == "cloze" and not blanks_match(card)):
        signs = [f"  {n}. " if card.ordered else "  - " for n in range(1, len(card.answers) + 1)]
        items = zip(card.answers, signs, strict=True)
        return [*(Block(plain(item, RIGHT), len(sign), sign) for item, sign in items), ""]
    if card.type == "cloze" or card.answer in card.options:
        return []
    return [Block(plain("\n".join(card.answers), RIGHT)), ""]


def notes(card: Card) -> "list[RenderableType]":
    """What else is right, how the answer was computed, and the explanation."""
    out: list[RenderableType] = []
    if card.accept:
        also = _("Also right: {answers}").format(answers=" / ".join(card.accept))
        out.append(Block(plain(also, QUIET)))
    if card.derived:
        out.append(Block(plain(_("How: {derived}").format(derived=card.derived), QUIET)))
    if card.explanation:
        out.append(Block(plain(card.explanation)))
    return [*out, ""] if out else []


def proof(card: Card, line_of: LineOf) -> "list[RenderableType]":
    """The quotes, each with its line in the article."""
    out: list[RenderableType] = []
    for at, quote in enumerate(card.quotes):
        text = plain("「" + one_line(quote) + "」", "italic")
        line = line_of(card.spans[at].start) if at < len(card.spans) else None
        if line is not None:
            text.append_text(plain("  " + _("line {line}").format(line=line), QUIET))
        out.append(Block(text))
    return out
