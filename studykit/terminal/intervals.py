"""Spans of time as people say them, short enough to stand beside a key."""

from datetime import date, datetime, timedelta, tzinfo

from studykit.messages import _, ngettext
from studykit.scheduling.model import CardState
from studykit.scheduling.outlook import Next
from studykit.scheduling.times import days_between, moment

MINUTE, HOUR, DAY = 60, 3600, 86400
# Means of the Gregorian calendar, in days.
MONTH, YEAR = 30.44, 365.25


def wait_until(state: CardState, now: str, day: str) -> str:
    """How long a card waits that comes to this state now; `day` is the learner's."""
    if state.phase == "review":
        return days_words(days_between(day, state.due))
    return seconds_words((moment(state.due) - moment(now)).total_seconds())


def seconds_words(seconds: float) -> str:
    """A short wait: 1m, 2h, 3d."""
    if seconds < MINUTE:
        return _("<1m")
    if seconds < HOUR - MINUTE / 2:
        return _("{n}m").format(n=round(seconds / MINUTE))
    if seconds < DAY:
        return _("{n}h").format(n=_short(seconds / HOUR))
    return days_words(seconds / DAY)


def days_words(days: float) -> str:
    """A wait of days: 8d, 2.1mo, 1.3y; the same words as in Anki."""
    if days < MONTH:
        return _("{n}d").format(n=round(days))
    if days < YEAR:
        return _("{n}mo").format(n=_short(days / MONTH))
    return _("{n}y").format(n=_short(days / YEAR))


def _short(value: float) -> str:
    """One decimal while it says something: 2.1, 3, 12."""
    return f"{value:.1f}".removesuffix(".0") if value < 10 else f"{value:.0f}"


def time_taken(seconds: float) -> str:
    """How long something took: 48 s, 6 min 12 s, 1 h 5 min."""
    whole = round(seconds)
    if whole < MINUTE:
        return _("{n} s").format(n=whole)
    if whole < HOUR:
        return _("{m} min {s} s").format(m=whole // MINUTE, s=whole % MINUTE)
    return _("{h} h {m} min").format(h=whole // HOUR, m=whole % HOUR // MINUTE)


def clock_time(at: str, zone: tzinfo | None) -> str:
    """An instant as the time on the learner's clock: 10:45."""
    return moment(at).astimezone(zone).strftime("%H:%M")


def next_words(following: Next, day: str, zone: tzinfo | None) -> str:
    """When the next cards come, in a sentence."""
    if "T" in following.at:
        said = clock_time(following.at, zone)
        local = moment(following.at).astimezone(zone).date().isoformat()
        if local != day:
            said = f"{local} {said}"
        return _("The next card comes at {time}.").format(time=said)
    n = following.cards
    tomorrow = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    if following.at == tomorrow:
        words = ngettext("Tomorrow {n} card is due.", "Tomorrow {n} cards are due.", n)
        return words.format(n=n)
    words = ngettext("On {date} {n} card is due.", "On {date} {n} cards are due.", n)
    return words.format(n=n, date=following.at)


def when(at: str, zone: tzinfo | None) -> str:
    """An instant as date and time on the learner's clock."""
    local: datetime = moment(at).astimezone(zone)
    return local.strftime("%Y-%m-%d %H:%M")
