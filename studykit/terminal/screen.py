"""A screen of three parts: a header, a body that scrolls, a footer with the keys.

Lines are drawn without padding or right borders: terminals disagree on the
width of some characters (“ ” … ①), and then only what stands on their left
stays aligned.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.terminal.keys import PASTE_OFF, PASTE_ON
from studykit.terminal.stops import around_stops

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.segment import Segment

# In a window too low for all, the body keeps this many lines and the header goes, then the footer.
LEAST_BODY = 3
SCROLL_KEYS = ("up", "down", "pageup", "pagedown")
# In the `meta` of a style. CURSOR: here the cursor stands, and an input method shows its work.
# SIGHT: what the learner asked to see begins here.
CURSOR, SIGHT = "cursor", "sight"


@dataclass(frozen=True, slots=True)
class View:
    """What to show: Rich renderables for each of the parts."""

    header: "Sequence[RenderableType]"
    body: "Sequence[RenderableType]"
    footer: "Sequence[RenderableType]"


class Screen:
    """Draws views on a console; on a dumb terminal it prints them one below another."""

    def __init__(self, console: "Console") -> None:
        self.console = console
        self._top = 0
        self._follows = True

    @contextmanager
    def open(self) -> Iterator["Screen"]:
        """Take the whole terminal, and give it back as it was."""
        if self.plain:
            yield self
            return
        try:
            with self.console.screen(hide_cursor=True), around_stops(self.aside):
                self._write(PASTE_ON)
                yield self
        finally:
            self._write(PASTE_OFF)

    @property
    def plain(self) -> bool:
        """Whether nothing can be drawn over: views are printed one below another."""
        return self.console.is_dumb_terminal or not self.console.is_terminal

    @contextmanager
    def aside(self) -> Iterator[None]:
        """While another program has the terminal."""
        if self.plain:
            yield
            return
        self._write(PASTE_OFF)
        self.console.set_alt_screen(False)
        self.console.show_cursor(True)
        try:
            yield
        finally:
            self.console.set_alt_screen(True)
            self.console.show_cursor(False)
            self._write(PASTE_ON)

    def _write(self, controls: str) -> None:
        self.console.file.write(controls)
        self.console.file.flush()

    def scroll(self, key: str) -> None:
        """Move the body for one of SCROLL_KEYS; `draw` keeps it within the text."""
        page = max(1, self.console.size.height // 2)
        self._follows = False
        self._top += {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[key]

    def to_top(self) -> None:
        """Show the body from its first line again."""
        self._top = 0
        self._follows = True

    def to_mark(self) -> None:
        """Keep what is marked in sight from now on."""
        self._follows = True

    def draw(self, view: View) -> None:
        """Draw this view in the place of the one before."""
        from rich.control import Control
        from rich.segment import ControlType, Segments

        header, body, footer = (self._lines(p) for p in (view.header, view.body, view.footer))
        if self.plain:
            self._print(header, body, footer)
            return
        height = self.console.size.height
        if len(header) + len(footer) + LEAST_BODY > height:
            header = []
        if len(footer) + LEAST_BODY > height:
            footer = []
        room = max(1, height - len(header) - len(footer))
        body, above, below = self._window(body, room)
        body += [[] for _ in range(room - len(body))]
        erase_line = Control((ControlType.ERASE_IN_LINE, 0))
        with self.console:  # one write for the whole screen, so that it does not flicker
            self.console.control(Control.show_cursor(False), Control.home())
            lines = [*header, *self._marked(body, above, below), *footer][:height]
            for at, line in enumerate(lines):
                if at:
                    self.console.print()
                self.console.print(Segments(line), end="")
                self.console.control(erase_line)
            cursor = _marked_place(lines, (CURSOR,))
            if cursor:
                self.console.control(Control.move_to(*cursor), Control.show_cursor(True))

    def _print(self, *parts: "list[list[Segment]]") -> None:
        """Print the parts one below another; a line to be typed comes last and stays open."""
        from rich.segment import Segments

        header, body, footer = parts
        typing = _marked_place(body, (CURSOR,)) is not None
        lines = [*header, *footer, [], *body] if typing else [*header, *body, *footer]
        for line in lines[:-1]:
            self.console.print(Segments(line))
            self.console.print()
        self.console.print(Segments(lines[-1]))
        if not typing:
            self.console.print("\n")

    def _lines(self, parts: "Sequence[RenderableType]") -> "list[list[Segment]]":
        options = self.console.options.update(width=self.console.size.width - 1, height=None)
        return [
            line for part in parts for line in self.console.render_lines(part, options, pad=False)
        ]

    def _window(
        self, lines: "list[list[Segment]]", room: int
    ) -> "tuple[list[list[Segment]], bool, bool]":
        """The lines that fit, and whether there are more above and below."""
        sight = _marked_place(lines, (CURSOR, SIGHT))
        if sight and self._follows:
            margin = min(1, room - 1)  # the last line may be the sign that there is more
            top = sight[1] - room + 1 + margin
            self._top = min(max(self._top, top), sight[1])
        self._top = max(0, min(self._top, len(lines) - room))
        below = len(lines) > self._top + room
        return lines[self._top : self._top + room], self._top > 0, below

    def _marked(
        self, lines: "list[list[Segment]]", above: bool, below: bool
    ) -> "list[list[Segment]]":
        """The lines with a sign at the ends where text lies out of sight."""
        from rich.segment import Segment
        from rich.style import Style

        dim = Style(dim=True)
        if above:
            lines = [[Segment("  ↑", dim)], *lines[1:]]
        if below:
            lines = [*lines[:-1], [Segment("  ↓", dim)]]
        return lines


def _marked_place(lines: "list[list[Segment]]", marks: tuple[str, ...]) -> tuple[int, int] | None:
    """Column and row, from 0, of the first segment with one of these marks."""
    for row, line in enumerate(lines):
        column = 0
        for segment in line:
            if segment.style and any(segment.style.meta.get(mark) for mark in marks):
                return column, row
            column += segment.cell_length
    return None
