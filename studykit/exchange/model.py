"""What writing decks in another format gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A card that a format has no room for: `card` of `deck`, counted from 0, and why."""

    deck: int
    card: int
    why: str


@dataclass(frozen=True, slots=True)
class Written:
    """The content of a file, and the cards that are not in it."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()
