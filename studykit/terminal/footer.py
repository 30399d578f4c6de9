"""The line of keys at the foot of a screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult


def footer(keys: list[tuple[str, str]]) -> "list[RenderableType]":
    """A line that says what each key does; in a narrow window, several."""
    return ["", _KeyLine(tuple(keys))]


@dataclass(frozen=True, slots=True)
class _KeyLine:
    keys: tuple[tuple[str, str], ...]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        line = Text()
        for key, what in self.keys:
            entry = Text("  ").append(f" {key} ", "reverse").append(f" {what}")
            if line and line.cell_len + entry.cell_len > options.max_width:
                yield line
                line = Text()
            line.append_text(entry)
        yield line
