"""All measures together: where a learner stands on a day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from studykit.scheduling.model import CardState, Record, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.statistics.by_day import Day, by_day, last_days
from studykit.statistics.counts import Counted, Place, count_cards
from studykit.statistics.forecast import Forecast, forecast
from studykit.statistics.hardest import Hard, hardest
from studykit.statistics.heat_map import Week, calendar
from studykit.statistics.retention import Retention, true_retention
from studykit.statistics.reviews import reviews
from studykit.statistics.spread import Spread, spread
from studykit.statistics.streaks import Streaks, streaks

# As many as fit a screen together with their heading.
HARDEST = 10


@dataclass(frozen=True, slots=True)
class Total:
    """All reviews ever, and how long they took, in milliseconds."""

    reviews: int
    ms: int


@dataclass(frozen=True, slots=True)
class Report:
    """Where a learner stands on a day; see the modules of the parts."""

    today: str
    total: Total
    streaks: Streaks
    retention: tuple[Retention, ...]
    days: tuple[Day, ...]
    calendar: tuple[Week, ...]
    forecast: Forecast
    cards: Counted
    spread: Spread
    hardest: tuple[Hard, ...]


def within(records: Iterable[Record], cards: set[str]) -> list[Record]:
    """The records of some cards; what takes back a record is kept, whatever it takes back."""
    return [record for record in records if isinstance(record, Undo) or record.card in cards]


def make_report(
    records: Sequence[Record],
    states: Mapping[str, CardState],
    scheduler: Scheduler,
    places: Sequence[Place],
    today: str,
    days: int,
    day_of: Callable[[str], str],
) -> Report:
    """The report of these cards, `days` back and ahead.

    `places` has each card once, `states` those of them that have one; `records`
    are those whose reviews count. `day_of` gives the learner's day of an instant.
    """
    done = list(reviews(records, scheduler))
    each_day = by_day(done)
    totals = {day: one.total for day, one in each_day.items()}
    return Report(
        today,
        Total(len(done), sum(one.ms for one in each_day.values())),
        streaks(each_day, today),
        true_retention(done, today),
        last_days(each_day, today, days),
        calendar(totals, today),
        forecast(states.values(), today, days, day_of),
        count_cards(places, states, scheduler.settings.leech_lapses),
        spread(states.values(), scheduler, today),
        hardest(states.values(), {place.card: place.prompt for place in places}, HARDEST),
    )
