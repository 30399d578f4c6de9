"""A record from YAML that a person wrote or changed: held to the schema, not to the layout."""

from datetime import datetime
from typing import TypeVar

from studykit.deck.nodes import Node, fields, is_map, is_text
from studykit.messages import _
from studykit.progress.lines import FORMAT, LAST_YEAR, LONGEST_MS, VERSION
from studykit.scheduling.model import DEEDS, RATINGS, Grade, Mark, Record, Undo
from studykit.scheduling.times import instant

_KEYS = {"id", "at", "day", "card", "rating", "ms", "practice", "deed", "undo"}
_T = TypeVar("_T", bound=str)
_BOOLS = {"true": True, "false": False}


class UnreadableError(Exception):
    """Not a record; says why."""


class NewerFormatError(Exception):
    """The log is of a format that is newer than ours; says which."""


def decode_record(node: Node) -> Record | None:
    """The record of one item of a log, None for the line that names the format.

    Raises `UnreadableError` or `NewerFormatError`. Keys we do not know are a
    person's notes and are passed over.
    """
    if not is_map(node):
        raise UnreadableError(_("not a record: {{id: …, at: …, day: …}}").format())

    def told_twice(node: Node, message: str) -> None:
        raise UnreadableError(message)

    found = fields(node, told_twice)
    if "format" in found:
        _check_format(found["format"])
        return None
    values = {key: _text(key, value) for key, value in found.items() if key in _KEYS}
    for key in ("id", "at", "day"):
        if not values.get(key):
            raise UnreadableError(_("the record has no {key}").format(key=key))
    id_, at, day = values["id"], _instant(values["at"]), _day(values["day"])
    if values.get("undo"):
        return Undo(id_, at, day, values["undo"])
    card = values.get("card")
    if not card:
        raise UnreadableError(_("the record has no {key}").format(key="card"))
    if "deed" in values:
        return Mark(id_, at, day, card, _one_of("deed", values["deed"], DEEDS))
    rating = _one_of("rating", values.get("rating", ""), RATINGS)
    return Grade(id_, at, day, card, rating, _ms(values.get("ms", "0")), _practice(values))


def _check_format(node: Node) -> None:
    name = node.value if is_text(node) else ""
    version = name.removeprefix(FORMAT)
    if not name.startswith(FORMAT) or not version.isdecimal() or int(version) < 1:
        raise UnreadableError(_("the format must be {format}").format(format=f"{FORMAT}{VERSION}"))
    if int(version) > VERSION:
        raise NewerFormatError(name)


def _text(key: str, node: Node) -> str:
    if not is_text(node):
        raise UnreadableError(_("{key} must be a text").format(key=key))
    return str(node.value)


def _instant(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
        found = instant(moment)
        if moment.tzinfo is None or found[:4] > LAST_YEAR:
            raise ValueError(text)
        return found
    except (ValueError, OverflowError):
        message = _("{text} is no instant such as 2026-11-25T01:30:12.345Z")
        raise UnreadableError(message.format(text=text)) from None


def _day(text: str) -> str:
    try:
        if len(text) == len("2026-11-25") and text[:4] <= LAST_YEAR:
            return datetime.strptime(text, "%Y-%m-%d").date().isoformat()
    except ValueError:
        pass
    raise UnreadableError(_("{text} is no day such as 2026-11-25").format(text=text))


def _one_of(key: str, text: str, names: tuple[_T, ...]) -> _T:
    for name in names:
        if name == text.strip().lower():
            return name
    message = _("{key} must be one of {names}")
    raise UnreadableError(message.format(key=key, names=", ".join(names)))


def _ms(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return min(int(text), LONGEST_MS)
    raise UnreadableError(_("{key} must be a whole number").format(key="ms"))


def _practice(values: dict[str, str]) -> bool:
    word = values.get("practice", "false").lower()
    if word not in _BOOLS:
        raise UnreadableError(_("{key} must be true or false").format(key="practice"))
    return _BOOLS[word]
