"""The line of keys at the foot of a screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult


def footer(keys: list[tuple[str, str]]) -> "list[RenderableType]":
    """A line that says what each key does; in a narrow window, several."""
    return ["", key_line([(key, what, "") for key, what in keys])]


def key_line(keys: list[tuple[str, str, str]]) -> "RenderableType":
    """Keys, each with what it does and a colour of its own."""
    return _KeyLine(tuple(keys))


@dataclass(frozen=True, slots=True)
class _KeyLine:
    keys: tuple[tuple[str, str, str], ...]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        line = Text()
        for key, what, colour in self.keys:
            entry = Text("  ").append(f" {key} ", f"reverse {colour}").append(f" {what}")
            if line and line.cell_len + entry.cell_len > options.max_width:
                yield line
                line = Text()
            line.append_text(entry)
        yield line
