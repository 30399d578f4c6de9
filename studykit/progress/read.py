"""The text of a log read: by one strict pattern where every line is as we write it."""

from dataclasses import dataclass
from typing import Literal

from studykit.errors import Problem, ProgressError
from studykit.messages import _
from studykit.progress.decode import NewerFormatError, decode_record
from studykit.progress.items import Reading, normal_lines, read_items
from studykit.progress.lines import strict_records
from studykit.scheduling.model import Record


@dataclass(frozen=True, slots=True)
class LogText:
    """What a log holds: its records, and what cannot be read; `way` is that of `Items`."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    way: Literal["lines", "whole", "salvage"] = "lines"


def read_log(text: str, path: str, first_line: int = 1) -> LogText:
    """The records of the text of a log, or of its end from `first_line` on.

    `path` is for the problems. ProgressError where the format is a newer one.
    """
    text = normal_lines(text)
    records = strict_records(text)
    if records is not None:
        return LogText(tuple(records))
    wanted = _("not a record: {{id: …, at: …, day: …}}").format()
    try:
        found = read_items(text, path, Reading(strict_records, decode_record, wanted), first_line)
    except NewerFormatError as error:
        raise newer_format(path, str(error)) from None
    return LogText(found.items, found.problems, found.way)


def newer_format(path: str, name: str) -> ProgressError:
    """The error for a file whose format is a newer one than ours."""
    message = _("{path}: was written by a newer studykit ({format}); update studykit")
    return ProgressError(message.format(path=path, format=name))
