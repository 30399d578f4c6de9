"""A journal that is being written, by one session at a time."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from studykit.errors import Problem, ProgressError, StudykitError
from studykit.journal.lines import Event, Format, line_of
from studykit.journal.read import read_events, read_journal
from studykit.messages import _
from studykit.progress.appending import Appender, torn_end
from studykit.progress.folder import cannot_read, cannot_write
from studykit.progress.lines import decoded
from studykit.progress.lock import take

SET_ASIDE = "set-aside"
"""The folder beside the journals where what was torn is kept."""

# An editor at work leaves hidden files beside.
_NAME = re.compile(r"[^.].*\.yaml")


class Journal:
    """Takes events, each of which is on the disk when `append` returns."""

    def __init__(self, path: Path, form: Format) -> None:
        """Mend the end of the file and read it; the caller holds the lock. See `open_journal`."""
        self.path = path
        self._appender = Appender(
            form.header, path.parent / SET_ASIDE, lambda path: _is_whole(path, form)
        )
        _refuse_others(path, form)
        self._appender.mend(path)
        found = read_journal(path, form)
        self.events: tuple[Event, ...] = found.events
        """What had happened when the journal was opened."""
        self.problems: tuple[Problem, ...] = found.problems

    @property
    def notes(self) -> tuple[str, ...]:
        """What was set aside and what cannot be read, a line each for the person."""
        return (*self._appender.notes, *map(str, self.problems))

    def append(self, event: Event) -> None:
        """Write an event; ProgressError where it could not be: nothing of it is written then."""
        self.append_all((event,))

    def append_all(self, events: Iterable[Event]) -> None:
        """Write events, all or none of them (see `append`), for one wait for the disk."""
        lines = "".join(map(line_of, events))
        if lines:
            self._appender.append(self.path, lines)

    def close(self) -> None:
        """Let go of the file."""
        self._appender.close()


@contextmanager
def open_journal(path: Path, form: Format) -> Iterator[Journal]:
    """The journal at a path, there or not, for one session; without any event it is gone again.

    ProgressError where another session has it, where it cannot be read or
    written, or where the file is of a newer format or something else.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        if not (take(handle) and _still_at(path, handle)):
            message = _("{path}: this session is running in another window; end it first")
            raise ProgressError(message.format(path=path))
        journal = Journal(path, form)
        try:
            yield journal
        finally:
            journal.close()
            with suppress(OSError):
                if not os.stat(path).st_size:
                    os.unlink(path)
    finally:
        os.close(handle)


def new_journal(folder: Path, now: datetime) -> Path:
    """A file, still empty, for the session that begins now: named by its day and second.

    ProgressError where it cannot be made.
    """
    name = f"{now:%Y-%m-%d-%H%M%S}"
    number = 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            path = folder / (f"{name}.yaml" if number == 1 else f"{name}-{number}.yaml")
            with suppress(FileExistsError):
                path.open("x").close()
                return path
            number += 1
    except OSError as error:
        raise cannot_write(folder, error) from error


def journals(folder: Path) -> list[Path]:
    """The journals in a folder that hold anything, the oldest first.

    ProgressError if that is unknown.
    """
    try:
        with os.scandir(folder) as found:
            names = [one.name for one in found if _NAME.fullmatch(one.name) and _holds(one)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot_read(folder, error) from error
    return sorted((folder / name for name in names), key=lambda path: path.stem)


def _holds(entry: "os.DirEntry[str]") -> bool:
    return entry.is_file() and entry.stat().st_size > 0


def journal_named(folder: Path, name: str) -> Path:
    """A journal that is there: a path, or a name in the folder; the last of it if empty.

    StudykitError where there is none.
    """
    if not name:
        found = journals(folder)
        if not found:
            raise StudykitError(_("{path}: there is no session yet").format(path=folder))
        return found[-1]
    for path in (Path(name), folder / name, folder / f"{name}.yaml"):
        if path.is_file():
            return path
    raise ProgressError(_("{path}: there is no such session").format(path=name))


def _still_at(path: Path, handle: int) -> bool:
    """Whether the file that was opened still has its name: an empty one is removed at the end."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.stat(path))
    return False


def _refuse_others(path: Path, form: Format) -> None:
    """ProgressError where a file holds something else: nothing of it may be set aside."""
    try:
        data = path.read_bytes()
        torn = torn_end(path)
    except OSError as error:
        raise cannot_read(path, error) from error
    lines = data[: len(data) - len(torn)]
    if lines or not form.header.encode().startswith(torn):
        read_events(decoded(lines or data), str(path), form)


def _is_whole(path: Path, form: Format) -> bool:
    text = decoded(path.read_bytes())
    number = text.count("\n") + 1
    try:
        problems = read_events(text, str(path), form).problems
    except ProgressError:  # a part of the header, and nothing else
        return False
    return all(problem.line < number for problem in problems)
