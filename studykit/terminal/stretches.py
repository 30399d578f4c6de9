"""Text with stretches that stand out: by their style, and in brackets where there is no colour."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.terminal.screen import SIGHT
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

OPEN, CLOSE = "〔", "〕"
Stretch = tuple[str, bool]
"""Some words, and whether they stand out."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """A block of text after a sign; `note` is a quiet word at its end.

    `sight` asks the screen to keep the first stretch that stands out in sight.
    """

    sign: str
    words: tuple[Stretch, ...]
    style: str
    marked: str
    note: str = ""
    sight: bool = False

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.style import Style

        brackets = console.no_color or console.color_system is None
        wanted = self.sight
        text = plain("")
        for words, stands_out in self.words:
            if not stands_out:
                text.append_text(plain(words, self.style))
                continue
            part = plain(f"{OPEN}{words}{CLOSE}" if brackets else words, self.marked)
            if wanted:
                part.stylize(Style.from_meta({SIGHT: True}), 0, 1)
                wanted = False
            text.append_text(part)
        yield Block(text.append_text(plain(self.note, "dim")), len(self.sign), self.sign)
