"""Instants and days of a learner as the strings that records hold."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def instant(now: datetime) -> str:
    """An aware datetime as an instant, to the millisecond."""
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The aware datetime of an instant; ValueError for any other text."""
    return datetime.fromisoformat(text)


def zone_of(name: str) -> tzinfo | None:
    """The time zone of an IANA name; None, which `astimezone` takes as the machine's, for "".

    Raises ValueError for a name that is not known.
    """
    if not name:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # unknown, or no name of a file at all
        raise ValueError(name) from None


def day_of(now: datetime, zone: tzinfo | None, starts_at: int) -> str:
    """The learner's day at an aware moment, for a day that starts at this hour."""
    local = now.astimezone(zone).replace(tzinfo=None)
    return (local - timedelta(hours=starts_at)).date().isoformat()


def day_begins(day: str, zone: tzinfo | None, starts_at: int) -> datetime:
    """The moment, in UTC, at which a learner's day begins."""
    local = datetime.combine(date.fromisoformat(day), time(starts_at), zone)
    return local.astimezone(UTC)


def days_later(day: str, days: int) -> str:
    """The day so many days later (earlier if negative); the last there is where that overflows."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return date.max.isoformat()


def days_between(earlier: str, later: str) -> int:
    """How many days lie between two days; negative if they are the other way round."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
