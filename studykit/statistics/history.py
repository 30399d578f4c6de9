"""One card's history: everything recorded of it, and what that made of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from studykit.scheduling.fold import distinct
from studykit.scheduling.model import CardState, Deed, Grade, Mark, Phase, Rating, Record, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.times import moment
from studykit.statistics.replay import Step, replay
from studykit.statistics.reviews import interval

_SECONDS_A_DAY = 86400


@dataclass(frozen=True, slots=True)
class Event:
    """A grade, or a deed (suspended, buried, …) without a rating.

    `phase`, `wait`, `stability` and `difficulty` are those after it: `wait` in days,
    parts of a day in learning, None for a card that is new; stability in days;
    difficulty from 1 to 10. `retrievability`, 0 to 1, is the chance there was to
    recall the card; None for a new card, a deed, and what was `undone`, which has
    none of these: it counts for nothing. `ms` is how long the grade took.
    """

    at: str
    day: str
    rating: Rating | None = None
    deed: Deed | None = None
    practice: bool = False
    undone: bool = False
    phase: Phase | None = None
    wait: float | None = None
    stability: float | None = None
    difficulty: float | None = None
    retrievability: float | None = None
    ms: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything recorded of a card, the oldest first, and its state."""

    card: str
    prompt: str
    state: CardState
    events: tuple[Event, ...]


def history(card: str, prompt: str, records: Iterable[Record], scheduler: Scheduler) -> History:
    """The history of a card; `records` may hold those of other cards too."""
    found = distinct(records).values()
    undos = [record for record in found if isinstance(record, Undo)]
    own = [one for one in found if not isinstance(one, Undo) and one.card == card]
    own.sort(key=lambda record: (record.at, record.id))
    steps = {step.record.id: step for step in replay([*own, *undos], scheduler)}
    events = tuple(_event(record, steps.get(record.id), scheduler) for record in own)
    state = CardState(card)
    for step in steps.values():
        state = step.after
    return History(card, prompt, state, events)


def wait_of(state: CardState) -> float | None:
    """Days from a card's last review to when it is due, parts of a day too; None if new."""
    if state.phase == "new":
        return None
    if state.phase == "review":
        return float(interval(state))
    return (moment(state.due) - moment(state.at)).total_seconds() / _SECONDS_A_DAY


def _event(record: Grade | Mark, step: Step | None, scheduler: Scheduler) -> Event:
    if isinstance(record, Mark):
        event = Event(record.at, record.day, deed=record.deed)
    else:
        event = Event(record.at, record.day, record.rating, practice=record.practice, ms=record.ms)
    if step is None:
        return replace(event, undone=True)
    event = replace(event, phase=step.after.phase, wait=wait_of(step.after))
    if step.after.phase != "new":
        event = replace(event, stability=step.after.stability, difficulty=step.after.difficulty)
    if isinstance(record, Grade) and step.before.phase != "new":
        chance = scheduler.retrievability(step.before, record.day)
        event = replace(event, retrievability=chance)
    return event
