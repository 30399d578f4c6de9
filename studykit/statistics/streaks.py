"""Streaks: days in a row with at least one review."""

from collections.abc import Iterable
from dataclasses import dataclass

from studykit.scheduling.times import days_between, days_later


@dataclass(frozen=True, slots=True)
class Streaks:
    """In days: the streak that lasts, the longest ever, and all days with a review."""

    current: int = 0
    longest: int = 0
    days: int = 0


def streaks(days: Iterable[str], today: str) -> Streaks:
    """The streaks of days with a review.

    The current one ends today, or yesterday: it is not lost before the day is over.
    """
    ordered = sorted(set(days))
    longest = current = run = 0
    before = ""
    for day in ordered:
        run = run + 1 if before and days_between(before, day) == 1 else 1
        longest = max(longest, run)
        if day in (today, days_later(today, -1)):
            current = run
        before = day
    return Streaks(current, longest, len(ordered))
