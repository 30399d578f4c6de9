"""What can happen in a room; the journal keeps these, and the room is what they add up to.

`at` is the host's clock, in milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from studykit.classroom.model import Answer


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at an instant."""

    name: ClassVar[str]
    at: int


@dataclass(frozen=True, slots=True)
class Joined(Event):
    """Someone joined; see `model.Player`."""

    name = "joined"
    player: int
    nick: str
    secret: str
    learner: str = ""
    team: int = -1


@dataclass(frozen=True, slots=True)
class Kicked(Event):
    """The teacher sent a player away."""

    name = "kicked"
    player: int


@dataclass(frozen=True, slots=True)
class Locked(Event):
    """The teacher closed the door to newcomers, or opened it."""

    name = "locked"
    locked: bool


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """A question is put, and its first vote is open."""

    name = "asked"
    question: int


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """A player answered; once for each question and round."""

    name = "answered"
    player: int
    question: int
    round: int
    answer: Answer
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """The vote is over."""

    name = "closed"


@dataclass(frozen=True, slots=True)
class Discussed(Event):
    """The class talks the question over."""

    name = "discussed"


@dataclass(frozen=True, slots=True)
class Revoted(Event):
    """The same question is open for another vote."""

    name = "revoted"


@dataclass(frozen=True, slots=True)
class Revealed(Event):
    """The solution is shown, and the answers are marked."""

    name = "revealed"


@dataclass(frozen=True, slots=True)
class Boarded(Event):
    """The board of points is shown."""

    name = "boarded"


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The clock of the vote stands still, and no answer is taken; or it goes on."""

    name = "paused"
    paused: bool


@dataclass(frozen=True, slots=True)
class Accepted(Event):
    """The teacher lets a typed answer to a question count as right."""

    name = "accepted"
    question: int
    text: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The session is over."""

    name = "ended"


EVENTS: Mapping[str, type[Event]] = {
    kind.name: kind
    for kind in (
        Joined,
        Kicked,
        Locked,
        Asked,
        Answered,
        Closed,
        Discussed,
        Revoted,
        Revealed,
        Boarded,
        Paused,
        Accepted,
        Ended,
    )
}


def to_map(event: Event) -> dict[str, Any]:
    """The event as the journal keeps it, but for `at`; what has its default is left out."""
    out: dict[str, Any] = {"event": event.name}
    for spec in fields(event):
        value = getattr(event, spec.name)
        if spec.name != "at" and value != spec.default:
            out[spec.name] = list(value) if isinstance(value, tuple) else value
    return out


def from_map(found: Mapping[str, Any], at: int) -> Event | None:
    """The event of a line of the journal; None where it is none we know, or not whole."""
    kind = EVENTS.get(str(found.get("event")))
    if kind is None:
        return None
    specs = {spec.name: spec for spec in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in found.items():
        if key in ("event", "at"):
            continue
        if key not in specs or not _fits(value, specs[key].type):
            return None
        values[key] = tuple(value) if isinstance(value, list) else value
    try:
        return kind(at=at, **values)
    except TypeError:  # something is missing
        return None


def _fits(value: object, kind: object) -> bool:
    if kind in (int, str, bool):
        return type(value) is kind
    if kind == bool | None:
        return value is None or isinstance(value, bool)
    if isinstance(value, list):
        return all(type(one) is int for one in value) or all(isinstance(one, str) for one in value)
    return isinstance(value, (bool, int, str))
