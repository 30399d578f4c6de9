"""The screens of the teacher of a live classroom."""

from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.terminal.classroom.board import board, ending, paces
from studykit.terminal.classroom.header import header
from studykit.terminal.classroom.keys import foot
from studykit.terminal.classroom.lobby import lobby
from studykit.terminal.classroom.look import Picking, Shown
from studykit.terminal.classroom.question import question
from studykit.terminal.footer import footer
from studykit.terminal.screen import SIGHT, View
from studykit.terminal.status import Message, status
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType


def view(shown: Shown) -> View:
    """The screen for where the room stands."""
    trouble = status(Message(shown.trouble, bad=True))
    below = [*trouble, *status(shown.message), *foot(shown)]
    return View(header(shown), _body(shown), below)


def _body(shown: Shown) -> "list[RenderableType]":
    room = shown.room
    if shown.picking:
        return _list(shown.picking)
    match room.phase:
        case "lobby":
            return lobby(shown)
        case "board":
            return board(room)
        case "ended":
            return ending(room)
    return paces(room) if room.rules.self_paced else question(shown)


def _list(picking: Picking) -> "list[RenderableType]":
    from rich.style import Style

    title = _("Who is to go?") if picking.what == "kick" else _("Which answer is right, too?")
    out: list[RenderableType] = [Block(plain(title, "bold")), ""]
    for at, name in enumerate(picking.names):
        pointed = at == picking.at
        line = plain(one_line(name), "bold reverse" if pointed else "")
        if pointed:
            line.stylize(Style.from_meta({SIGHT: True}), 0, 1)
        sign = f"  {'›' if pointed else ' '} "
        out.append(Block(line, len(sign), sign))
    return out


def way_in(shown: Shown) -> View:
    """The lobby's code and address, at any time: for whoever comes late."""
    return View(header(shown), lobby(shown), _any_key())


def board_view(shown: Shown) -> View:
    """The board, for the teacher alone."""
    return View(header(shown), board(shown.room), _any_key())


def notes_view(notes: tuple[str, ...]) -> View:
    """What the teacher should know before it begins."""
    top: list[RenderableType] = [Block(plain(_("Before you begin"), "bold")), ""]
    lines = [Block(plain(one_line(line), "yellow"), 4, "  - ") for line in notes]
    return View(top, lines, footer([(_("any key"), _("begin"))]))


def help_view() -> View:
    """All keys."""
    from rich.table import Table
    from rich.text import Text

    rows = [
        (_("Space, Enter"), _("what comes next: see the foot of the screen")),
        ("n", _("the next question")),
        ("c", _("close the vote")),
        ("d  v", _("let them discuss; vote again on the same question")),
        ("r", _("show the answer")),
        ("b", _("the board of points; for you alone without --ranks board")),
        ("i", _("how to come in: address, PIN and code")),
        ("p", _("pause: the time stands still, no answer is taken; go on")),
        ("a", _("let a typed answer count as right")),
        ("h", _("cover or show the answer and the notes here; the projector has none")),
        ("l", _("lock the door to newcomers; open it")),
        ("k", _("send somebody away")),
        ("x", _("end the session for all")),
        ("↑ ↓ PgUp PgDn", _("scroll")),
        ("q, Ctrl-C", _("leave; --resume goes on where you were")),
    ]
    table = Table.grid(padding=(0, 3), pad_edge=True)
    for key, what in rows:
        table.add_row(Text(key, "bold"), what)
    return View([Block(plain(_("Keys"), "bold")), ""], [table], _any_key())


def _any_key() -> "list[RenderableType]":
    return ["", Block(plain(_("Any key goes back."), "dim"))]
