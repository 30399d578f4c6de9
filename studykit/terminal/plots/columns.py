"""Upright bars side by side, each a stack of one or more parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_EIGHTHS = " ▁▂▃▄▅▆▇█"
# A bar of two cells and a gap; wider ones look like blocks.
_WIDEST = 3
_HEIGHT = 6
# Blanks between two labels, so that they are read as two.
_APART = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One bar: its parts, the lowest first, and what it is of."""

    parts: Sequence[float]
    label: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Bars on one scale; `styles` are those of their parts.

    Below stand as many of the labels as fit; `amount` words the ends of the
    scale, which goes to `top` at least. Where there is no room for all, the last
    bars are drawn.
    """

    columns: Sequence[Column]
    styles: Sequence[str]
    amount: Callable[[float], str] = "{:.0f}".format
    height: int = _HEIGHT
    top: float = 0.0

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.cells import cell_len
        from rich.text import Text

        if not self.columns:
            return
        top = max(self.top, *(sum(column.parts) for column in self.columns))
        scale = [self.amount(top), *[""] * (self.height - 2), self.amount(0)]
        margin = max(map(cell_len, scale)) + 1
        room = max(1, options.max_width - margin)
        shown = self.columns[-room:]
        wide = max(1, min(_WIDEST, room // len(shown)))
        gap = " " if wide > 1 else ""
        for row, label in zip(range(self.height - 1, -1, -1), scale, strict=True):
            line = Text(" " * (margin - 1 - cell_len(label)), no_wrap=True, overflow="crop")
            line.append(label + " ", "dim")
            for column in shown:
                glyph, style = self._cell(column.parts, row, top)
                line.append(glyph * (wide - len(gap)), style)
                line.append(gap)
            line.rstrip()
            yield line
        labels = _labels_line([column.label for column in shown], wide, room)
        yield Text(" " * margin + labels, "dim", no_wrap=True, overflow="crop")

    def _cell(self, parts: Sequence[float], row: int, top: float) -> tuple[str, str]:
        """What is seen of a bar in one row, counted from the bottom: a glyph and its style."""
        total = sum(parts)
        if not total:
            return " ", ""
        # A bar that is not empty is always seen.
        eighths = max(1, round(total / top * self.height * 8))
        filled = min(8, eighths - row * 8)
        if filled <= 0:
            return " ", ""
        middle = (row + filled / 16) / self.height * top
        return _EIGHTHS[filled], self.styles[_part_at(parts, middle)]


def _part_at(parts: Sequence[float], height: float) -> int:
    """Which part of a stack is at a height; the last that is not empty where none is."""
    found = 0
    for at, part in enumerate(parts):
        if part:
            found = at
            height -= part
            if height < 0:
                break
    return found


def _labels_line(labels: Sequence[str], wide: int, room: int) -> str:
    """Labels below their bars: the first, the last, and evenly spaced ones between."""
    from rich.cells import cell_len

    longest = max(map(cell_len, labels)) + _APART
    every = max(1, -(-longest // wide))
    line = ""
    for at in range(0, len(labels), every):
        label = labels[at]
        if at * wide + cell_len(label) > room:
            break
        line += " " * (at * wide - cell_len(line)) + label
    return line
