"""Values that a person may have changed in a session's file: as wanted, or ValueError."""

from collections.abc import Mapping
from typing import TypeVar

_T = TypeVar("_T", bound=str)


def text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(text(one) for one in listed(value))


def listed(value: object) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise ValueError(value)
    return value


def mapped(value: object) -> Mapping[str, object]:
    """A map."""
    if not isinstance(value, Mapping):
        raise ValueError(value)
    return value


def whole(value: object) -> int:
    """A whole number, not below 0."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def truth(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def one_of(value: object, names: tuple[_T, ...]) -> _T:
    """One of these names."""
    for name in names:
        if name == value:
            return name
    raise ValueError(value)
