"""True retention: how much of what was due was still known.

As Anki defines it (rslib/src/stats/graphs/retention.rs): of the reviews of cards
in the phase review, each card's first on a day, the share not rated again.
Anki also counts learning steps of a day or more; here learning is learning.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studykit.scheduling.times import days_later
from studykit.statistics.reviews import MATURE_INTERVAL, Review

Period = Literal["today", "yesterday", "week", "month", "year", "all"]
PERIODS: tuple[Period, ...] = ("today", "yesterday", "week", "month", "year", "all")
# Days of a period that end today, as Anki counts them.
_LENGTHS: dict[Period, int] = {"week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class Share:
    """How many of so many were passed; `rate` from 0 to 1, None where there were none."""

    passed: int
    total: int
    rate: float | None

    @classmethod
    def of(cls, passed: int, total: int) -> "Share":
        """The share of these counts."""
        return cls(passed, total, passed / total if total else None)


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention of one period, by the interval that the cards had."""

    period: Period
    young: Share
    mature: Share
    all: Share


def true_retention(reviews: Iterable[Review], today: str) -> tuple[Retention, ...]:
    """True retention for each of PERIODS."""
    counted = [
        (review.day, review.interval >= MATURE_INTERVAL, review.rating != "again")
        for review in reviews
        if review.kind == "review" and not review.again_today
    ]
    found = []
    for period in PERIODS:
        first, last = _bounds(period, today)
        own = [(mature, passed) for day, mature, passed in counted if first <= day <= last]
        young = [passed for mature, passed in own if not mature]
        mature = [passed for mature, passed in own if mature]
        both = young + mature
        shares = [Share.of(sum(passed), len(passed)) for passed in (young, mature, both)]
        found.append(Retention(period, *shares))
    return tuple(found)


def _bounds(period: Period, today: str) -> tuple[str, str]:
    """The first and the last day of a period."""
    if period == "all":
        return "", today
    if period == "yesterday":
        yesterday = days_later(today, -1)
        return yesterday, yesterday
    return days_later(today, 1 - _LENGTHS.get(period, 1)), today
