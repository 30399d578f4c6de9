"""One lying bar of several parts, as wide as there is room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts of a whole: a number for each, and the glyph and style that it is drawn in."""

    parts: Sequence[tuple[int, str, str]]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        cells = shared([number for number, _glyph, _style in self.parts], options.max_width)
        line = Text(no_wrap=True, overflow="crop")
        for (_number, glyph, style), wide in zip(self.parts, cells, strict=True):
            line.append(glyph * wide, style)
        yield line


def shared(numbers: Sequence[int], cells: int) -> list[int]:
    """So many cells shared out by number, at least one to each that is not 0.

    What is left goes where most was cut off (the largest remainder). There are
    more cells than numbers.
    """
    whole = sum(numbers)
    if not whole:
        return [0] * len(numbers)
    least = [int(number > 0) for number in numbers]
    free = cells - sum(least)
    exact = [number / whole * free for number in numbers]
    given = [int(share) for share in exact]
    left = sorted(range(len(numbers)), key=lambda at: given[at] - exact[at])
    for at in left[: free - sum(given)]:
        given[at] += 1
    return [one + more for one, more in zip(least, given, strict=True)]
