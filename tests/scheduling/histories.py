"""Random histories of one card: days and times of reviews, and their ratings."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from studykit.scheduling.model import RATINGS, Rating
from studykit.scheduling.times import instant

FIRST_DAY = datetime(2024, 2, 20, tzinfo=UTC)  # a leap year, and the days on which it leaps
# About as often as learners give them, but with lapses enough to see relearning.
WEIGHTS = (25, 15, 45, 15)
# Days between two reviews: half of the reviews are on the day of the one before.
GAPS = (0, 0, 0, 0, 0, 1, 2, 4, 11, 90)


@dataclass(frozen=True, slots=True)
class Review:
    """A review so many days and seconds after `FIRST_DAY`; the seconds are of its day."""

    days: int
    seconds: int
    rating: Rating

    @property
    def moment(self) -> datetime:
        return FIRST_DAY + timedelta(days=self.days, seconds=self.seconds)

    @property
    def at(self) -> str:
        return instant(self.moment)

    @property
    def day(self) -> str:
        return self.moment.date().isoformat()


History = tuple[Review, ...]


def history(rng: random.Random, longest: int = 12) -> History:
    """A history in which no review is earlier in its day than the one before was in its own.

    So whole spans of 24 hours between two reviews, which py-fsrs counts, are as
    many as the days between them, which a learner counts.
    """
    out: list[Review] = []
    days, seconds = 0, rng.randrange(3600)
    for number in range(rng.randint(1, longest)):
        if number:
            gap = rng.choice(GAPS)
            days += rng.randint(1, gap) if gap > 1 else gap
            seconds += rng.randint(1, 3600)
        out.append(Review(days, seconds, rng.choices(RATINGS, WEIGHTS)[0]))
    return tuple(out)


def histories(count: int = 1000, seed: int = 7) -> list[History]:
    """So many histories, the same for the same seed."""
    rng = random.Random(seed)
    return [history(rng) for _ in range(count)]
