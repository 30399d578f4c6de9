"""The keys of a card while it is being answered."""

from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.terminal.answering.turn import Turn, can_type
from studykit.terminal.footer import footer

if TYPE_CHECKING:
    from rich.console import RenderableType


def question_keys(turn: Turn, common: list[tuple[str, str]]) -> "list[RenderableType]":
    """The keys while the answer is not yet seen."""
    card = turn.card
    keys: list[tuple[str, str]] = []
    if card.options:
        keys.append((f"a–{chr(ord('a') + len(card.options) - 1)}", _("choose")))
    elif card.type == "truefalse":
        keys += [("t", _("true")), ("f", _("false"))]
    keys.append((_("Space"), _("show the answer")))
    if can_type(card):
        keys.append(("i", _("type it")))
    return footer([*keys, *common])


def typing_keys(turn: Turn, *, plain_line: bool) -> "list[RenderableType]":
    """The keys while an answer is being typed; a plain line knows but one of them."""
    keys = [(_("Enter"), _enter_words(turn))]
    if plain_line:
        return footer(keys)
    if turn.typed:
        keys.append(("↑", _("the one before")))
    return footer([*keys, ("Esc", _("other keys"))])


def _enter_words(turn: Turn) -> str:
    card = turn.card
    if card.type == "list":
        return _("tick it off") if turn.line.text else _("that is all")
    if card.type == "cloze" and len(turn.typed) < len(card.answers) - 1:
        return _("next blank")
    return _("judge it") if turn.line.text or turn.typed else _("I do not know")


def ticking_keys(turn: Turn, common: list[tuple[str, str]]) -> "list[RenderableType]":
    """The keys while the items of a list are ticked off."""
    count = len(turn.card.answers)
    numbers = f"1–{min(9, count)}" if count > 1 else "1"
    keys = [
        (numbers, _("recalled")),
        (_("Space"), _("recalled, next")),
        ("↓", _("skip")),
        ("a", _("all")),
        (_("Enter"), _("rate it")),
    ]
    return footer([*keys, *common])
