"""Lines of Chinese text, broken where a typesetter would break them.

Rich breaks at blanks only and then anywhere, which splits 2.54% in two and
starts lines with a comma.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

_OPENING = "“‘《〈「『（【〔(["
_CLOSING = "”’》〉」』）】〕)],，.。、;；:：!！?？%％‰…—"
# What stays on one line: a run of Latin letters, digits and what joins them, or one
# character; with the brackets that open before it and the marks that close after it.
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9_]+(?:[.,:/'+-][A-Za-z0-9_]+)*|.)[{re.escape(_CLOSING)}]*",
    re.DOTALL,
)


def breaks(text: str, width: int) -> list[int]:
    """Offsets at which to break one paragraph so that no line is wider than `width` cells.

    A unit wider than a whole line is cut. Half-width blanks at a break stay at
    the end of their line, beyond the edge if need be.
    """
    from rich.cells import cell_len

    out: list[int] = []
    used = 0
    for match in _UNIT.finditer(text):
        wide = cell_len(match.group().rstrip())
        if used and used + wide > width:
            out.append(match.start())
            used = 0
        if wide <= width:
            used += cell_len(match.group())
            continue
        for at in range(match.start(), match.end()):
            cells = cell_len(text[at])
            if used and used + cells > width:
                out.append(at)
                used = 0
            used += cells
    return out


@dataclass(frozen=True, slots=True)
class Block:
    """A renderable: paragraphs of text, wrapped and indented; `hang` is the first indent's text.

    Blanks at the ends of lines go, unless `keep` is set.
    """

    text: "Text"
    indent: int = 2
    hang: str = ""
    keep: bool = False

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.cells import set_cell_size
        from rich.text import Text

        width = max(8, options.max_width - self.indent)
        margin = set_cell_size(self.hang, self.indent) if self.hang else " " * self.indent
        for paragraph in self.text.split("\n", allow_blank=True):
            for line in paragraph.divide(breaks(paragraph.plain, width)):
                whole = Text(margin, no_wrap=True, overflow="ignore").append_text(line)
                if not self.keep:
                    whole.rstrip()
                yield whole
                margin = " " * self.indent
