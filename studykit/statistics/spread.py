"""How stability, difficulty and retrievability are spread over the cards."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studykit.scheduling.model import CardState
from studykit.scheduling.scheduler import Scheduler

# Days: each about twice the one before, a week, two weeks, a month and a year among them.
STABILITY_EDGES = (0.0, 1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 120.0, 240.0, 365.0)
DIFFICULTY_EDGES = tuple(float(edge) for edge in range(1, 11))
RETRIEVABILITY_EDGES = tuple(edge / 10 for edge in range(11))


@dataclass(frozen=True, slots=True)
class Bin:
    """So many cards from `low` up to but not including `high`; None where there is no end.

    The last bin of a scale that ends includes its end.
    """

    low: float
    high: float | None
    cards: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The cards that were learned, by three measures; `recalled` is the sum of all chances.

    Stability in days; difficulty from 1 to 10; retrievability, the chance to
    recall a card today, from 0 to 1.
    """

    stability: tuple[Bin, ...]
    difficulty: tuple[Bin, ...]
    retrievability: tuple[Bin, ...]
    cards: int
    recalled: float


def spread(states: Iterable[CardState], scheduler: Scheduler, today: str) -> Spread:
    """The spread over all cards that are not new, suspended ones too."""
    learned = [state for state in states if state.phase != "new"]
    chances = [scheduler.retrievability(state, today) for state in learned]
    return Spread(
        bins([state.stability for state in learned], STABILITY_EDGES, open_end=True),
        bins([state.difficulty for state in learned], DIFFICULTY_EDGES),
        bins(chances, RETRIEVABILITY_EDGES),
        len(learned),
        sum(chances),
    )


def bins(
    values: Sequence[float], edges: Sequence[float], *, open_end: bool = False
) -> tuple[Bin, ...]:
    """Values counted between rising edges; those beyond the ends go to the bins at the ends.

    With `open_end` the last edge begins a bin without an end.
    """
    lows = edges if open_end else edges[:-1]
    highs: list[float | None] = [*edges[1:], None] if open_end else [*edges[1:]]
    counts = [0] * len(lows)
    for value in values:
        counts[max(0, bisect_right(lows, value) - 1)] += 1
    return tuple(Bin(*row) for row in zip(lows, highs, counts, strict=True))
