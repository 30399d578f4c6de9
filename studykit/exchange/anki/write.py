"""Packages to the disk: a zip with a collection of schema 11 and its media.

Written by sqlite3 from the standard library rather than by genanki. 10,000 notes
take half the time of genanki's `write_to_file`, and with their states and 100,000
reviews less than twice that (`python -m tests.benchmarks anki`); genanki knows
nothing of states, reviews and options, which would have to be put in by SQL all
the same, and has had no release since 2023. What it would have spared us is in
`schema` and `schema11`.
"""

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from studykit.errors import ExchangeError
from studykit.exchange.anki.media import is_safe_name
from studykit.exchange.anki.model import AnkiDeck, Package, Preset
from studykit.exchange.anki.schema import (
    ADD_COLLECTION,
    CARD_ROW,
    INDEXES,
    NOTE_ROW,
    REVIEW_ROW,
    SEPARATOR,
    TABLES,
)
from studykit.exchange.anki.schema11 import deck_json, note_type_json, preset_json
from studykit.exchange.anki.sort_text import checksum, sort_text
from studykit.files import replacing
from studykit.messages import _

# The earliest date a zip can hold: a package is the same bytes whenever it is written.
_DATE = (1980, 1, 1, 0, 0, 0)
# The quickest takes most of what can be gained: the usual 6 saves a tenth more in twice the time.
_EFFORT = 1
# Rows a statement. A statement has room for 999 values where SQLite is old, and a card has 17.
_AT_ONCE = 50
# Anki drops them from any field; one of them parts the fields.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1e\x7f]")


def write_package(path: Path, package: Package) -> None:
    """Write a package that every Anki reads; on any failure the old file stays as it was.

    The bytes depend on the package alone. A default deck and default options are
    added where they are missing, since Anki wants them. `ExchangeError` where it
    cannot be written, or holds what no package can hold.
    """
    for name in package.media:
        if not is_safe_name(name):
            message = _("{path}: cannot be written: “{name}” is no name for a media file in Anki")
            raise ExchangeError(message.format(path=path, name=name))
    try:
        collection = _collection(package)
        with replacing(path) as file, zipfile.ZipFile(file, "w") as archive:
            _add(archive, "collection.anki2", collection, zipfile.ZIP_DEFLATED)
            names = {str(number): name for number, name in enumerate(package.media)}
            _add(archive, "media", json.dumps(names, ensure_ascii=False).encode())
            for number, name in names.items():
                _add(archive, number, package.media[name])
    except (OSError, OverflowError, ValueError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        message = _("{path}: cannot be written: {why}; what was there is as it was")
        raise ExchangeError(message.format(path=path, why=why)) from error


def _add(archive: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_STORED) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    archive.writestr(entry, data, how, _EFFORT)


def _collection(package: Package) -> bytes:
    """The database file."""
    base = sqlite3.connect(":memory:")
    try:
        base.executescript(TABLES)
        base.execute(ADD_COLLECTION, _column_values(package))
        _insert(base, "notes", NOTE_ROW, _note_rows(package))
        _insert(base, "cards", CARD_ROW, sorted(package.cards))
        _insert(base, "revlog", REVIEW_ROW, sorted(package.reviews))
        base.commit()
        base.executescript(INDEXES)
        return base.serialize()
    finally:
        base.close()


def _insert(base: sqlite3.Connection, table: str, row: str, rows: Iterable[Iterable[Any]]) -> None:
    """Insert rows, many by one statement: a third of the time they take one by one."""
    values, width = list(chain.from_iterable(rows)), row.count("?")
    rest = len(values) - len(values) % (width * _AT_ONCE)
    for count, start, end in ((_AT_ONCE, 0, rest), (1, rest, len(values))):
        step = width * count
        query = f"INSERT INTO {table} VALUES {', '.join([row] * count)}"
        base.executemany(query, (values[at : at + step] for at in range(start, end, step)))


def _column_values(package: Package) -> tuple[object, ...]:
    """The one row that holds everything but notes, cards and reviews."""
    changed = max(
        (package.created, *(note.modified for note in package.notes)), default=package.created
    )
    decks = {1: AnkiDeck(1, "Default"), **{deck.id: deck for deck in package.decks}}
    presets = {1: Preset(1, "Default"), **{preset.id: preset for preset in package.presets}}
    conf = {
        "activeDecks": [1],
        "curDeck": 1,
        "curModel": min((note_type.id for note_type in package.note_types), default=0),
        "nextPos": max((card.due for card in package.cards if card.type == 0), default=0) + 1,
        "sortType": "noteFld",
        "sortBackwards": False,
        "addToCur": True,
        "collapseTime": 1200,
        "dueCounts": True,
        "estTimes": True,
        "newSpread": 0,
        "timeLim": 0,
        "dayLearnFirst": False,
        # The scheduler the columns of cards are meant for; days are counted from `created` in UTC.
        "schedVer": 2,
        "sched2021": True,
        "creationOffset": 0,
    }
    return (
        package.created,
        changed * 1000,
        package.created * 1000,
        _dumps(conf),
        _by_id((note_type.id, note_type_json(note_type)) for note_type in package.note_types),
        _by_id((deck.id, deck_json(deck)) for deck in decks.values()),
        _by_id((preset.id, preset_json(preset)) for preset in presets.values()),
    )


def _note_rows(package: Package) -> Iterator[tuple[object, ...]]:
    """Notes as rows, with what Anki derives from their fields."""
    sorting = {note_type.id: note_type.sort_field for note_type in package.note_types}
    for note in sorted(package.notes):
        fields: Sequence[str] = note.fields
        text = SEPARATOR.join(fields)
        if _CONTROLS.search(text) or text.count(SEPARATOR) >= len(fields):
            fields = [_DROPPED.sub("", field) for field in fields]
            text = SEPARATOR.join(fields)
        first = sort_text(fields[0]) if fields else ""
        place = sorting.get(note.type, 0)
        shown = sort_text(fields[place]) if 0 < place < len(fields) else first
        yield (
            note.id,
            note.guid,
            note.type,
            note.modified,
            f" {' '.join(note.tags)} " if note.tags else "",
            text,
            shown,
            checksum(first),
        )


def _by_id(items: Iterable[tuple[int, object]]) -> str:
    return _dumps({str(key): value for key, value in sorted(items, key=lambda item: item[0])})


def _dumps(value: object) -> str:
    # What is no number to JSON would be no JSON to Anki.
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
