"""What periods, kinds, stages and shares are called, on the screen and on a page."""

from studykit.messages import N_, _
from studykit.statistics.counts import Stage
from studykit.statistics.retention import Period
from studykit.statistics.reviews import Kind

_PERIODS: dict[Period, str] = {
    "today": N_("today"),
    "yesterday": N_("yesterday"),
    "week": N_("7 days"),
    "month": N_("30 days"),
    "year": N_("365 days"),
    "all": N_("all time"),
}
_KINDS: dict[Kind, str] = {
    "new": N_("new"),
    "learning": N_("learning"),
    "review": N_("review"),
    "relearning": N_("relearning"),
    "practice": N_("practice"),
}
_STAGES: dict[Stage, str] = {
    "new": N_("new"),
    "learning": N_("learning"),
    "young": N_("young"),
    "mature": N_("mature"),
    "suspended": N_("suspended"),
}
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)


def period_name(period: Period) -> str:
    """The name of a period in the language being spoken."""
    return _(_PERIODS[period])


def kind_name(kind: Kind) -> str:
    """The name of a kind of review in the language being spoken."""
    return _(_KINDS[kind])


def stage_name(stage: Stage) -> str:
    """The name of a stage of learning in the language being spoken."""
    return _(_STAGES[stage])


def weekday_name(at: int) -> str:
    """The short name of a day of the week; 0 is Monday."""
    return _(_WEEKDAYS[at])


def month_name(day: str) -> str:
    """The short name of the month a day is in."""
    return _(_MONTHS[int(day[5:7]) - 1])


def short_day(day: str) -> str:
    """A day without its year, as digits: 11-25."""
    return day[5:]


def percent(rate: float | None) -> str:
    """A share as a whole percentage; a dash where there is none."""
    return "–" if rate is None else f"{rate:.0%}"
