"""YAML nodes with their lines: a deck file before anything is made of its values."""

import re
from collections.abc import Callable
from typing import Any

from studykit.errors import Problem
from studykit.messages import _

# What YAML does not allow in a file at all.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Report = Callable[[Any, str], None]


def compose(text: str, path: str) -> Any:
    """The root node of a YAML text, None for an empty one; a `Problem` where it is no YAML."""
    import yaml

    strange = _UNPRINTABLE.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        message = _("a character that YAML does not allow: {char}")
        return Problem(path, line, message.format(char=ascii(strange[0])))
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = error.problem or error.context
        message = _("not readable as YAML: {why}")
        return Problem(path, mark.line + 1 if mark else 1, message.format(why=why))
    except (yaml.YAMLError, RecursionError) as error:
        return Problem(path, 1, _("not readable as YAML: {why}").format(why=type(error).__name__))


def line_of(node: Any) -> int:
    """The line, from 1, that a node begins on."""
    return int(node.start_mark.line) + 1


def is_map(node: Any) -> bool:
    """Whether a node is a mapping."""
    return bool(node is not None and node.id == "mapping")


def is_list(node: Any) -> bool:
    """Whether a node is a sequence."""
    return bool(node is not None and node.id == "sequence")


def is_text(node: Any) -> bool:
    """Whether a node is a scalar."""
    return bool(node is not None and node.id == "scalar")


def fields(node: Any, report: Report) -> dict[str, Any]:
    """The values of a mapping by key; a key that comes twice is reported and the first counts."""
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not is_text(key):
            report(key, _("a key must be a word"))
        elif key.value in found:
            report(key, _("the key {key} comes twice").format(key=key.value))
        else:
            found[key.value] = value
    return found
