"""The text of a setting and its value, in both directions; says what a wrong one has to be."""

import math
import re
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from studykit.messages import _
from studykit.scheduling.parameter_bounds import PARAMETER_BOUNDS, out_of_bounds
from studykit.scheduling.settings import (
    ANSWERINGS,
    DUE_ORDERS,
    LEECH_ACTIONS,
    NEW_ORDERS,
    NEW_PLACES,
    Settings,
)
from studykit.scheduling.times import zone_of

# FSRS is fitted and tested for these; beyond them intervals explode or shrink to nothing.
RETENTION = (0.7, 0.99)
LONGEST_INTERVAL = 36500
LONGEST_STEP = 86400
MOST_A_DAY = 9999

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d{1,6})([smhd])")

Value = str | list[str]


class WrongValueError(Exception):
    """Not a value of this setting; says what is."""


def read_setting(key: str, value: Value) -> Any:
    """The value of a setting from its text; raises an error that says what it has to be."""
    reader = _READERS.get(key)
    if reader is None:
        names = ", ".join(_READERS)
        raise WrongValueError(
            _("there is no setting {key}; there are {names}").format(key=key, names=names)
        )
    return reader(key, value)


def shown_settings(settings: Settings) -> dict[str, str]:
    """Every setting as it would stand in the file."""
    return {one.name: _shown(one.name, getattr(settings, one.name)) for one in fields(settings)}


def _shown(key: str, value: Any) -> str:
    if key.endswith("_steps"):
        return f"[{', '.join(map(_duration, value))}]"
    if key == "learn_ahead":
        return _duration(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(repr, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or '""'


def _duration(seconds: int) -> str:
    unit = next(unit for unit in "dhms" if seconds % _UNITS[unit] == 0)
    return f"{seconds // _UNITS[unit]}{unit}"


def _text(key: str, value: Value) -> str:
    if isinstance(value, list):
        raise WrongValueError(_("{key} takes one value, not a list").format(key=key))
    return value


def _whole(low: int, high: int) -> Callable[[str, Value], int]:
    def read(key: str, value: Value) -> int:
        text = _text(key, value)
        if text.isascii() and text.isdecimal() and low <= int(text) <= high:
            return int(text)
        message = _("{key} must be a whole number from {low} to {high}")
        raise WrongValueError(message.format(key=key, low=low, high=high))

    return read


def _retention(key: str, value: Value) -> float:
    low, high = RETENTION
    try:
        number = float(_text(key, value))
    except ValueError:
        number = math.nan
    if low <= number <= high:
        return number
    message = _("{key} must be a number from {low} to {high}")
    raise WrongValueError(message.format(key=key, low=low, high=high))


def _truth(key: str, value: Value) -> bool:
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    word = _text(key, value).lower()
    if word in words:
        return words[word]
    raise WrongValueError(_("{key} must be true or false").format(key=key))


def _word(names: tuple[str, ...]) -> Callable[[str, Value], str]:
    def read(key: str, value: Value) -> str:
        word = _text(key, value)
        if word in names:
            return word
        message = _("{key} must be one of {names}")
        raise WrongValueError(message.format(key=key, names=", ".join(names)))

    return read


def _seconds(key: str, text: str) -> int:
    match = _DURATION.fullmatch(text)
    seconds = int(match[1]) * _UNITS[match[2]] if match else 0
    if 0 < seconds <= LONGEST_STEP:
        return seconds
    message = _("{key}: {text} is no duration such as 30s, 10m, 1h or 1d, at most a day")
    raise WrongValueError(message.format(key=key, text=text))


def _one_duration(key: str, value: Value) -> int:
    return _seconds(key, _text(key, value))


def _durations(key: str, value: Value) -> tuple[int, ...]:
    texts = value if isinstance(value, list) else value.split()
    return tuple(_seconds(key, text) for text in texts)


def _parameters(key: str, value: Value) -> tuple[float, ...]:
    texts = value if isinstance(value, list) else value.replace(",", " ").split()
    try:
        numbers = tuple(map(float, texts))
    except ValueError:
        numbers = (math.nan,)
    if numbers and len(numbers) != len(PARAMETER_BOUNDS):
        message = _("{key} must be a list of {n} numbers, or empty for the defaults")
        raise WrongValueError(message.format(key=key, n=len(PARAMETER_BOUNDS)))
    wrong = out_of_bounds(numbers) if numbers else None
    if wrong is not None:
        low, high = PARAMETER_BOUNDS[wrong]
        message = _("{key}: number {number} must be from {low} to {high}, not {value}")
        raise WrongValueError(
            message.format(key=key, number=wrong + 1, low=low, high=high, value=texts[wrong])
        )
    return numbers


def _timezone(key: str, value: Value) -> str:
    name = _text(key, value)
    try:
        zone_of(name)
    except ValueError:
        message = _("{key}: there is no time zone {name}; it is a name such as Asia/Shanghai")
        raise WrongValueError(message.format(key=key, name=name)) from None
    return name


_READERS: dict[str, Callable[[str, Value], Any]] = {
    "desired_retention": _retention,
    "parameters": _parameters,
    "learning_steps": _durations,
    "relearning_steps": _durations,
    "maximum_interval": _whole(1, LONGEST_INTERVAL),
    "fuzz": _truth,
    "new_per_day": _whole(0, MOST_A_DAY),
    "reviews_per_day": _whole(0, MOST_A_DAY),
    "day_starts_at": _whole(0, 23),
    "timezone": _timezone,
    "bury_siblings": _truth,
    "leech_lapses": _whole(0, MOST_A_DAY),
    "leech_action": _word(LEECH_ACTIONS),
    "due_order": _word(DUE_ORDERS),
    "new_order": _word(NEW_ORDERS),
    "new_cards": _word(NEW_PLACES),
    "learn_ahead": _one_duration,
    "answering": _word(ANSWERINGS),
}
