"""The head of the teacher's screen: how to come in, who is there, where it stands."""

from typing import TYPE_CHECKING

from studykit.classroom.room import Room
from studykit.messages import _, ngettext
from studykit.terminal.classroom.look import Shown
from studykit.terminal.text import one_line, plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

# With fewer seconds left the time is red.
HURRY = 5


def header(shown: Shown) -> "list[RenderableType]":
    """A line for the room, and one for the question."""
    lines = [_room(shown), _stand(shown)]
    for line in lines:
        line.no_wrap, line.overflow = True, "ellipsis"
    return [*(line for line in lines if line), ""]


def _room(shown: Shown) -> "Text":
    room = shown.room
    # In the lobby they stand beside the code; whoever comes late needs them here.
    late = shown.room.phase not in ("lobby", "ended")
    address = f"{shown.links.join.removeprefix('http://').rstrip('/')}  " if late else ""
    line = plain(f"  {address}PIN ").append(shown.pin, "bold cyan")
    line.append_text(plain("  " + players(len(room.here))))
    if shown.away:
        words = ngettext("{n} away", "{n} away", shown.away).format(n=shown.away)
        line.append_text(plain(f" ({words})", "yellow"))
    if room.locked:
        line.append_text(plain("  " + _("locked"), "yellow"))
    return line.append_text(plain("  " + one_line(shown.title), "dim"))


def players(number: int) -> str:
    """So many players."""
    return ngettext("{n} player", "{n} players", number).format(n=number)


def _stand(shown: Shown) -> "Text":
    room = shown.room
    if room.phase in ("lobby", "ended"):
        return plain("")
    line = plain("  ")
    if not room.rules.self_paced:
        words = _("Question {n} of {total}").format(n=room.question + 1, total=len(room.questions))
        line.append_text(plain(words, "bold"))
        if room.round > 1:
            line.append_text(plain(" · " + _("vote {n}").format(n=room.round)))
        line.append_text(plain(" · ")).append_text(_phase(room))
    if room.phase == "open":
        line.append_text(_clock(shown))
    return line


def _phase(room: Room) -> "Text":
    """Where a question stands; while a vote is open, how many have answered."""
    match room.phase:
        case "open":
            given, every = len(room.answers(*room.vote)), len(room.here)
            words = _("{n} of {all} have answered").format(n=given, all=every)
            return plain(words, "bold green" if given >= every > 0 else "")
        case "closed":
            return plain(_("vote closed"))
        case "discuss":
            return plain(_("the class discusses"), "bold yellow")
        case "reveal":
            return plain(_("answer shown"))
    return plain(_("the board"))


def seconds_left(room: Room, now: int) -> int | None:
    """Whole seconds until the vote closes, begun ones counted; None where it does not."""
    if not room.deadline:
        return None
    ends = room.deadline + (max(0, now - room.paused) if room.paused else 0)
    return max(0, -((now - ends) // 1000))


def _clock(shown: Shown) -> "Text":
    if shown.room.paused:
        return plain("  " + _("paused"), "bold yellow")
    left = seconds_left(shown.room, shown.now)
    if left is None:
        return plain("")
    style = "bold red" if left <= HURRY else "bold cyan"
    return plain(f"  {left // 60}:{left % 60:02}", style)
