from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.times import days_later
from studykit.statistics.heat_map import LEVELS, calendar, level, thresholds
from tests.scheduling.making import DAY

MONDAY = "2026-11-23"


@pytest.mark.parametrize("ahead", range(7))
def test_a_week_begins_on_monday_and_ends_today(ahead):
    today = days_later(MONDAY, ahead)
    *_, last = calendar({MONDAY: 4, days_later(MONDAY, 6): 9}, today)
    assert last.monday == MONDAY
    assert last.counts[0] == 4
    assert [count is None for count in last.counts] == [at > ahead for at in range(7)]


def test_weeks_follow_each_other():
    weeks = calendar({}, DAY, 53)
    assert len(weeks) == 53
    assert {date.fromisoformat(week.monday).weekday() for week in weeks} == {0}
    assert [week.monday for week in weeks] == sorted(week.monday for week in weeks)


@given(st.dictionaries(st.integers(0, 300), st.integers(0, 50)))
def test_every_day_of_the_year_is_in_it_once(by_ago):
    totals = {days_later(DAY, -ago): count for ago, count in by_ago.items()}
    shown = [count for week in calendar(totals, DAY) for count in week.counts if count is not None]
    assert sum(shown) == sum(totals.values())


@pytest.mark.parametrize(
    ("counts", "want"),
    [
        ([], []),
        ([0, 0], [0, 0]),
        ([7], [1]),
        ([5, 5, 5], [1, 1, 1]),
        ([1, 2, 3, 4], [1, 2, 3, 4]),
        ([0, 10, 20, 30, 40, 1000], [0, 1, 1, 2, 3, 4]),
    ],
)
def test_levels_are_quarters_of_the_busy_days(counts, want):
    bounds = thresholds(counts)
    assert [level(count, bounds) for count in counts] == want


@given(st.lists(st.integers(0, 1000)))
def test_a_busier_day_is_never_paler(counts):
    bounds = thresholds(counts)
    levels = [level(count, bounds) for count in sorted(counts)]
    assert levels == sorted(levels)
    assert all(
        (one == 0) == (count == 0) for one, count in zip(levels, sorted(counts), strict=True)
    )
    assert set(levels) <= set(range(LEVELS))
