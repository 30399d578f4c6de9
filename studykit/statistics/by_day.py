"""Reviews and time by day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studykit.scheduling.times import days_later
from studykit.statistics.reviews import KINDS, Review


@dataclass(frozen=True, slots=True)
class Day:
    """The reviews of a day by what they were, and how long all took, in milliseconds."""

    day: str
    new: int = 0
    learning: int = 0
    review: int = 0
    relearning: int = 0
    practice: int = 0
    ms: int = 0

    @property
    def total(self) -> int:
        """All reviews of the day."""
        return sum(self.counts)

    @property
    def counts(self) -> tuple[int, ...]:
        """The reviews in the order of KINDS."""
        return tuple(getattr(self, kind) for kind in KINDS)


def by_day(reviews: Iterable[Review]) -> dict[str, Day]:
    """The days that have reviews, in their order."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for review in reviews:
        own = counts[review.day]
        own[review.kind] += 1
        own["ms"] += review.ms
    return {day: Day(day, **counts[day]) for day in sorted(counts)}


def last_days(days: Mapping[str, Day], today: str, n: int) -> tuple[Day, ...]:
    """The last n days up to today, those without a review too."""
    names = (days_later(today, -back) for back in range(n - 1, -1, -1))
    return tuple(days.get(name) or Day(name) for name in names)
