"""What the measures have to know of each review: what it was, how it went, how long it took."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from studykit.scheduling.model import CardState, Grade, Rating, Record
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.times import days_between
from studykit.statistics.replay import replay

# In days; from this interval on a card is mature, as in Anki.
MATURE_INTERVAL = 21

Kind = Literal["new", "learning", "review", "relearning", "practice"]
KINDS: tuple[Kind, ...] = ("new", "learning", "review", "relearning", "practice")
"""What a review was: the phase its card was in before, or practice."""


class Review(NamedTuple):
    """A review: `interval` is that of its card before, in days; `ms` how long it took.

    `again_today` says that the card had been reviewed on the same day before.
    """

    day: str
    kind: Kind
    rating: Rating
    ms: int
    interval: int
    again_today: bool


def reviews(records: Iterable[Record], scheduler: Scheduler) -> Iterator[Review]:
    """A review for every grade in force, in the order of its instant."""
    for grade, before, _after in replay(records, scheduler):
        if not isinstance(grade, Grade):
            continue
        kind: Kind = "practice" if grade.practice else before.phase
        again_today = before.day == grade.day
        yield Review(grade.day, kind, grade.rating, grade.ms, interval(before), again_today)


def interval(state: CardState) -> int:
    """Days from the last review to the day a card is due; 0 unless it is in the phase review."""
    return days_between(state.day, state.due) if state.phase == "review" else 0
