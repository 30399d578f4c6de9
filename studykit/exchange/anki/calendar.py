"""A learner's days as the numbers that Anki counts them by."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from studykit.scheduling.times import day_of, days_between, days_later, moment

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days counted from `first`, which is day 0, for a learner of this zone and day's beginning.

    `today` is the learner's day.
    """

    first: str
    today: str
    zone: tzinfo | None = UTC
    starts_at: int = 4

    @property
    def created(self) -> int:
        """The second that a package names for day 0.

        Noon in UTC: a package counts by the date in UTC (its `creationOffset` is 0), and a
        client that knows nothing of that is on the same date over most of the world.
        """
        return int(datetime.combine(date.fromisoformat(self.first), time(12), UTC).timestamp())

    def number(self, day: str) -> int:
        """The number of a day."""
        return days_between(self.first, day)

    def day(self, number: int) -> str:
        """The day of a number."""
        return days_later(self.first, number)

    def day_of(self, at: datetime) -> str:
        """The learner's day at a moment."""
        return day_of(at, self.zone, self.starts_at)


def milliseconds(at: str) -> int:
    """An instant in milliseconds since 1970."""
    return (moment(at) - _EPOCH) // _MILLISECOND


def moment_of(milliseconds: int) -> datetime:
    """The moment so many milliseconds after 1970; OverflowError where no calendar reaches."""
    return _EPOCH + timedelta(milliseconds=milliseconds)
