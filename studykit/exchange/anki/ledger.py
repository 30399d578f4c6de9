"""When each note of a deck was last changed, as told at earlier exports.

Anki takes a note over only where it was changed later than its own copy, and
nothing in a deck file says when a card was changed. So what a note held is
written down, as a checksum, when it goes out. One file a deck in the user's
data folder:

    format: studykit-anki-ledger/1
    notes:
    - {card: "t720ax7f", checksum: "1f00aa21c2bd4b10", modified: 1764036612}

Without the file (another machine, a folder cleared away) the deck file's own
time counts (`packing`): at worst Anki takes over what it has already.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from studykit.errors import ExchangeError
from studykit.exchange.anki.model import Note
from studykit.files import write_atomically
from studykit.messages import _
from studykit.progress.quoting import quoted, unquoted

FORMAT = "studykit-anki-ledger/1"
_LINE = r'^- \{card: "((?:[^"\\]|\\.)+)", checksum: "(\w{16})", modified: (\d{1,12})\}$'
_PLAIN_ID = re.compile(r"[A-Za-z0-9][\w-]{0,63}")


class Entry(NamedTuple):
    """What a note held when it last went out, and since when, in seconds."""

    checksum: str
    modified: int


Ledger = Mapping[str, Entry]
"""Entries by the notes' ids."""


def checksum(note: Note) -> str:
    """Tells the contents of notes apart."""
    text = "\x1e".join((str(note.type), "\x1f".join(note.fields), "\x1f".join(sorted(note.tags))))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def stamped(notes: Iterable[Note], ledger: Ledger, now: int) -> tuple[list[Note], Ledger]:
    """The notes with when they were changed, and the ledger that says so.

    A note that is as the ledger has it keeps the time it has there; one that is not
    gets `now`, or a second more than it had where a clock was set back. A note that
    the ledger does not have keeps its own time.
    """
    known = dict(ledger)
    out = []
    for note in notes:
        entry, mark = known.get(note.guid), checksum(note)
        if entry is None:
            entry = Entry(mark, note.modified)
        elif entry.checksum != mark:
            entry = Entry(mark, max(now, entry.modified + 1))
        known[note.guid] = entry
        out.append(note._replace(modified=entry.modified))
    return out, known


def ledger_path(deck_id: str) -> Path:
    """Where the ledger of a deck lies."""
    from platformdirs import user_data_path

    name = deck_id
    if not _PLAIN_ID.fullmatch(deck_id):
        name = sha256(deck_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return user_data_path("studykit", appauthor=False) / "anki" / f"{name}.yaml"


def read_ledger(path: Path) -> Ledger | None:
    """The ledger of a file; None where there is none. Lines that are not ours do not count."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        message = _("{path}: cannot be read: {why}")
        raise ExchangeError(message.format(path=path, why=error.strerror or error)) from error
    return {
        unquoted(card): Entry(mark, int(modified))
        for card, mark, modified in re.findall(_LINE, text, re.MULTILINE)
    }


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write a ledger; `ExchangeError` where that fails."""
    lines = [f"format: {FORMAT}\n", "notes:\n" if ledger else "notes: []\n"]
    for card, entry in sorted(ledger.items()):
        pairs = f'checksum: "{entry.checksum}", modified: {entry.modified}'
        lines.append(f"- {{card: {quoted(card)}, {pairs}}}\n")
    try:
        write_atomically(path, "".join(lines))
    except OSError as error:
        message = _("{path}: cannot be written: {why}; what was there is as it was")
        raise ExchangeError(message.format(path=path, why=error.strerror or error)) from error
