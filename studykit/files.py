"""Files on the disk: written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

NEW_FILE_MODE = 0o666


def write_atomically(path: Path | str, data: bytes | str) -> None:
    """Replace a file by this content (a string as UTF-8), on the disk when this returns.

    Folders that are not there are made, permissions are kept, a link stays and
    what it points at is written. `OSError` where it fails; the old file is then as it was.
    """
    with replacing(path) as file:
        file.write(data.encode("utf-8") if isinstance(data, str) else data)


@contextmanager
def replacing(path: Path | str) -> Iterator[BinaryIO]:
    """A file to write to, that takes the place of the one at `path` as `write_atomically` does.

    For what is too large to be held at once. Any exception inside leaves the old file.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(".tmp", f".{target.name}.", target.parent)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    finally:  # an interrupt too leaves nothing behind
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
    sync_folder(target.parent)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or of any new file."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return NEW_FILE_MODE & ~mask


def sync_folder(folder: Path) -> None:
    """Make the new name last; some systems cannot, and the file itself is safe already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
