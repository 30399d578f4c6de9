"""Lists from which the teacher picks: whom to send away, which typed answer to accept."""

from collections import Counter
from dataclasses import replace

from studykit.classroom.asked import in_words
from studykit.classroom.events import Accepted, Event, Kicked
from studykit.classroom.room import Room
from studykit.terminal.classroom.look import Picking


def to_send_away(room: Room) -> Picking:
    """Everyone who is here."""
    here = room.here
    return Picking("kick", tuple(one.name for one in here), tuple(one.id for one in here))


def can_accept(room: Room) -> bool:
    """Whether typed answers are marked and can be marked anew."""
    return room.phase == "reveal" and room.questions[room.question].kind == "text"


def to_accept(room: Room) -> Picking:
    """The typed answers of the last vote that do not count as right, the most frequent first."""
    one, given, marks = (
        room.questions[room.question],
        room.answers(*room.vote),
        room.marks[room.vote],
    )
    wrong = Counter(
        in_words(one, each.answer)[0] for who, each in given.items() if not marks[who].right
    )
    texts = sorted(wrong, key=lambda text: (-wrong[text], text))
    names = tuple(f"{text} ×{wrong[text]}" for text in texts)
    return Picking("accept", names, tuple(texts))


def moved(picking: Picking, by: int) -> Picking:
    """The list, another pointed at."""
    return replace(picking, at=max(0, min(len(picking.names) - 1, picking.at + by)))


def picked(picking: Picking, room: Room, now: int) -> Event:
    """What happens to the one pointed at."""
    value = picking.values[picking.at]
    if isinstance(value, int):
        return Kicked(now, value)
    return Accepted(now, room.question, value)
