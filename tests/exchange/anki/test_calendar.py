from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.calendar import Calendar, milliseconds, moment_of
from studykit.scheduling.times import instant

SHANGHAI = Calendar("2026-11-25", "2026-11-30", ZoneInfo("Asia/Shanghai"))


def test_days_are_counted_from_noon_utc_of_the_first():
    assert datetime.fromtimestamp(SHANGHAI.created, UTC).isoformat() == "2026-11-25T12:00:00+00:00"


@given(st.integers(-3000, 3000))
def test_a_day_comes_back_from_its_number(number):
    assert SHANGHAI.number(SHANGHAI.day(number)) == number


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-11-25T19:59:59+00:00", "2026-11-25"),  # before four in Shanghai
        ("2026-11-25T20:00:00+00:00", "2026-11-26"),
        ("2026-11-25T12:00:00+00:00", "2026-11-25"),
    ],
)
def test_a_moment_is_of_the_learners_day(at, day):
    assert SHANGHAI.day_of(datetime.fromisoformat(at)) == day


@given(st.integers(0, 4 * 10**12))
def test_an_instant_comes_back_from_its_milliseconds(at):
    assert milliseconds(instant(moment_of(at))) == at


@pytest.mark.parametrize("at", [10**17, -(10**17)])
def test_no_moment_is_beyond_the_calendar(at):
    with pytest.raises(OverflowError):
        moment_of(at)
