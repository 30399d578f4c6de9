"""Values of an event that a person may have edited: as they have to be, or not at all.

Each raises TypeError or ValueError where a value is something else.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

T = TypeVar("T")


def text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise TypeError
    return value


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """A list of texts."""
    if isinstance(values, (str, Mapping)):
        raise TypeError
    return tuple(text(value) for value in values)


def number(value: object, least: int | None = 0) -> int:
    """A whole number that is not less than this."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if least is not None and value < least:
        raise ValueError
    return value


def truth(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def one_of(value: object, allowed: Sequence[T]) -> T:
    """One of the values allowed."""
    return allowed[allowed.index(cast(T, value))]
