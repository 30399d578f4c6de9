"""What can be read from the back row: figures of blocks, frames, and characters set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.terminal.wrap import breaks

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

# Three dots wide and five high; two dots of a column make one character.
_DOTS = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    ":": "0 1 0 1 0",
}
_PAIRS = {"11": "█", "10": "▀", "01": "▄", "00": " "}
ROWS = 3
# In a window with so many lines there is room between the texts in a frame.
TALL = 30
_BAR = "  ┃  "
_BETWEEN = re.compile(
    r"(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff0-9A-Za-z])|(?<=[0-9A-Za-z%％])(?=[\u3400-\u9fff])"
)


def block_figures(text: str) -> list[str]:
    """Digits and colons as ROWS lines of block characters, all of one length."""
    rows = [""] * ROWS
    for char in text:
        dots = [*_DOTS[char].split(), "0" * 3]
        for row in range(ROWS):
            upper, lower = dots[2 * row], dots[2 * row + 1]
            rows[row] += "".join(_PAIRS[a + b] for a, b in zip(upper, lower, strict=False)) + " "
    return rows


def set_apart(text: str) -> str:
    """The text with a blank between Chinese characters, and between them and figures."""
    return _BETWEEN.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Frame:
    """Texts, each after its sign, with lines above and below them and a bar on their left."""

    texts: "tuple[tuple[str, Text], ...]"
    style: str = ""

    @classmethod
    def of(cls, text: "Text", sign: str = "", style: str = "") -> "Frame":
        """A frame around one text."""
        return cls(((sign, text),), style)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        # Half as long as the window is wide: a terminal may draw it twice as wide.
        rule = "━" * max(4, options.max_width // 2 - 4)
        apart = console.size.height >= TALL
        yield Text(f"  ┏{rule}", self.style)
        for number, (sign, text) in enumerate(self.texts):
            if number and apart:
                yield Text(_BAR.rstrip(), self.style)
            yield from self._lines(sign, text, options.max_width)
        yield Text(f"  ┗{rule}", self.style)

    def _lines(self, sign: str, text: "Text", width: int) -> "Iterator[Text]":
        from rich.text import Text

        room = max(8, width - len(_BAR) - len(sign))
        for paragraph in text.split("\n", allow_blank=True):
            for line in paragraph.divide(breaks(paragraph.plain, room)):
                whole = Text(_BAR, self.style, no_wrap=True, overflow="ignore")
                yield whole.append(sign, "bold").append_text(line)
                sign = " " * len(sign)
