"""The keys at the foot of the teacher's screen, for where the room stands."""

from typing import TYPE_CHECKING

from studykit.classroom.room import Room
from studykit.messages import _
from studykit.terminal.classroom.look import Picking, Shown
from studykit.terminal.classroom.steps import advised, is_last
from studykit.terminal.footer import footer

if TYPE_CHECKING:
    from rich.console import RenderableType

Keys = list[tuple[str, str]]


def foot(shown: Shown) -> "list[RenderableType]":
    """The line of keys."""
    if shown.sure:
        return footer(_sure(shown))
    if shown.picking:
        return footer(_picking(shown.picking))
    room = shown.room
    if room.phase == "ended":
        return footer([("↑ ↓", _("scroll")), ("q", _("close the room"))])
    own = _self_paced(room) if room.rules.self_paced else _led(shown)
    lobby: Keys = [("l", _("unlock") if room.locked else _("lock"))]
    people: Keys = [("k", _("send away"))] if room.here else []
    return footer([*own, *(lobby + people if room.phase == "lobby" else []), ("?", _("all keys"))])


def _sure(shown: Shown) -> Keys:
    if shown.sure == "leave":
        words = _("leave; the class waits until --resume")
        return [("q", words), (_("any key"), _("go on"))]
    return [("x", _("end the session for all")), (_("any key"), _("go on"))]


def _picking(picking: Picking) -> Keys:
    what = _("send away") if picking.what == "kick" else _("let it count as right")
    return [("↑ ↓", _("choose")), (_("Enter"), what), ("Esc", _("back to the room"))]


def _self_paced(room: Room) -> Keys:
    if room.phase == "lobby":
        return [(_("Space"), _("open the questions"))]
    return [("p", _("go on") if room.paused else _("pause")), ("x", _("end"))]


def _led(shown: Shown) -> Keys:
    room = shown.room
    next_one = (_("Space"), _("end") if is_last(room) else _("next question"))
    match room.phase:
        case "lobby":
            return [(_("Space"), _("first question"))]
        case "open" if room.paused:
            return [(_("Space"), _("go on")), ("c", _("close the vote"))]
        case "open":
            close = (_("Space"), _("close the vote"))
            return [close, ("r", _("show the answer")), ("p", _("pause"))]
        case "closed" if advised(room):
            return [(_("Space"), _("discuss")), ("r", _("show the answer"))]
        case "closed":
            return [(_("Space"), _("show the answer")), ("d", _("discuss")), ("v", _("vote again"))]
        case "discuss":
            return [(_("Space"), _("vote again")), ("r", _("show the answer"))]
        case "reveal":
            accept: Keys = []
            if room.questions[room.question].kind == "text":
                accept = [("a", _("accept an answer"))]
            return [next_one, *accept, ("b", _("board"))]
    return [next_one]
