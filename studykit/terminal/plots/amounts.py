"""Amounts in the words that charts, tables and pages share."""

from dataclasses import replace

from studykit.messages import _, ngettext
from studykit.statistics.by_day import Day
from studykit.statistics.report import Report
from studykit.statistics.spread import Bin
from studykit.terminal.intervals import days_words, time_taken

# Below so many days a decimal says something.
_FEW = 10


def stability_words(days: float) -> str:
    """A stability given in days: 0.4d, 13d, 1.6mo."""
    return _("{n}d").format(n=f"{days:.1f}") if days < _FEW else days_words(days)


def number_of_reviews(n: int) -> str:
    """So many reviews."""
    return ngettext("{n} review", "{n} reviews", n).format(n=n)


def number_of_days(n: int) -> str:
    """So many days."""
    return ngettext("{n} day", "{n} days", n).format(n=n)


def today_of(report: Report) -> Day:
    """The reviews of today."""
    return next((day for day in report.days if day.day == report.today), Day(report.today))


def today_words(report: Report) -> str:
    """The reviews of today, in a sentence."""
    today = today_of(report)
    return _("Today: {reviews}, {time}").format(
        reviews=number_of_reviews(today.total), time=time_taken(today.ms / 1000)
    )


def total_words(report: Report) -> str:
    """All reviews ever, in a sentence."""
    return _("In all: {reviews} on {days}, {time}").format(
        reviews=number_of_reviews(report.total.reviews),
        days=number_of_days(report.streaks.days),
        time=time_taken(report.total.ms / 1000),
    )


def streak_words(report: Report) -> str:
    """The streaks, in a sentence."""
    return _("Streak: {current}; the longest: {longest}").format(
        current=number_of_days(report.streaks.current),
        longest=number_of_days(report.streaks.longest),
    )


def recalled_words(report: Report) -> str:
    """How much is likely to be remembered today, in a sentence."""
    words = _("{recalled} of {cards} cards are likely to be recalled today.")
    return words.format(recalled=round(report.spread.recalled), cards=report.spread.cards)


def bin_words(one: Bin) -> str:
    """The range of a bin: 7–14, ≥365."""
    return f"≥{one.low:.0f}" if one.high is None else f"{one.low:.0f}–{one.high:.0f}"


def in_percent(one: Bin) -> Bin:
    """A bin of chances from 0 to 1 as one of percentages."""
    return replace(one, low=one.low * 100, high=None if one.high is None else one.high * 100)
