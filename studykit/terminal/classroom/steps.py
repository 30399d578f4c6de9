"""From question to question: what a key of the teacher's makes happen in the room."""

from studykit.classroom.events import (
    Asked,
    Boarded,
    Closed,
    Discussed,
    Event,
    Locked,
    Paused,
    Revealed,
    Revoted,
)
from studykit.classroom.room import Room
from studykit.classroom.tally import tally

END = "x"
"""The key to end the session, which is asked about first."""


def next_key(room: Room) -> str:
    """The key for what comes next, which Space and Enter stand for; empty where nothing does."""
    if room.rules.self_paced:
        return "n" if room.phase == "lobby" else ""
    match room.phase:
        case "open":
            return "p" if room.paused else "c"
        case "closed":
            return "d" if advised(room) else "r"
        case "discuss":
            return "v"
        case "reveal" | "board":
            return END if is_last(room) else "n"
    return "n"


def events_of(key: str, room: Room, now: int) -> tuple[Event, ...]:
    """The events that a key makes happen, one after another; none where it stands for none."""
    # A vote that is open is closed first: that is what was meant.
    before: tuple[Event, ...] = (Closed(now),) if room.phase == "open" else ()
    match key:
        case "n":
            return (Asked(now, room.question + 1),)
        case "c":
            return (Closed(now),)
        case "d":
            return (*before, Discussed(now))
        case "v":
            return (*before, Revoted(now))
        case "r":
            return (Revealed(now),)
        case "b":
            return (Boarded(now),)
        case "l":
            return (Locked(now, not room.locked),)
        case "p":
            return (Paused(now, not room.paused),)
    return ()


def advised(room: Room) -> bool:
    """Whether a discussion is what comes next."""
    return room.round == 1 and tally(room, room.vote).worth_discussing


def is_last(room: Room) -> bool:
    """Whether no question is left to be asked."""
    if room.rules.self_paced:
        return room.phase != "lobby"
    return room.question + 1 >= len(room.questions)
