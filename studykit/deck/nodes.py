"""YAML nodes with their places: a deck file before anything is made of its values.

Built from the parser's events and not by `yaml.compose`: that is five times as
slow, guesses types that are not wanted here, and its C version dies of deep nesting.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from studykit.errors import Problem
from studykit.messages import _

# A deck needs five levels; more than this is no deck.
DEEPEST = 50
# What YAML does not allow in a file at all.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Node:
    """A scalar (`value` is its text), a list (of nodes) or a map (a list of pairs of nodes).

    `start` and `end` are marks with `index`, `line` and `column`, all from 0.
    `plain` is a scalar without quotes, `flow` a list or map in brackets.
    """

    kind: Literal["text", "list", "map"]
    value: Any
    start: Any
    end: Any
    plain: bool = False
    flow: bool = False

    @property
    def line(self) -> int:
        """The line, from 1, that the node begins on."""
        return int(self.start.line) + 1


Report = Callable[[Node, str], None]


def parse_nodes(text: str, path: str) -> Node | Problem | None:
    """The root node of a YAML text, None for an empty one; a `Problem` where it is no YAML."""
    import yaml

    strange = _UNPRINTABLE.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        message = _("a character that YAML does not allow: {char}")
        return Problem(path, line, message.format(char=ascii(strange[0])))
    try:
        return _build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = error.problem or error.context
        message = _("not readable as YAML: {why}")
        return Problem(path, mark.line + 1 if mark else 1, message.format(why=why))


def _build(events: Iterator[Any]) -> Node | None:
    """The one document of a stream of events."""
    import yaml

    root: Node | None = None
    anchors: dict[str, Node] = {}
    open_nodes: list[Node] = []
    # The key that waits for its value, one for each open map.
    keys: list[Node | None] = []
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            node = Node("text", event.value, event.start_mark, event.end_mark, not event.style)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            name: Literal["map", "list"] = "map" if kind is yaml.MappingStartEvent else "list"
            flow = bool(event.flow_style)
            node = Node(name, [], event.start_mark, event.end_mark, flow=flow)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            open_nodes.pop().end = event.end_mark
            keys.pop()
            continue
        elif kind is yaml.AliasEvent:
            if event.anchor not in anchors:
                raise _error(_("an alias of nothing: {name}").format(name=event.anchor), event)
            known = anchors[event.anchor]
            node = replace(known, start=event.start_mark, end=event.end_mark, flow=True)
        elif kind is yaml.DocumentStartEvent and root is not None:
            raise _error(_("a second document begins"), event)
        else:
            continue
        if kind is not yaml.AliasEvent and event.anchor:
            anchors[event.anchor] = node
        if not open_nodes:
            root = node
        elif open_nodes[-1].kind == "list":
            open_nodes[-1].value.append(node)
        elif (key := keys[-1]) is None:
            keys[-1] = node
        else:
            open_nodes[-1].value.append((key, node))
            keys[-1] = None
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            open_nodes.append(node)
            keys.append(None)
            if len(open_nodes) > DEEPEST:
                raise _error(_("nested too deeply"), event)
    return root


def _error(message: str, event: Any) -> Exception:
    import yaml

    return yaml.MarkedYAMLError(problem=message, problem_mark=event.start_mark)


def is_map(node: Node | None) -> bool:
    """Whether a node is a mapping."""
    return node is not None and node.kind == "map"


def is_list(node: Node | None) -> bool:
    """Whether a node is a sequence."""
    return node is not None and node.kind == "list"


def is_text(node: Node | None) -> bool:
    """Whether a node is a scalar."""
    return node is not None and node.kind == "text"


def fields(node: Node, report: Report = lambda node, message: None) -> dict[str, Node]:
    """The values of a mapping by key; a key that comes twice is reported and the first counts."""
    found: dict[str, Node] = {}
    for key, value in node.value:
        if not is_text(key):
            report(key, _("a key must be a word"))
        elif key.value in found:
            report(key, _("the key {key} comes twice").format(key=key.value))
        else:
            found[key.value] = value
    return found
