"""A session as it is settled when it begins; the rest is its events."""

from dataclasses import dataclass

from studykit.classroom.asked import Asked
from studykit.classroom.model import Rules


@dataclass(frozen=True, slots=True)
class Session:
    """What a room needs to be there again after a restart, with the same address and doors.

    `decks` are the paths of the decks asked from, `roster` that of the file of
    names; `wall` opens the projector's page; `port` is the one it was first served at.
    `shared` where other processes serve the room, too: what counts is in their store.
    """

    title: str
    questions: tuple[Asked, ...]
    rules: Rules
    pin: str
    wall: str
    port: int = 0
    decks: tuple[str, ...] = ()
    roster: str = ""
    shared: bool = False
