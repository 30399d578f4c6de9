"""How a learner answers: how often with each rating, and how long it takes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from studykit.scheduling.metrics import Histories, days_since
from studykit.scheduling.model import RATINGS, Rating

# What Anki's users do, as measured for the simulator of fsrs-rs (src/simulation.rs,
# `SimulatorConfig::default`): the ratings again, hard, good, easy of a card never seen …
_FIRST = (0.24, 0.094, 0.495, 0.171)
# … of a card seen on the same day, by the rating it had just before …
_STEPS = {
    "again": (0.3686, 0.0628, 0.5108, 0.0577),
    "hard": (0.0442, 0.4553, 0.4457, 0.0549),
    "good": (0.0519, 0.0470, 0.8462, 0.0550),
}
# … of a card that was recalled (never again) …
_RECALLED = (0.0, 0.224, 0.631, 0.145)
# … and the seconds that a review takes.
_SECONDS = (19.38, 17.59, 12.38, 8.94)
# A learner's own figures weigh as much as those above when they rest on so many reviews
# (fsrs-optimizer, `Optimizer.extract_simulation_config`).
_PRIOR = 50

Chances = tuple[float, ...]
"""The chances of again, hard, good and easy."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How likely each rating is, and the seconds it takes.

    `first` is for cards never seen, `recalled` for those recalled after a day or
    more, `steps` for those seen on the same day, by the rating given just before.
    They rest on so many `reviews` of the learner's own.
    """

    first: Chances = _FIRST
    recalled: Chances = _RECALLED
    steps: tuple[tuple[Rating, Chances], ...] = tuple(
        (rating, _STEPS.get(rating, _STEPS["good"])) for rating in RATINGS
    )
    seconds: tuple[float, ...] = _SECONDS
    reviews: int = 0


def habits_of(told: Histories) -> Habits:
    """A learner's habits; the fewer the reviews, the more those of other learners."""
    first: Counter[Rating] = Counter()
    recalled: Counter[Rating] = Counter()
    steps: defaultdict[Rating, Counter[Rating]] = defaultdict(Counter)
    seconds: defaultdict[Rating, list[float]] = defaultdict(list)
    for grades in told.values():
        before = None
        for grade in grades:
            if before is None:
                first[grade.rating] += 1
            elif not days_since(before, grade):
                steps[before.rating][grade.rating] += 1
            elif grade.rating != "again":
                recalled[grade.rating] += 1
            if grade.ms:
                seconds[grade.rating].append(grade.ms / 1000)
            before = grade
    usual = Habits()
    return Habits(
        _blended(first, usual.first),
        _blended(recalled, usual.recalled),
        tuple((rating, _blended(steps[rating], chances)) for rating, chances in usual.steps),
        tuple(
            _typical(seconds[rating], other)
            for rating, other in zip(RATINGS, usual.seconds, strict=True)
        ),
        sum(map(len, told.values())),
    )


def _blended(seen: Counter[Rating], usual: Sequence[float]) -> Chances:
    whole = seen.total() + _PRIOR * sum(usual)
    return tuple(
        (seen[rating] + _PRIOR * chance) / whole
        for rating, chance in zip(RATINGS, usual, strict=True)
    )


def _typical(seen: Iterable[float], usual: float) -> float:
    own = list(seen)
    # The median: a learner who was called away leaves one review of half an hour.
    weight = len(own) / (len(own) + _PRIOR)
    return weight * median(own) + (1 - weight) * usual if own else usual
