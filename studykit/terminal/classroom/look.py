"""What the teacher's screen shows, and how it stands on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from studykit.cards.model import Card
from studykit.classroom.room import Room
from studykit.terminal.answering.original import Original
from studykit.terminal.status import Message


@dataclass(frozen=True, slots=True)
class Links:
    """Where the class and the projector find the room; `reach` says who can.

    `code` is what the QR code holds: the address to join at, with the PIN.
    """

    join: str
    code: str
    wall: str
    reach: str


@dataclass(frozen=True, slots=True)
class Picking:
    """A list from which one is picked: to send away, or to accept; `at` is the one pointed at.

    `names` are shown, `values` are what they stand for: players, or typed texts.
    """

    what: Literal["kick", "accept"]
    names: tuple[str, ...]
    values: tuple[int | str, ...]
    at: int = 0


Sure = Literal["", "end", "leave"]
"""What the teacher is asked to confirm."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the screen is made of. `now` is the host's clock; see `Hub`."""

    room: Room
    title: str
    pin: str
    links: Links
    now: int
    is_connected: Callable[[int], bool]
    original: Callable[[Card], Original]
    notes: bool = True
    picking: Picking | None = None
    sure: Sure = ""
    trouble: str = ""
    message: Message = field(default_factory=Message)

    @property
    def away(self) -> int:
        """How many players have no page open."""
        return sum(not self.is_connected(player.id) for player in self.room.here)
