"""Answers side by side as far as they fit, none broken unless it is wider than a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

_APART = "   "


@dataclass(frozen=True, slots=True)
class Packed:
    """A renderable: texts one after another, indented."""

    texts: "Sequence[Text]"
    indent: int = 2

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        room = options.max_width - self.indent
        lines: list[Text] = []
        for text in self.texts:
            if lines and lines[-1].cell_len + len(_APART) + text.cell_len <= room:
                lines[-1].append(_APART).append_text(text)
            else:
                lines.append(text.copy())
        for line in lines:
            yield Block(line, self.indent)
