"""Files that are only ever appended to: a line is safe once `append` has returned.

What a crash left half-written at the end is moved to the folder of what was set
aside, before anything is read or appended.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from studykit.files import sync_folder, write_atomically
from studykit.messages import _
from studykit.progress.folder import cannot_write

IsWhole = Callable[[Path], bool]
"""Whether the last line of a file, though without a line end, can be read."""

# Longer than any line of ours; a torn end is looked for in steps of so many bytes.
_STEP = 4096


@dataclass(slots=True)
class _Open:
    """The file that is being written, and what it looked like after our last write."""

    path: Path
    handle: int
    size: int
    inode: int


class Appender:
    """Appends lines to files that begin with a header; the caller holds the lock."""

    def __init__(self, header: str, set_aside: Path, is_whole: IsWhole) -> None:
        self._header = header
        self._set_aside = set_aside
        self._is_whole = is_whole
        self._open: _Open | None = None
        self.notes: list[str] = []
        """What was set aside, to be told to the learner."""

    def mend(self, path: Path) -> None:
        """Make a file end with a whole line; ProgressError where the disk refuses."""
        try:
            self.notes += mend_end(path, self._set_aside, self._is_whole)
        except OSError as error:
            raise cannot_write(path, error) from error

    def append(self, path: Path, lines: str) -> None:
        """Write a line or several, with their line ends; on the disk when this returns.

        ProgressError where that fails: nothing of them is in the file then.
        """
        try:
            file = self._ready(path)
            begins = file.size == 0
            data = ((self._header if begins else "") + lines).encode("utf-8")
            try:
                _write(file.handle, data)
                os.fsync(file.handle)
                if begins:
                    sync_folder(path.parent)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(file.handle, file.size)
                self.close()
                raise
            file.size += len(data)
        except OSError as error:
            raise cannot_write(path, error) from error

    def close(self) -> None:
        """Let go of the file; a later `append` opens it again."""
        if self._open:
            os.close(self._open.handle)
            self._open = None

    def _ready(self, path: Path) -> _Open:
        """The file open for writing; opened anew where git or an editor has changed it."""
        file = self._open
        if file and file.path == path:
            with suppress(FileNotFoundError):
                now = os.stat(path)
                if (now.st_ino, now.st_size) == (file.inode, file.size):
                    return file
        self.close()
        self.notes += mend_end(path, self._set_aside, self._is_whole)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        status = os.fstat(handle)
        self._open = _Open(path, handle, status.st_size, status.st_ino)
        return self._open


def _write(handle: int, data: bytes) -> None:
    """Write all of it: a disk that is filling up takes a part first and then refuses."""
    while data:
        data = data[os.write(handle, data) :]


def mend_end(path: Path, set_aside: Path, is_whole: IsWhole) -> list[str]:
    """Make a file end with a whole line; gives a line for the learner where that took something.

    A last line without its line end gets one if it is whole; else it was torn
    and is moved into a file of its own in `set_aside`. OSError where the disk
    refuses; nothing is lost then.
    """
    torn = torn_end(path)
    if not torn:
        return []
    size = path.stat().st_size
    with path.open("r+b") as file:
        if is_whole(path):
            file.seek(size)
            file.write(b"\n")
            file.flush()
            os.fsync(file.fileno())
            return []
        kept = keep_aside(set_aside, path.stem, torn)
        file.truncate(size - len(torn))
        os.fsync(file.fileno())
    message = _("{path}: the last line was cut off and was set aside in {kept}")
    return [message.format(path=path, kept=kept)]


def torn_end(path: Path) -> bytes:
    """What stands after the last line end of a file; nothing where there is no file."""
    try:
        start = path.stat().st_size
    except FileNotFoundError:
        return b""
    tail = b""
    with path.open("rb") as file:
        while start > 0 and b"\n" not in tail:
            step = min(_STEP, start)
            start -= step
            file.seek(start)
            tail = file.read(step) + tail
    return tail[tail.rfind(b"\n") + 1 :]


def keep_aside(set_aside: Path, name: str, data: bytes) -> Path:
    """Write what could not be read to a new file of its own; gives its path."""
    number = 1
    while (path := set_aside / f"{name}-{number}.txt").exists():
        number += 1
    write_atomically(path, data)
    return path
