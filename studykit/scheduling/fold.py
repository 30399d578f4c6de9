"""The state of every card as a fold over the records, whatever order they come in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from studykit.scheduling.model import CardState, Grade, Mark, Record, Undo
from studykit.scheduling.scheduler import Scheduler

States = dict[str, CardState]


def distinct(records: Iterable[Record]) -> dict[str, Record]:
    """The records by id, each once: logs that were joined may hold some twice.

    Where two differ under one id (a person changed one copy), the one that
    sorts last counts, so that every order of joining comes to the same.
    """
    found: dict[str, Record] = {}
    for record in records:
        known = found.setdefault(record.id, record)
        if known is not record and known != record:
            found[record.id] = max(known, record, key=repr)
    return found


def in_force(records: Iterable[Record]) -> list[Grade | Mark]:
    """The grades and marks that were not taken back, in the order of their instants."""
    records = distinct(records).values()
    undone = {record.undone for record in records if isinstance(record, Undo)}
    kept = [one for one in records if not isinstance(one, Undo) and one.id not in undone]
    kept.sort(key=lambda record: (record.at, record.id))
    return kept


def fold(records: Iterable[Record], scheduler: Scheduler) -> States:
    """The states that records lead to, by card; cards of which none counts are not in it."""
    by_card: defaultdict[str, list[Grade | Mark]] = defaultdict(list)
    for record in in_force(records):
        by_card[record.card].append(record)
    states = {card: after(CardState(card), own, scheduler) for card, own in by_card.items()}
    return {card: state for card, state in states.items() if state.touched}


def after(state: CardState, records: Sequence[Grade | Mark], scheduler: Scheduler) -> CardState:
    """The state of a card after more records of its own, in order and later than all before."""
    for is_mark, run in groupby(records, key=lambda record: isinstance(record, Mark)):
        if is_mark:
            for record in run:
                assert isinstance(record, Mark)
                state = _marked(state, record)
            continue
        grades = [
            (record.rating, record.at, record.day)
            for record in run
            if isinstance(record, Grade) and not record.practice
        ]
        if grades:
            state = scheduler.replay(state, grades)
    return state


def _marked(state: CardState, mark: Mark) -> CardState:
    state = replace(state, touched=mark.at)
    match mark.deed:
        case "suspend":
            return replace(state, suspended=True)
        case "unsuspend":
            return replace(state, suspended=False)
        case "bury":
            return replace(state, buried=mark.day)
        case "unbury":
            return replace(state, buried="")
        case "flag":
            return replace(state, flagged=True)
        case "unflag":
            return replace(state, flagged=False)
