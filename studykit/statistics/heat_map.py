"""The calendar heat map: reviews a day, a column for each week, which begins on Monday."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from studykit.scheduling.times import days_later

# A year and the week that today is in.
WEEKS = 53
LEVELS = 5
"""None at all, and four quarters of the days that have any."""


@dataclass(frozen=True, slots=True)
class Week:
    """The reviews of a week from Monday to Sunday; None for days still to come."""

    monday: str
    counts: tuple[int | None, ...]


def calendar(totals: Mapping[str, int], today: str, weeks: int = WEEKS) -> tuple[Week, ...]:
    """The last weeks, the one that today is in at the end; `totals` are reviews by day."""
    monday = days_later(today, -date.fromisoformat(today).weekday())
    return tuple(
        _week(totals, days_later(monday, -7 * back), today) for back in range(weeks - 1, -1, -1)
    )


def _week(totals: Mapping[str, int], monday: str, today: str) -> Week:
    days = [days_later(monday, at) for at in range(7)]
    return Week(monday, tuple(totals.get(day, 0) if day <= today else None for day in days))


def thresholds(counts: Sequence[int]) -> tuple[int, ...]:
    """The highest count of each of the levels 1 to 3: quartiles of the days that have any."""
    busy = sorted(count for count in counts if count)
    if not busy:
        return (0, 0, 0)
    return tuple(busy[(len(busy) - 1) * quarter // (LEVELS - 1)] for quarter in (1, 2, 3))


def level(count: int, bounds: Sequence[int]) -> int:
    """How busy a day was, from 0 for no review to LEVELS - 1; `bounds` by `thresholds`."""
    return 1 + bisect_left(bounds, count) if count else 0
