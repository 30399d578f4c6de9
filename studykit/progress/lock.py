"""One session at a time on a learner's progress.

The system lets go of the lock when the process ends, however it ends. The
standard library's own calls: a lock library would take 30 ms to import.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from studykit.errors import ProgressError
from studykit.messages import _
from studykit.progress.folder import cannot_write


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at a path; ProgressError, naming the process, where another does."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        if not take(handle):
            raise ProgressError(_busy(path, handle))
        with suppress(OSError):  # a courtesy to whoever comes second
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0) if hasattr(os, "pwrite") else None
        yield
    finally:
        os.close(handle)


def take(handle: int) -> bool:
    """Lock an open file until it is closed; whether nobody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:  # what Windows says
        return False
    return True


def _busy(path: Path, handle: int) -> str:
    holder = ""
    with suppress(OSError):
        holder = os.read(handle, 20).decode("ascii", "replace").strip()
    message = _("{path}: a session of this learner is running (process {pid}); end it first")
    return message.format(path=path.parent, pid=holder or "?")
