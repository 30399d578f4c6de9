"""A text of YAML items read: fast where we wrote it, by YAML where a person did.

Three ways, each only where the one before does not do: the strict reading of
each line; YAML for a line that is not as we write it; YAML for the whole text,
where items span lines. Where that fails too, whatever lines can be read are, and
each of the others is named.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from studykit.deck.nodes import Node, is_list, is_map, parse_nodes
from studykit.errors import Problem
from studykit.progress.decode import UnreadableError

BOM = "\ufeff"
_BLANK = re.compile(r" *(?:#.*)?")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Items(Generic[_T]):
    """What a text holds, in its order, and what cannot be read, each with its line.

    `way` is how it was read: each line by itself, as a whole (items that span
    lines, or refer to others), or what could be read of a text that is no YAML.
    """

    items: tuple[_T, ...]
    problems: tuple[Problem, ...] = ()
    way: Literal["lines", "whole", "salvage"] = "lines"


@dataclass(frozen=True, slots=True)
class Reading(Generic[_T]):
    """How the items of one kind of file are read.

    `strict` gives the items of a line as we write it, None for any other;
    `decode` the item of a node, None for one that is no item of its own, and
    raises `UnreadableError`; `wanted` says what an item looks like.
    """

    strict: Callable[[str], Sequence[_T] | None]
    decode: Callable[[Node], _T | None]
    wanted: str


def normal_lines(text: str) -> str:
    """The text without a byte order mark, each line ending with a line feed."""
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    return text if not text or text.endswith("\n") else text + "\n"


def read_items(text: str, path: str, reading: Reading[_T], first_line: int = 1) -> Items[_T]:
    """The items of a text of normal lines, the first of which has the number `first_line`.

    `path` is for the problems.
    """
    return _Reader(path, first_line, reading).read(text)


class _CannotError(Exception):
    """This way does not do; says why."""


class _Reader(Generic[_T]):
    def __init__(self, path: str, first_line: int, reading: Reading[_T]) -> None:
        self.path, self.first_line, self.reading = path, first_line, reading

    def read(self, text: str) -> Items[_T]:
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
            if len(salvaged.items) > len(whole.items):
                return salvaged
        return whole

    def by_line(self, lines: list[str], *, salvage: bool) -> Items[_T]:
        items: list[_T] = []
        problems: list[Problem] = []
        for number, line in enumerate(lines, self.first_line):
            strict = self.reading.strict(line + "\n")
            if strict is not None:
                items += strict
            elif not _BLANK.fullmatch(line):
                try:
                    self.decode(self.one_item(line), number, items, problems)
                except _CannotError as error:
                    if not salvage:
                        raise
                    problems.append(Problem(self.path, number, str(error)))
        return Items(tuple(items), tuple(problems), "salvage" if salvage else "lines")

    def one_item(self, line: str) -> Node:
        """The item of a line that is a list of one item by itself."""
        root = self.nodes(line)
        if not is_list(root) or len(root.value) != 1 or not is_map(root.value[0]):
            raise _CannotError(self.reading.wanted)
        item: Node = root.value[0]
        if not item.flow:
            raise _CannotError(self.reading.wanted)
        return item

    def whole(self, text: str) -> Items[_T]:
        root = self.nodes(text)
        if not is_list(root):
            raise _CannotError
        items: list[_T] = []
        problems: list[Problem] = []
        for item in root.value:
            self.decode(item, item.line + self.first_line - 1, items, problems)
        return Items(tuple(items), tuple(problems), "whole")

    def decode(self, node: Node, number: int, items: list[_T], problems: list[Problem]) -> None:
        try:
            item = self.reading.decode(node)
        except UnreadableError as error:
            problems.append(Problem(self.path, number, str(error)))
            return
        if item is not None:
            items.append(item)

    def nodes(self, text: str) -> Node:
        root = parse_nodes(text, self.path)
        if root is None or isinstance(root, Problem):
            raise _CannotError(root.message if root else self.reading.wanted)
        return root
