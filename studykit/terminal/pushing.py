"""What a push would do in Anki, before it is done."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from studykit.exchange.anki.connect.model import Change, Plan, Present, PresentNote
from studykit.exchange.anki.fields import own_text
from studykit.exchange.anki.html_text import html_text
from studykit.messages import _, ngettext
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console

# Notes named one by one; more would hide the lines below them.
NAMED = 8
# Notes to be searched for in Anki: what is a few lines long can be copied.
SOUGHT = 20

_OUTER, _INNER = 2, 4
Line = tuple[int, str]
"""How far a line is indented, and the line."""


def print_plan(console: "Console", plan: Plan, present: Present) -> None:
    """Print what would be done, and what is left as it is in Anki."""
    console.print()
    title = _("Anki, profile {name}").format(name=one_line(present.profile))
    console.print(Block(plain(title, "bold")))
    left = tuple(_left_lines(plan))
    for indent, line in (*_done_lines(plan, present), *left):
        console.print(Block(plain(line), indent))
    if plan.empty:
        words = _("There is nothing to push.") if left else _("Anki has everything as it is here.")
        console.print(Block(plain(words)))


def _done_lines(plan: Plan, present: Present) -> Iterable[Line]:
    n = len(plan.added)
    if n:
        yield _OUTER, ngettext("{n} new note", "{n} new notes", n).format(n=n)
    n = len(plan.updated)
    if n:
        yield _OUTER, ngettext("{n} changed note:", "{n} changed notes:", n).format(n=n)
        yield from _change_lines(plan.updated)
    for deck, cards in plan.moved.items():
        n = len(cards)
        words = ngettext("{n} card goes to {deck}", "{n} cards go to {deck}", n)
        yield _OUTER, words.format(n=n, deck=one_line(deck))
    if plan.decks:
        yield _OUTER, _("new decks: {names}").format(names=_some(plan.decks))
    if plan.note_types:
        names = _some([note_type.name for note_type in plan.note_types])
        yield _OUTER, _("new note types: {names}").format(names=names)
    for note_type in plan.restyled:
        name = present.note_types[note_type.id].name
        yield _OUTER, _("the templates of {name} are renewed").format(name=one_line(name))


def _left_lines(plan: Plan) -> Iterable[Line]:
    n = len(plan.edited)
    if n:
        words = ngettext(
            "{n} note was changed in Anki after it was here, and stays as it is there:",
            "{n} notes were changed in Anki after they were here, and stay as they are there:",
            n,
        )
        yield _OUTER, words.format(n=n)
        yield from _change_lines(plan.edited)
    n = len(plan.gone)
    if n:
        words = ngettext(
            "{n} note in Anki is no longer in its deck here, and stays; to find it there: {search}",
            "{n} notes in Anki are no longer in their decks here, and stay;"
            " to find them there: {search}",
            n,
        )
        yield (
            _OUTER,
            words.format(n=n, search=_search(plan.gone)),
        )
    if plan.own_looks:
        names = _some([note_type.name for note_type in plan.own_looks])
        yield _OUTER, _("templates that you changed in Anki stay: {names}").format(names=names)


def _change_lines(changes: Sequence[Change]) -> Iterable[Line]:
    for change in changes[:NAMED]:
        html = change.note.fields[0]
        text = own_text(html)
        words = one_line(html_text(html) if text is None else text)
        yield _INNER, f"{words} ({', '.join(map(one_line, change.parts))})"
    if len(changes) > NAMED:
        yield _INNER, _("… and {n} more").format(n=len(changes) - NAMED)


def _search(notes: Sequence[PresentNote]) -> str:
    """What to type into the search of Anki's browser to see some of these notes."""
    return f"nid:{','.join([str(note.id) for note in notes[:SOUGHT]])}"


def _some(names: Sequence[str]) -> str:
    shown = [one_line(name) for name in names[:NAMED]]
    if len(names) > NAMED:
        shown.append("…")
    return ", ".join(shown)


def pushed_line(plan: Plan, refused: int) -> str:
    """What was done, in one line; `refused` notes Anki did not take over."""
    n = len(plan.added) + len(plan.updated) - refused
    if not n and not refused:
        return _("Done.")
    return ngettext("Anki took over {n} note.", "Anki took over {n} notes.", n).format(n=n)
