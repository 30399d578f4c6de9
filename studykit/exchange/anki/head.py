"""What a package holds besides notes, cards and reviews: note types, decks, options, its first day.

Schema 11 has them as JSON in the one row of `col`, schema 18 in tables of protocol buffers.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from studykit.exchange.anki import schema18
from studykit.exchange.anki.archive import damaged
from studykit.exchange.anki.database import Column, Database
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, NoteType, Preset
from studykit.exchange.anki.schema import SEPARATOR
from studykit.exchange.anki.schema11 import complete, deck_of, note_type_of, preset_of
from studykit.messages import N_, _

Json = Mapping[str, Any]
# JSON, or how to come by it: what fails then is only this one.
_Makes = Callable[[], Json]
T = TypeVar("T", NoteType, AnkiDeck, Preset)

DEFAULT_DECK = AnkiDeck(1, "Default")
DEFAULT_PRESET = Preset(1, "Default", complete({}))
_DAY, _HOUR = 86_400, 3_600
# When a day of Anki begins, and so the hour that old collections say they were made at.
_DAY_BEGINS = 4 * _HOUR
_ERRORS = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)
_NAME, _CONFIG = Column("name", "text"), Column("config", "blob")
_HEAD = (Column("id"), _NAME, Column("mtime_secs"))


class Head(NamedTuple):
    """What a package says before its rows."""

    created: int
    note_types: tuple[NoteType, ...]
    decks: tuple[AnkiDeck, ...]
    presets: tuple[Preset, ...]


def read_head(base: Database, said: list[str]) -> Head:
    """The head of a database; what of it cannot be read is added to `said`."""
    columns = [Column("crt"), *(Column(n, "text") for n in ("conf", "models", "decks", "dconf"))]
    rows, _others = base.rows("col", columns, by="crt")
    if not rows:
        raise damaged(base.path)
    created, conf, *objects = rows[0]
    found: Sequence[Iterable[_Makes]]
    if base.has_tables:
        found = [_note_types(base), _decks(base), _presets(base)]
        offset = _offset_of_table(base)
    else:
        found = [_values(text, base.path) for text in objects]
        offset = _object(conf).get("creationOffset")
    note_types, decks, presets = found
    return Head(
        created=_first_day(created, offset),
        note_types=_read(note_types, note_type_of, N_("a note type cannot be read"), said),
        decks=_read(decks, deck_of, N_("a deck cannot be read"), said),
        presets=_read(presets, preset_of, N_("deck options cannot be read"), said),
    )


def without_defaults(
    decks: tuple[AnkiDeck, ...], presets: tuple[Preset, ...], cards: Iterable[AnkiCard]
) -> tuple[tuple[AnkiDeck, ...], tuple[Preset, ...]]:
    """Decks and presets without those that every package has, unless they are used or changed."""
    used = any(card.deck == DEFAULT_DECK.id for card in cards)
    return (
        tuple(deck for deck in decks if used or deck != DEFAULT_DECK),
        tuple(preset for preset in presets if preset != DEFAULT_PRESET),
    )


def _read(
    found: Iterable[_Makes],
    read: Callable[[Json], T],
    message: str,
    said: list[str],
) -> tuple[T, ...]:
    """The values that can be read, and written again, in the order of their ids."""
    out: dict[int, T] = {}
    for make in found:
        try:
            json_ = make()
            json.dumps(json_, ensure_ascii=False, allow_nan=False).encode()
            value = read(json_)
        except _ERRORS:
            said.append(_(message))
        else:
            out[value.id] = value
    return tuple(out[id_] for id_ in sorted(out))


def _first_day(created: int, offset: object) -> int:
    """A second whose date in UTC is day 0.

    Anki takes the date at the offset (minutes west) it was made at. Collections
    older than that say no offset, but were made as a day began.
    """
    if isinstance(offset, int) and abs(offset) < _DAY // 60:
        return created - offset * 60
    ahead = (_DAY_BEGINS - created) % _DAY
    return created + (ahead if ahead <= _DAY // 2 else ahead - _DAY)


def _offset_of_table(base: Database) -> object:
    rows, _others = base.rows("config", [Column("key", "text"), Column("val", "blob")], by="key")
    for key, value in rows:
        if key == "creationOffset":
            try:
                return json.loads(value)
            except ValueError:
                return None
    return None


def _values(text: str, path: str) -> list[_Makes]:
    """The values of a JSON object."""
    try:
        return [partial(_same, value) for value in json.loads(text).values()]
    except _ERRORS as error:
        raise damaged(path) from error


def _object(text: str) -> Json:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _note_types(base: Database) -> Iterator[_Makes]:
    parts = [Column("ntid"), _NAME, _CONFIG]
    fields, templates = (
        base.rows(table, parts, by="ntid, ord")[0] for table in ("fields", "templates")
    )
    for id_, name, modified, config in base.rows("notetypes", [*_HEAD, _CONFIG])[0]:
        yield partial(
            schema18.note_type,
            {"id": id_, "name": name, "mod": modified},
            config,
            [tuple(row[1:]) for row in fields if row[0] == id_],
            [tuple(row[1:]) for row in templates if row[0] == id_],
        )


def _decks(base: Database) -> Iterator[_Makes]:
    columns = [*_HEAD, Column("common", "blob"), Column("kind", "blob")]
    for id_, name, modified, common, kind in base.rows("decks", columns)[0]:
        head = {"id": id_, "name": name.replace(SEPARATOR, "::"), "mod": modified}
        yield partial(schema18.deck, head, common, kind)


def _presets(base: Database) -> Iterator[_Makes]:
    for id_, name, modified, config in base.rows("deck_config", [*_HEAD, _CONFIG])[0]:
        yield partial(schema18.preset, {"id": id_, "name": name, "mod": modified}, config)


def _same(value: Json) -> Json:
    return value
