"""Deck files on the disk: read whole, written whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from studykit.deck.model import Deck
from studykit.deck.strict import read_strict
from studykit.errors import DeckError
from studykit.files import write_atomically
from studykit.messages import _

if TYPE_CHECKING:
    from studykit.deck.decode import DeckFile


def read_deck(path: Path | str) -> "DeckFile":
    """The deck of a file with all its problems; `DeckError` where no text can be read."""
    return _decoded(read_text(path), path)


def load_deck(path: Path | str) -> Deck:
    """The deck of a file that has to be in order; `DeckError` names the first problem."""
    text = read_text(path)
    return read_strict(text) or _decoded(text, path).in_order()[0]


def write_deck(path: Path | str, deck: Deck) -> None:
    """Write a deck; on any failure the old file stays as it was and `DeckError` says why.

    For a new file. A file that a person may have edited is merged: `save_deck`.
    """
    from studykit.deck.dump import dump_deck

    write_text(path, dump_deck(deck))


def _decoded(text: str, path: Path | str) -> "DeckFile":
    # Only decks in another layout than ours need it, and YAML.
    from studykit.deck.decode import parse_deck

    return parse_deck(text, str(path))


def read_text(path: Path | str) -> str:
    """A file as text, line ends and byte order mark as they are."""
    return as_text(read_bytes(path), path)


def read_bytes(path: Path | str, start: int = 0, end: int | None = None) -> bytes:
    """A file as it is, or what stands between two offsets; `DeckError` if it cannot be read."""
    try:
        with open(path, "rb") as file:
            file.seek(start)
            return file.read(-1 if end is None else end - start)
    except OSError as error:
        message = _("{path}: cannot be read: {why}")
        raise DeckError(message.format(path=path, why=error.strerror or error)) from error


def as_text(data: bytes, path: Path | str) -> str:
    """The text of a file; `path` is for the `DeckError` where it is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = _("{path}: not a deck: byte {at} is no UTF-8; nothing was changed")
        raise DeckError(message.format(path=path, at=error.start)) from error


def write_text(path: Path | str, text: str) -> None:
    """Replace a file atomically, on the disk when this returns."""
    try:
        write_atomically(path, text)
    except OSError as error:
        message = _("{path}: cannot be written: {why}; what was there is as it was")
        raise DeckError(message.format(path=path, why=error.strerror or error)) from error
