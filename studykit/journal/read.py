"""A journal read: what happened, and what cannot be read, each with its line."""

from dataclasses import dataclass
from pathlib import Path

from studykit.errors import Problem, ProgressError
from studykit.journal.lines import Event, Format, event_of, strict_event, wanted
from studykit.messages import _
from studykit.progress.folder import cannot_read
from studykit.progress.items import Reading, normal_lines, read_items
from studykit.progress.lines import decoded
from studykit.progress.read import newer_format


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a journal, in their order and without its header, and its problems."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_journal(path: Path, form: Format) -> Events:
    """The events of a journal of this format; a running session may be writing it.

    ProgressError where the file cannot be read, is of a newer format, or is
    something else.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise cannot_read(path, error) from error
    return read_events(decoded(data), str(path), form)


def read_events(text: str, path: str, form: Format) -> Events:
    """The events of the text of a journal; `path` is for problems and errors.

    ProgressError where the format is a newer one, or the text is something else.
    """
    found = read_items(normal_lines(text), path, Reading(strict_event, event_of, wanted()))
    if not found.items:
        if found.problems:
            raise _something_else(path, form)
        return Events()
    header, *events = found.items
    _check(header.get("format"), path, form)
    return Events(tuple(events), found.problems)


def _check(name: object, path: str, form: Format) -> None:
    words = name if isinstance(name, str) else ""
    kind, _slash, version = words.rpartition("/")
    if kind != form.name or not (version.isascii() and version.isdecimal()) or int(version) < 1:
        raise _something_else(path, form)
    if int(version) > form.version:
        raise newer_format(path, words)


def _something_else(path: str, form: Format) -> ProgressError:
    message = _("{path}: is not of the format {format}; nothing was changed in it")
    return ProgressError(message.format(path=path, format=form))
