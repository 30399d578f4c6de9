from unittest.mock import patch

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.fuzz import bounds, fuzzed
from studykit.scheduling.model import CardState
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings

MAXIMUM = 36500
DAYS = st.integers(1, MAXIMUM)


def py_fsrs(days: int, maximum: int, draw: float) -> int:
    """What py-fsrs makes of an interval, its draw from chance given."""
    scheduler = fsrs.Scheduler(maximum_interval=maximum)
    with (
        patch.object(scheduler, "_next_interval", return_value=days),
        patch("fsrs.scheduler.random", return_value=draw),
    ):
        card, _log = scheduler.review_card(fsrs.Card(1), fsrs.Rating.Easy)
    assert card.last_review
    return (card.due - card.last_review).days


@pytest.mark.parametrize(
    ("days", "expected"),
    [(3, (2, 4)), (7, (5, 9)), (10, (8, 12)), (20, (17, 23)), (100, (93, 107)), (365, (345, 385))],
)
def test_the_range_grows_with_the_interval(days, expected):
    assert bounds(days, MAXIMUM) == expected


@pytest.mark.parametrize("days", [1, 2])
def test_short_intervals_are_left_alone(days):
    assert {fuzzed(days, MAXIMUM, f"card{n}", 3) for n in range(50)} == {days}


@pytest.mark.parametrize("days", [*range(1, 60), 100, 333, 5000, MAXIMUM])
@pytest.mark.parametrize("maximum", [MAXIMUM, 50])
def test_the_range_is_that_of_py_fsrs(days, maximum):
    days = min(days, maximum)
    low, high = bounds(days, maximum)
    # It rounds its draw instead of cutting it, so that it may come out a day above its range.
    highest = high if days < 3 else min(high + 1, maximum)
    assert (py_fsrs(days, maximum, 0.0), py_fsrs(days, maximum, 0.9999)) == (low, highest)


@given(DAYS, DAYS, st.text(), st.integers(0, 999))
def test_it_stays_within_its_range_and_is_stable(days, maximum, card, reps):
    days = min(days, maximum)
    low, high = bounds(days, maximum)
    assert low <= fuzzed(days, maximum, card, reps) <= min(high, maximum)
    assert fuzzed(days, maximum, card, reps) == fuzzed(days, maximum, card, reps)


def test_the_draw_is_the_same_for_ever():
    """Else every learner's due days would move when they update."""
    days = [fuzzed(100, MAXIMUM, "t720ax7f", reps) for reps in range(1, 6)]
    assert days == [97, 101, 97, 95, 101]


def test_cards_learned_together_come_on_different_days():
    days = [fuzzed(30, MAXIMUM, f"card{n}", 4) for n in range(900)]
    low, high = bounds(30, MAXIMUM)
    assert set(days) == set(range(low, high + 1))
    # About as many on each: no day gets twice its share.
    assert max(map(days.count, set(days))) < 2 * len(days) / (high - low + 1)


def test_fuzz_moves_the_due_day_and_nothing_else():
    graded = {
        fuzz: Scheduler(Settings(fuzz=fuzz)).replay(
            CardState("card1"),
            [("easy", "2026-11-25T09:00:00.000Z", "2026-11-25")] * 2,
        )
        for fuzz in (True, False)
    }
    assert graded[True].due != graded[False].due
    assert graded[True].stability == graded[False].stability
