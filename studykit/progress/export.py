"""A learner's records and states as rows for other programs."""

from collections.abc import Iterable
from typing import Any

from studykit.scheduling.fold import distinct
from studykit.scheduling.model import CardState, Grade, Record, Undo

REVIEW_COLUMNS = ("id", "at", "day", "card", "rating", "ms", "practice", "undone")
CARD_COLUMNS = (
    "card", "phase", "due", "stability", "difficulty", "reps", "lapses", "first", "at",
    "suspended", "buried", "flagged",
)  # fmt: skip


def review_rows(records: Iterable[Record]) -> list[dict[str, Any]]:
    """A row for each grade, those taken back too, in the order of their instants."""
    kept = distinct(records).values()
    undone = {record.undone for record in kept if isinstance(record, Undo)}
    grades = sorted((one for one in kept if isinstance(one, Grade)), key=lambda one: one.at)
    return [{**grade._asdict(), "undone": grade.id in undone} for grade in grades]


def card_rows(states: Iterable[CardState]) -> list[dict[str, Any]]:
    """A row for each card that has a state, by card."""
    rows = [{name: getattr(state, name) for name in CARD_COLUMNS} for state in states]
    return sorted(rows, key=lambda row: str(row["card"]))
