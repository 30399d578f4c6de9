"""Deck files on the disk: read whole, written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from studykit.deck.decode import DeckFile, parse_deck
from studykit.deck.dump import dump_deck
from studykit.deck.model import Deck
from studykit.errors import DeckError
from studykit.messages import _

NEW_FILE_MODE = 0o666


def read_deck(path: Path | str) -> DeckFile:
    """The deck of a file with all its problems; `DeckError` where no text can be read."""
    return parse_deck(read_text(path), str(path))


def load_deck(path: Path | str) -> Deck:
    """The deck of a file that has to be in order; `DeckError` names the first problem."""
    return read_deck(path).in_order()[0]


def write_deck(path: Path | str, deck: Deck) -> None:
    """Write a deck; on any failure the old file stays as it was and `DeckError` says why.

    For a new file. A file that a person may have edited is merged: `save_deck`.
    """
    write_text(path, dump_deck(deck))


def read_text(path: Path | str) -> str:
    """A file as text, line ends and byte order mark as they are."""
    try:
        return Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        message = _("{path}: not a deck: byte {at} is no UTF-8; nothing was changed")
        raise DeckError(message.format(path=path, at=error.start)) from error
    except OSError as error:
        message = _("{path}: cannot be read: {why}")
        raise DeckError(message.format(path=path, why=error.strerror or error)) from error


def write_text(path: Path | str, text: str) -> None:
    """Replace a file atomically, on the disk when this returns."""
    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(".tmp", f".{target.name}.", target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except OSError as error:
        message = _("{path}: cannot be written: {why}; what was there is as it was")
        raise DeckError(message.format(path=path, why=error.strerror or error)) from error
    finally:  # an interrupt too leaves nothing behind
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or of any new file."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return NEW_FILE_MODE & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last; some systems cannot, and the file itself is safe already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
