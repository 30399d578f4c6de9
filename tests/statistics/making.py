"""Reviews, states and a report for tests of statistics."""

from studykit.scheduling.model import CardState, Grade, Record, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_later
from studykit.statistics.counts import Place
from studykit.statistics.report import Report, make_report
from studykit.statistics.reviews import Kind, Review
from tests.scheduling.making import DAY, grades, state

SCHEDULER = Scheduler(Settings(fuzz=False))


def review(
    days_ago: int = 0,
    rating: str = "good",
    kind: Kind = "review",
    interval: int = 5,
    *,
    ms: int = 1000,
    again_today: bool = False,
) -> Review:
    return Review(days_later(DAY, -days_ago), kind, rating, ms, interval, again_today)


def day_of(at: str) -> str:
    """The learner's day of an instant, for one who lives in UTC and never sits up late."""
    return at[:10]


PLACES = (
    Place("a", "小镇的茶", "茶园", ("figure",), "茶园有多大？"),
    Place("b", "小镇的茶", "市场", ("figure", "市场"), "茶叶卖到哪里？"),
    Place("c", "海边的渔村", "", (), "[red]渔村[/red]<b>有多少户\x1b[31m？"),
    Place("d", "海边的渔村", "", (), "渔村在哪里？"),
)
STATES: dict[str, CardState] = {
    "a": state("a", due=3, stability=40.0),
    "b": state("b", due=30, stability=400.0),
    "c": state("c", "relearning", due=10, stability=0.5),
}


def records(days: int = 40) -> list[Record]:
    """A learner who grades three cards every day, one of them badly, and once by mistake."""
    found = [
        *grades(["good"] * days, "a"),
        *grades(["again", "good"] * (days // 2), "b"),
        *grades(["good", "easy"], "c"),
    ]
    last = found[-1]
    assert isinstance(last, Grade)
    return [*found, Undo("u", last.at, last.day, last.id)]


def report(days: int = 30) -> Report:
    """The report of that learner on their last day."""
    today = days_later(DAY, 39)
    return make_report(records(), STATES, SCHEDULER, PLACES, today, days, day_of)


EMPTY = make_report([], {}, SCHEDULER, (), DAY, 30, day_of)
