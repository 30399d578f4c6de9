"""What is recorded of a learner's work, and what it makes of a card.

Records are immutable and have ids of their own, so that the logs of two devices
join as a union. Instants are UTC, `2026-11-25T01:30:12.345Z`; a day is the
learner's, `2026-11-25`, kept as it was when they reviewed: moving to another
time zone changes no past day. Both compare as strings.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Rating = Literal["again", "hard", "good", "easy"]
RATINGS: tuple[Rating, ...] = ("again", "hard", "good", "easy")

Phase = Literal["new", "learning", "review", "relearning"]
PHASES: tuple[Phase, ...] = ("new", "learning", "review", "relearning")

Deed = Literal["suspend", "unsuspend", "bury", "unbury", "flag", "unflag"]
DEEDS: tuple[Deed, ...] = ("suspend", "unsuspend", "bury", "unbury", "flag", "unflag")


# Tuples, not dataclasses: a log has a hundred thousand of them, and a tuple is made
# in a fifth of the time.
class Grade(NamedTuple):
    """One review: `ms` is how long the learner took, in milliseconds.

    A `practice` grade (cramming, looking ahead) is kept but moves no schedule.
    """

    id: str
    at: str
    day: str
    card: str
    rating: Rating
    ms: int = 0
    practice: bool = False


class Mark(NamedTuple):
    """A learner sets a card aside, takes it back, or flags it; buried is for that day only."""

    id: str
    at: str
    day: str
    card: str
    deed: Deed


class Undo(NamedTuple):
    """Takes back the record with the id `undone`; takes back nothing where there is none."""

    id: str
    at: str
    day: str
    undone: str


Record = Grade | Mark | Undo


@dataclass(frozen=True, slots=True)
class CardState:
    """What the records make of one card.

    `due` is a day in the phase review, an instant in learning and relearning,
    empty for a new card. `stability` is in days, `difficulty` from 1 to 10, both
    0 for a new card. `at` and `day` are of the last grade that counted, `first`
    is the day of the first. `touched` is the instant of the last record of any
    kind that counted. `buried` is the day the card is buried for, or empty.
    """

    card: str
    phase: Phase = "new"
    step: int = 0
    stability: float = 0.0
    difficulty: float = 0.0
    due: str = ""
    at: str = ""
    day: str = ""
    first: str = ""
    reps: int = 0
    lapses: int = 0
    touched: str = ""
    suspended: bool = False
    buried: str = ""
    flagged: bool = False
