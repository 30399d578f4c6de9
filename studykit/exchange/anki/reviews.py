"""A learner's grades as rows of Anki's review log."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from studykit.exchange.anki.calendar import milliseconds
from studykit.exchange.anki.model import Review
from studykit.scheduling.fold import in_force
from studykit.scheduling.model import RATINGS, Grade, Record

if TYPE_CHECKING:
    from studykit.scheduling.scheduler import Scheduler, Step

FILTERED = 3
_KIND = {"new": 0, "learning": 0, "review": 1, "relearning": 2}
EASE = {name: number for number, name in enumerate(RATINGS, 1)}


def review_rows(
    records: Iterable[Record], cards: Mapping[str, int], scheduler: "Scheduler"
) -> list[Review]:
    """The rows of these cards' grades, in the order of time; what was taken back has none.

    `cards` gives the number of each card in the package by its id. Rows have ids
    of their own: where two grades share a millisecond, the later is put off.
    """
    by_card: defaultdict[str, list[Grade]] = defaultdict(list)
    for record in in_force(records):
        if isinstance(record, Grade) and record.card in cards:
            by_card[record.card].append(record)
    found = [
        (grade.at, grade.id, row)
        for card, own in by_card.items()
        for grade, row in zip(own, _rows(card, cards[card], own, scheduler), strict=True)
    ]
    found.sort(key=lambda one: one[:2])
    return list(_apart(row for _at, _id, row in found))


def _rows(
    card: str, number: int, grades: Sequence[Grade], scheduler: "Scheduler"
) -> Iterator[Review]:
    counted = [(grade.rating, grade.day) for grade in grades if not grade.practice]
    course = scheduler.course(card, counted)
    interval = 0
    for grade in grades:
        before, kind, factor = interval, FILTERED, 0
        if not grade.practice:
            step = next(course)
            kind = _KIND[step.before]
            interval, factor = _interval(step), factor_of(step.difficulty)
        ease = EASE[grade.rating]
        at = milliseconds(grade.at)
        yield Review(at, number, ease, interval, before, factor, grade.ms, kind)


def _interval(step: "Step") -> int:
    """Days, or in learning seconds and negative."""
    if step.phase == "review":
        return max(1, step.wait.days)
    return -max(1, round(step.wait.total_seconds()))


def factor_of(difficulty: float) -> int:
    """What Anki logs in place of an ease under FSRS: difficulty 1 to 10 as 100 to 1100."""
    return int(((difficulty - 1) / 9 + 0.1) * 1000 + 0.5)


def _apart(rows: Iterable[Review]) -> Iterator[Review]:
    last = -1
    for row in rows:
        last = max(row.id, last + 1)
        yield row if last == row.id else row._replace(id=last)
