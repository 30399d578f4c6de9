"""Days put together where there are more of them than columns."""

from collections.abc import Sequence
from typing import TypeVar

from studykit.statistics.wording import short_day
from studykit.terminal.plots.columns import Column

_T = TypeVar("_T")


def days_a_column(days: int, columns: int) -> int:
    """How many days a column has to hold so that all fit."""
    return max(1, -(-days // columns))


def grouped(days: Sequence[tuple[str, Sequence[int]]], size: int) -> list[Column]:
    """A column for each `size` days, from pairs of a day and its parts; named by its first day."""
    return [
        Column(
            [sum(part) for part in zip(*(parts for _day, parts in some), strict=True)],
            short_day(some[0][0]),
        )
        for some in _runs(days, size)
    ]


def _runs(days: Sequence[_T], size: int) -> list[Sequence[_T]]:
    return [days[at : at + size] for at in range(0, len(days), size)]
