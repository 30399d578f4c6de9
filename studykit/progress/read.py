"""The text of a log read: fast where we wrote it, by YAML where a person did.

Three ways, each only where the one before does not do: the strict pattern for
the whole text; YAML for each line that is not as we write it; YAML for the
whole text, where records span lines. Where that fails too, whatever lines can
be read are, and each of the others is named.
"""

import re
from dataclasses import dataclass
from typing import Literal

from studykit.deck.nodes import Node, is_list, is_map, parse_nodes
from studykit.errors import Problem, ProgressError
from studykit.messages import _
from studykit.progress.decode import NewerFormatError, UnreadableError, decode_record
from studykit.progress.lines import strict_records
from studykit.scheduling.model import Record

BOM = "\ufeff"
_BLANK = re.compile(r" *(?:#.*)?")


@dataclass(frozen=True, slots=True)
class LogText:
    """What a log holds: its records, and what cannot be read, each with its line.

    `way` is how it was read: each line by itself, as a whole (records that span
    lines, or refer to others), or what could be read of a text that is no YAML.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    way: Literal["lines", "whole", "salvage"] = "lines"


class _CannotError(Exception):
    """This way does not do; says why."""


def read_log(text: str, path: str, first_line: int = 1) -> LogText:
    """The records of the text of a log, or of its end from `first_line` on.

    `path` is for the problems. ProgressError where the format is a newer one.
    """
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    records = strict_records(text)
    if records is not None:
        return LogText(tuple(records))
    try:
        return _Reader(path, first_line).read(text)
    except NewerFormatError as error:
        message = _("{path}: was written by a newer studykit ({format}); update studykit")
        raise ProgressError(message.format(path=path, format=error)) from None


class _Reader:
    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line

    def read(self, text: str) -> LogText:
        lines = text.split("\n")[:-1]
        try:
            return self.by_line(lines, salvage=False)
        except _CannotError:
            pass
        try:
            whole = self.whole(text)
        except _CannotError:
            return self.by_line(lines, salvage=True)
        if whole.problems:
            # A quote that a stray line opens may have swallowed the lines up to the next.
            salvaged = self.by_line(lines, salvage=True)
            if len(salvaged.records) > len(whole.records):
                return salvaged
        return whole

    def by_line(self, lines: list[str], *, salvage: bool) -> LogText:
        records: list[Record] = []
        problems: list[Problem] = []
        for number, line in enumerate(lines, self.first_line):
            strict = strict_records(line + "\n")
            if strict is not None:
                records += strict
            elif not _BLANK.fullmatch(line):
                try:
                    self.decode(self.one_item(line), number, records, problems)
                except _CannotError as error:
                    if not salvage:
                        raise
                    problems.append(Problem(self.path, number, str(error)))
        return LogText(tuple(records), tuple(problems), "salvage" if salvage else "lines")

    def one_item(self, line: str) -> Node:
        """The item of a line that is a list of one record by itself."""
        root = self.nodes(line)
        if not is_list(root) or len(root.value) != 1 or not is_map(root.value[0]):
            raise _CannotError(_not_a_record())
        item: Node = root.value[0]
        if not item.flow:
            raise _CannotError(_not_a_record())
        return item

    def whole(self, text: str) -> LogText:
        root = self.nodes(text)
        if not is_list(root):
            raise _CannotError
        records: list[Record] = []
        problems: list[Problem] = []
        for item in root.value:
            self.decode(item, item.line + self.first_line - 1, records, problems)
        return LogText(tuple(records), tuple(problems), "whole")

    def decode(
        self, item: Node, number: int, records: list[Record], problems: list[Problem]
    ) -> None:
        try:
            record = decode_record(item)
        except UnreadableError as error:
            problems.append(Problem(self.path, number, str(error)))
            return
        if record is not None:
            records.append(record)

    def nodes(self, text: str) -> Node:
        root = parse_nodes(text, self.path)
        if root is None or isinstance(root, Problem):
            raise _CannotError(root.message if root else _not_a_record())
        return root


def _not_a_record() -> str:
    return _("not a record: {{id: …, at: …, day: …}}").format()
