"""The records gone through once more, with the state of the card before and after each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from studykit.scheduling.fold import after, in_force
from studykit.scheduling.model import CardState, Grade, Mark, Record
from studykit.scheduling.scheduler import Scheduler


# A tuple for the same reason as the records: there may be a hundred thousand.
class Step(NamedTuple):
    """One record in force; a practice grade has the same state after as before."""

    record: Grade | Mark
    before: CardState
    after: CardState


def replay(records: Iterable[Record], scheduler: Scheduler) -> Iterator[Step]:
    """Every record in force, in the order of its instant; the last states are those of `fold`."""
    states: dict[str, CardState] = {}
    for record in in_force(records):
        before = states.get(record.card) or CardState(record.card)
        states[record.card] = state = after(before, (record,), scheduler)
        yield Step(record, before, state)
