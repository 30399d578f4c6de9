"""Nodes of a deck made from another format, so that the deck's own reader reads them all.

What a card needs, how the type of a card is inferred and what is wrong with it are
then the same everywhere, with the line of the file that was imported.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from studykit.deck.layout import FORMAT
from studykit.deck.nodes import Node


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; all from 0, as in YAML's own marks."""

    line: int
    index: int = 0
    column: int = 0


@lru_cache(maxsize=1)
def _mark(line: int) -> Mark:
    """The mark of a line counted from 1; nodes of one line come one after the other."""
    return Mark(line - 1)


def text_node(text: str, line: int) -> Node:
    """A scalar that stands in this line, counted from 1."""
    return Node("text", text, _mark(line), _mark(line), plain=True)


def list_node(items: Iterable[Node], line: int) -> Node:
    """A list that begins in this line."""
    return Node("list", list(items), _mark(line), _mark(line))


def map_node(values: Mapping[str, Node], line: int) -> Node:
    """A mapping that begins in this line."""
    pairs = [(text_node(key, node.line), node) for key, node in values.items()]
    return Node("map", pairs, _mark(line), _mark(line))


def value_node(value: object, line: int) -> Node:
    """The node of what JSON or TOML can hold: texts, numbers, truths, lists and maps of them."""
    if isinstance(value, Mapping):
        return map_node({str(key): value_node(one, line) for key, one in value.items()}, line)
    if isinstance(value, list | tuple):
        return list_node([value_node(one, line) for one in value], line)
    if isinstance(value, bool):
        return text_node("true" if value else "false", line)
    return text_node("" if value is None else str(value), line)


def card_node(values: Mapping[str, object], line: int) -> Node:
    """A card of its values by the keys of a deck file."""
    return map_node({key: value_node(value, line) for key, value in values.items()}, line)


def deck_node(header: Mapping[str, object], cards: Iterable[Node], line: int = 1) -> Node:
    """A deck of its header (`title`, and what else is known) and its cards."""
    values = {key: value_node(value, line) for key, value in {"format": FORMAT, **header}.items()}
    return map_node(values | {"cards": list_node(cards, line)}, line)
