"""An event and its line in a journal.

    - {format: "studykit-group/1"}
    - {at: "2026-11-25T01:30:12.345Z", event: "judged", team: 2, verdict: "near", typed: ["36吨"]}

The line is YAML with every text quoted, so that every parser reads the same. What
we wrote is JSON but for its keys, and is read as such: thirty times as fast as a
YAML parser. A line that a person has edited goes to the parser.
"""

import json
import math
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from studykit.deck.nodes import Node, fields, is_list, is_map
from studykit.messages import _
from studykit.progress.decode import UnreadableError
from studykit.progress.quoting import quoted

Value = bool | int | float | str | list["Value"] | dict[str, "Value"] | None
"""What an event can hold; of numbers, those that JSON has."""

Event = Mapping[str, Value]
"""One thing that happened, by name: at least one key."""

# Words that some parser takes for a truth value or for nothing, and so no bare keys.
_TAKEN = frozenset("y n yes no on off true false null".split())
_BARE_KEY = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|([A-Za-z_]\w*)(?=: )', re.ASCII)
# Bytes that were no UTF-8: see `progress.lines.decoded`.
_DAMAGED = re.compile("[\ud800-\udfff]")
_INT = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
_FLOAT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Format:
    """What a journal is of, as `studykit-group`, and the version of its events that we write."""

    name: str
    version: int = 1

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"

    @property
    def header(self) -> str:
        """The first line of a journal, with its line end."""
        return line_of({"format": str(self)})


def line_of(event: Event) -> str:
    """The line of an event, with its line end; ValueError where a number is none of JSON's."""
    return f"- {_map(event)}\n"


def _map(value: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{_key(key)}: {_flow(one)}" for key, one in value.items()) + "}"


def _key(key: str) -> str:
    bare = _BARE_KEY.fullmatch(key) and key.lower() not in _TAKEN
    return key if bare else quoted(key)


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return _map(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(value)
    return json.dumps(value)


def strict_event(line: str) -> list[Event] | None:
    """The event of a line that is as we write it, alone in a list; None for any other line."""
    if not (line.startswith("- {") and line.endswith("}\n")) or _DAMAGED.search(line):
        return None
    text = _TOKEN.sub(lambda token: f'"{token[1]}"' if token[1] else token[0], line[2:-1])
    try:
        event = _JSON.decode(text)
    except (ValueError, RecursionError):
        return None
    return [event] if event else None


def _distinct(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


_JSON = json.JSONDecoder(object_pairs_hook=_distinct, parse_float=_finite, parse_constant=_finite)


def event_of(node: Node) -> Event:
    """The event of an item that a person wrote or changed; raises `UnreadableError`."""
    if not is_map(node) or not node.value:
        raise UnreadableError(wanted())
    return _fields(node)


def wanted() -> str:
    """What an event looks like, for the person whose line is none."""
    return _("not an event: {{at: …, event: …}}").format()


def _fields(node: Node) -> dict[str, Value]:
    def told_twice(node: Node, message: str) -> None:
        raise UnreadableError(message)

    return {key: _value(value) for key, value in fields(node, told_twice).items()}


def _value(node: Node) -> Value:
    if is_map(node):
        return _fields(node)
    if is_list(node):
        return [_value(one) for one in node.value]
    text: str = node.value
    if not node.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    with suppress(ValueError):  # a number beyond all numbers stays a text
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return _finite(text)
    return text
