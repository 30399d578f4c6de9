import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.times import (
    day_begins,
    day_of,
    days_between,
    days_later,
    instant,
    moment,
    zone_of,
)

ZONES = [
    "Asia/Shanghai", "Asia/Kathmandu", "America/New_York", "Europe/Berlin",
    "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Casablanca", "UTC",
]  # fmt: skip
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "zone", "starts_at", "expected"),
    [
        # The hour at which a day begins: four in the morning in Shanghai is 20:00 UTC.
        ("2026-11-24 19:59:59", "Asia/Shanghai", 4, "2026-11-24"),
        ("2026-11-24 20:00:00", "Asia/Shanghai", 4, "2026-11-25"),
        ("2026-11-24 15:59:59", "Asia/Shanghai", 0, "2026-11-24"),
        ("2026-11-24 16:00:00", "Asia/Shanghai", 0, "2026-11-25"),
        ("2026-11-25 15:30:00", "Asia/Shanghai", 23, "2026-11-25"),
        # One moment, two zones, two days.
        ("2026-11-25 10:30:00", "Pacific/Kiritimati", 0, "2026-11-26"),
        ("2026-11-25 10:30:00", "Pacific/Pago_Pago", 0, "2026-11-24"),
        ("2026-11-25 18:14:59", "Asia/Kathmandu", 0, "2026-11-25"),
        ("2026-11-25 18:15:00", "Asia/Kathmandu", 0, "2026-11-26"),
        # Berlin, 29 March 2026: two o'clock becomes three; the day has 23 hours.
        ("2026-03-29 00:59:59", "Europe/Berlin", 2, "2026-03-28"),
        ("2026-03-29 01:00:00", "Europe/Berlin", 2, "2026-03-29"),
        ("2026-03-29 01:59:59", "Europe/Berlin", 4, "2026-03-28"),
        ("2026-03-29 02:00:00", "Europe/Berlin", 4, "2026-03-29"),
        # 25 October 2026: three o'clock becomes two; the day has 25 hours.
        ("2026-10-25 02:59:59", "Europe/Berlin", 4, "2026-10-24"),
        ("2026-10-25 03:00:00", "Europe/Berlin", 4, "2026-10-25"),
        ("2026-10-25 22:59:59", "Europe/Berlin", 0, "2026-10-25"),
        # The end of a month, of a year, of a leap year's February.
        ("2026-12-31 19:59:00", "Asia/Shanghai", 4, "2026-12-31"),
        ("2026-12-31 20:00:00", "Asia/Shanghai", 4, "2027-01-01"),
        ("2028-02-29 12:00:00", "UTC", 4, "2028-02-29"),
        ("2028-03-01 03:59:59", "UTC", 4, "2028-02-29"),
    ],
)
def test_the_day_of_a_moment(now, zone, starts_at, expected):
    assert day_of(utc(now), zone_of(zone), starts_at) == expected


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-03-28", 23), ("2026-03-29", 24), ("2026-10-24", 25), ("2026-10-25", 24)],
)
def test_days_of_23_and_25_hours(day, hours):
    """The clock is changed in the night: before four, so it is the day before that changes."""
    zone = zone_of("Europe/Berlin")
    length = day_begins(days_later(day, 1), zone, 4) - day_begins(day, zone, 4)
    assert length == timedelta(hours=hours)


@given(MOMENTS, st.sampled_from(ZONES), st.sampled_from([0, 4, 23]))
def test_a_moment_lies_in_its_day(now, name, starts_at):
    zone = zone_of(name)
    day = day_of(now, zone, starts_at)
    assert day_begins(day, zone, starts_at) <= now < day_begins(days_later(day, 1), zone, starts_at)


@given(MOMENTS, st.sampled_from(ZONES))
def test_an_instant_is_utc_to_the_millisecond_and_sorts(now, name):
    text = instant(now.astimezone(zone_of(name)))
    assert len(text) == len("2026-11-25T01:30:12.345Z")
    assert timedelta() <= now - moment(text) < timedelta(milliseconds=1)
    assert text < instant(now + timedelta(milliseconds=1))


def test_the_zone_of_the_machine_is_taken_where_none_is_named():
    now = utc("2026-11-25 12:00:00")
    assert zone_of("") is None
    assert day_of(now, None, 0) == now.astimezone().date().isoformat()
    assert day_begins("2026-11-25", None, 4) == datetime(2026, 11, 25, 4).astimezone(UTC)


@pytest.mark.parametrize(
    "name", ["Asia/Beijing2", "UTC+8", "../passwd", "/etc/localtime", "Asia", "上海", "a\0b"]
)
def test_a_zone_that_is_none(name):
    with pytest.raises(ValueError, match=re.escape(name)):
        zone_of(name)


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 300_000))
def test_days_later_and_between(day, days):
    later = days_later(day.isoformat(), days)
    assert days_between(day.isoformat(), later) == days
    assert days_between(later, day.isoformat()) == -days


def test_there_is_a_last_day():
    assert days_later("9999-12-30", 1) == days_later("9999-12-30", 40) == "9999-12-31"
