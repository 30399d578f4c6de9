"""FSRS fitted to one learner: parameters under which their own log would have surprised least.

The fitting itself is that of fsrs-rs (https://github.com/open-spaced-repetition/fsrs-rs), as
Anki uses it, through the package fsrs-rs-python. Whether the fit is any good is measured on
reviews that it has not seen: the latest, as those to come will be later still.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

from studykit.errors import StudykitError
from studykit.messages import _
from studykit.scheduling.fold import States
from studykit.scheduling.metrics import (
    Histories,
    Prediction,
    Quality,
    days_since,
    predictions,
    quality,
)
from studykit.scheduling.model import RATINGS
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings

# Below this Anki itself would not fit FSRS (until 24.04): 21 parameters follow chance then,
# and the reviews held back are too few to tell.
LEAST_REVIEWS = 400
# The last of five equal parts, as in the last split of the FSRS benchmark's TimeSeriesSplit.
HELD_BACK = 0.2
# As many digits as the defaults have.
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """What fitting came to.

    `before` and `after` are measured on the `held_back` latest of `reviews`, `after`
    with parameters fitted to the others. Where that is `better`, `parameters` are
    those fitted to all reviews, else the present ones. `clamped` of them lay
    outside what FSRS allows and were put on the limit.

    Present parameters that were themselves fitted to these reviews have an
    advantage there, so that only new reviews lead to a new offer.
    """

    parameters: tuple[float, ...]
    reviews: int
    held_back: int
    before: Quality
    after: Quality
    better: bool
    clamped: int = 0


@dataclass(frozen=True, slots=True)
class Moves:
    """How many of `cards` in review get another due date, and how many are due on the day."""

    cards: int
    moved: int
    due_before: int
    due_after: int


def fit(told: Histories, settings: Settings) -> Fit:
    """Fit parameters to histories; the same histories and settings, the same fit.

    StudykitError where reviews are too few, or fsrs-rs-python is not installed.
    """
    present = predictions(told, Scheduler(settings))
    if len(present) < LEAST_REVIEWS:
        message = _(
            "there are {n} reviews at least a day after the one before; "
            "fitting needs {least}, so learn on and try again"
        )
        raise StudykitError(message.format(n=len(present), least=LEAST_REVIEWS))
    first_held_back = present[round(len(present) * (1 - HELD_BACK))].at
    trial, _clamped = _fitted(told, settings, before=first_held_back)
    fitted = predictions(told, Scheduler(replace(settings, parameters=trial)))
    before, after = _later(present, first_held_back), _later(fitted, first_held_back)
    held_back, now, then = len(before), quality(before), quality(after)
    # By log loss: RMSE(bins) can fall though predictions get worse, log loss cannot.
    better = then.log_loss < now.log_loss
    if better:
        parameters, clamped = _fitted(told, settings)
    else:
        parameters, clamped = settings.parameters or DEFAULT_PARAMETERS, 0
    return Fit(parameters, len(present), held_back, now, then, better, clamped)


def moves(before: States, after: States, day: str) -> Moves:
    """What other parameters do to the due dates of cards, and to the cards due on a day."""
    cards = [card for card, state in before.items() if state.phase == "review"]
    moved = sum(before[card].due != after[card].due for card in cards)
    return Moves(len(cards), moved, _due(before, day), _due(after, day))


def _due(states: States, day: str) -> int:
    return sum(
        state.phase == "review" and state.due <= day and not state.suspended
        for state in states.values()
    )


def _later(predicted: Sequence[Prediction], at: str) -> list[Prediction]:
    return [one for one in predicted if one.at >= at]


def _fitted(told: Histories, settings: Settings, before: str = "") -> tuple[tuple[float, ...], int]:
    """Parameters fitted to reviews before an instant, all if empty; how many were clamped."""
    try:
        from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
    except ImportError:
        message = _("fitting needs the package fsrs-rs-python: pip install fsrs-rs-python")
        raise StudykitError(message) from None
    # Each item is a review with all before it; where in time it stands tells how much it weighs.
    items = []
    for grades in told.values():
        past = []
        for at, grade in enumerate(grades):
            days = days_since(grades[at - 1], grade) if at else 0
            past.append(FSRSReview(RATINGS.index(grade.rating) + 1, days))
            if days and (not before or grade.at < before):
                items.append((grade.at, grade.card, FSRSItem(past)))
    items.sort(key=lambda item: item[:2])
    raw = FSRS([]).compute_parameters(
        [item for _at, _card, item in items],
        num_relearning_steps=len(settings.relearning_steps),
    )
    return _within_bounds([round(value, _DIGITS) for value in raw])


def _within_bounds(raw: Sequence[float]) -> tuple[tuple[float, ...], int]:
    bounds = zip(raw, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    clamped = tuple(min(max(value, low), high) for value, low, high in bounds)
    return clamped, sum(one != other for one, other in zip(raw, clamped, strict=True))
