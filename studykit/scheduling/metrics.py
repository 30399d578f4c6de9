"""How well FSRS foretells what a learner recalls: log loss and RMSE(bins).

Both as the benchmark of schedulers defines them
(https://github.com/open-spaced-repetition/srs-benchmark, `rmse_matrix` in utils.py)
and fsrs-rs computes them (src/dataset.rs, `r_matrix_index`; src/inference.rs, `evaluate`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log, sqrt
from typing import NamedTuple

from studykit.scheduling.fold import in_force
from studykit.scheduling.model import CardState, Grade, Record
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.times import days_between

# A prediction that was certain and wrong would cost infinitely much.
_LEAST_CHANCE = 1e-7

Histories = Mapping[str, Sequence[Grade]]
"""The grades of each card that count, in the order of their instants."""


class Prediction(NamedTuple):
    """A review at least a day after the one before, and what was foretold of it.

    `recall` is the retrievability just before it, `recalled` what came of it.
    `days` have passed since the review before; `reviews` counts those on days of
    their own up to this one, `lapses` how many of those before it were forgotten.
    """

    at: str
    recall: float
    recalled: bool
    days: int
    reviews: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How far predictions were off: the lower, the better, and 0 is perfect."""

    log_loss: float
    rmse_bins: float


def histories(records: Iterable[Record]) -> Histories:
    """The histories that records tell: without practice and what was taken back."""
    found: defaultdict[str, list[Grade]] = defaultdict(list)
    for record in in_force(records):
        if isinstance(record, Grade) and not record.practice:
            found[record.card].append(record)
    return found


def days_since(before: Grade, grade: Grade) -> int:
    """The learner's days between two grades; 0 where a journey west turned the day back."""
    return max(0, days_between(before.day, grade.day))


def predictions(told: Histories, scheduler: Scheduler) -> list[Prediction]:
    """What the scheduler foretells of every review that can be foretold, in order of time."""
    found = [one for card, own in told.items() for one in _of_card(card, own, scheduler)]
    return sorted(found, key=lambda one: one.at)


def _of_card(card: str, grades: Sequence[Grade], scheduler: Scheduler) -> Iterable[Prediction]:
    state = CardState(card)
    reviews, lapses = 1, 0
    before: Grade | None = None
    for grade in grades:
        recalled = grade.rating != "again"
        days = days_since(before, grade) if before else 0
        if days:
            reviews += 1
            recall = scheduler.retrievability(state, grade.day)
            yield Prediction(grade.at, recall, recalled, days, reviews, lapses)
            lapses += not recalled
        state = scheduler.grade(state, grade.rating, grade.at, grade.day)
        before = grade


def quality(predicted: Sequence[Prediction]) -> Quality:
    """Both measures of one or more predictions."""
    return Quality(log_loss(predicted), rmse_bins(predicted))


def log_loss(predicted: Sequence[Prediction]) -> float:
    """The mean negative logarithm of the chance that was given to what came about."""
    chances = (one.recall if one.recalled else 1 - one.recall for one in predicted)
    return -sum(log(max(chance, _LEAST_CHANCE)) for chance in chances) / len(predicted)


def rmse_bins(predicted: Sequence[Prediction]) -> float:
    """The root mean square of recall foretold less recall seen, over bins of like reviews."""
    bins: defaultdict[tuple[int, int, int], list[Prediction]] = defaultdict(list)
    for one in predicted:
        bins[_bin(one)].append(one)
    squares = sum(
        sum(one.recall - one.recalled for one in of) ** 2 / len(of) for of in bins.values()
    )
    return sqrt(squares / len(predicted))


def _bin(one: Prediction) -> tuple[int, int, int]:
    """Reviews are alike if days, reviews and lapses have the same logarithms, rounded down.

    The benchmark names each bin by its middle; the bases alone decide what is in it.
    """
    lapses = floor(log(one.lapses, 1.73)) if one.lapses else -1
    return floor(log(one.days, 3.62)), floor(log(one.reviews, 1.89)), lapses
