"""What a page may send to the host: four kinds of JSON, and nothing else is looked at."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

LARGEST = 4096
"""Bytes of a message; the longest answer there is takes less. The server cuts off larger ones."""
_LONGEST_WORD = 200
_LARGEST_NUMBER = 1_000_000


class Knock(NamedTuple):
    """Someone has a PIN and asks what there is to choose before joining."""

    pin: str


class Join(NamedTuple):
    """Someone joins by a name of their own, or by one of the roster with its code."""

    name: str
    learner: str = ""
    code: str = ""
    team: int = -1


class Back(NamedTuple):
    """A player comes back, with the token they got."""

    token: str


class Answer(NamedTuple):
    """An answer to a question in a round; `question` counts from 0."""

    question: int
    round: int
    answer: object
    sure: bool | None = None


Message = Knock | Join | Back | Answer


def read_message(text: str | bytes) -> Message | None:
    """The message in a frame; None where it is none."""
    if len(text) > LARGEST:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    kind = found.pop("t", None)
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    try:
        return reader(found) if reader else None
    except (KeyError, _WrongError):
        return None


class _WrongError(Exception):
    pass


def _word(found: dict[str, Any], key: str, default: str | None = None) -> str:
    value = found.get(key, default)
    if not isinstance(value, str) or len(value) > _LONGEST_WORD:
        raise _WrongError
    return value


def _number(found: dict[str, Any], key: str, default: int | None = None) -> int:
    value = found.get(key, default)
    if type(value) is not int or abs(value) > _LARGEST_NUMBER:
        raise _WrongError
    return value


def _answer(found: dict[str, Any]) -> Answer:
    sure = found.get("sure")
    if sure is not None and not isinstance(sure, bool):
        raise _WrongError
    return Answer(_number(found, "q"), _number(found, "r"), found["a"], sure)


_READERS: dict[str, Callable[[dict[str, Any]], Message]] = {
    "knock": lambda found: Knock(_word(found, "pin")),
    "join": lambda found: Join(
        _word(found, "name", ""),
        _word(found, "learner", ""),
        _word(found, "code", ""),
        _number(found, "team", -1),
    ),
    "back": lambda found: Back(_word(found, "token")),
    "answer": _answer,
}
