"""A card while it is being answered, with nothing that says what is right."""

from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.terminal.answering.draft import Draft, choices_of
from studykit.terminal.answering.faces import blanks, typed_line
from studykit.terminal.card import QUIET, head, prompt
from studykit.terminal.names import truth
from studykit.terminal.screen import SIGHT
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

_TRUTH_KEYS = {True: "T", False: "F"}


def draft_face(draft: Draft) -> "list[RenderableType]":
    """The question with what was typed so far, or its choices, the one pointed at marked."""
    card = draft.card
    top = head(card)
    if not draft.typing:
        return [*top, Block(prompt(card)), "", *_choices(draft)]
    line = typed_line(draft.line)
    if card.type == "cloze":
        return [*top, Block(blanks(card, draft.typed, draft.line)), "", line]
    out: list[RenderableType] = [*top, Block(prompt(card)), ""]
    if card.type == "list":
        out += [Block(plain(one_line(item)), 4, "  · ") for item in draft.typed]
        n = len(draft.typed)
        said = ngettext("{n} item so far", "{n} items so far", n).format(n=n)
        out.append(Block(plain(said, QUIET)))
    return [*out, line]


def _choices(draft: Draft) -> "list[RenderableType]":
    from rich.style import Style

    out: list[RenderableType] = []
    for at, choice in enumerate(choices_of(draft.card)):
        pointed = at == draft.at
        letter = _TRUTH_KEYS[choice] if isinstance(choice, bool) else chr(ord("A") + at)
        words = truth(choice) if isinstance(choice, bool) else choice
        text = plain(words, "bold cyan" if pointed else "")
        if pointed:
            text.stylize(Style.from_meta({SIGHT: True}), 0, 1)
        out.append(Block(text, 7, f"  {'›' if pointed else ' '} {letter}. "))
    return out


def draft_keys(draft: Draft, *, plain_line: bool) -> list[tuple[str, str]]:
    """The keys that answer; a plain line knows but Enter."""
    card = draft.card
    if not draft.typing:
        last = chr(ord("a") + len(card.options) - 1)
        keys = [(f"a–{last}", _("choose"))]
        if card.type == "truefalse":
            keys = [("t", _("true")), ("f", _("false"))]
        return [*keys, (f"↑ ↓ {_('Enter')}", _("choose")), ("-", _("I do not know"))]
    keys = [(_("Enter"), _enter_words(draft))]
    if draft.typed and not plain_line:
        keys.append(("↑", _("the one before")))
    return keys


def _enter_words(draft: Draft) -> str:
    card = draft.card
    if card.type == "list":
        if draft.line.text.strip():
            return _("next item")
        return _("that is all") if draft.typed else _("I do not know")
    if card.type == "cloze" and len(draft.typed) < len(card.answers) - 1:
        return _("next blank")
    return _("answer") if draft.answer else _("I do not know")
