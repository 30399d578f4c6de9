"""Lying bars, one below another, with a name before and a number behind each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.terminal.plots.styles import BAR

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
# Longer bars tell no more, and are far from their numbers.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Rows:
    """A bar for each pair of name and number, all on one scale."""

    rows: Sequence[tuple[str, int]]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.cells import cell_len
        from rich.text import Text

        top = max((number for _name, number in self.rows), default=0)
        names = max((cell_len(name) for name, _number in self.rows), default=0)
        room = max(1, min(_LONGEST, options.max_width - names - len(str(top)) - 2))
        for name, number in self.rows:
            line = Text(" " * (names - cell_len(name)) + name + " ", "dim", no_wrap=True)
            line.overflow = "crop"
            line.append(_bar(number, top, room), f"not dim {BAR}")
            line.append(f" {number}" if number else "", "not dim")
            line.rstrip()
            yield line

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        from rich.measure import Measurement

        return Measurement(options.max_width, options.max_width)


def _bar(number: int, top: int, room: int) -> str:
    if not number:
        return ""
    full, rest = divmod(max(1, round(number / top * room * 8)), 8)
    return "█" * full + _EIGHTHS[rest]
