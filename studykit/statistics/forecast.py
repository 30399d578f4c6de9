"""How many cards are due on each of the coming days."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studykit.scheduling.model import CardState
from studykit.scheduling.times import days_later


@dataclass(frozen=True, slots=True)
class DueDay:
    """The cards due on a day: in review, and still in learning."""

    day: str
    review: int
    learning: int

    @property
    def total(self) -> int:
        """All cards of the day."""
        return self.review + self.learning


@dataclass(frozen=True, slots=True)
class Forecast:
    """The days from today on; of today's cards so many are `overdue`, `later` come after all."""

    days: tuple[DueDay, ...]
    overdue: int
    later: int


def forecast(
    states: Iterable[CardState], today: str, n: int, day_of: Callable[[str], str]
) -> Forecast:
    """The cards due on n days from today on, as things stand.

    Cards that are new or suspended are left out; overdue ones count for today,
    buried ones for tomorrow. `day_of` gives the learner's day of an instant.
    """
    review: Counter[str] = Counter()
    learning: Counter[str] = Counter()
    overdue = 0
    tomorrow = days_later(today, 1)
    for state in states:
        if state.suspended or state.phase == "new":
            continue
        in_review = state.phase == "review"
        due = state.due if in_review else day_of(state.due)
        overdue += in_review and due < today and state.buried != today
        shown = max(due, tomorrow if state.buried == today else today)
        (review if in_review else learning)[shown] += 1
    days = tuple(
        DueDay(day, review[day], learning[day])
        for day in (days_later(today, at) for at in range(n))
    )
    within = sum(day.total for day in days)
    return Forecast(days, overdue, review.total() + learning.total() - within)
