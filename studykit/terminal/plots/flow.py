"""Short entries in as few lines as they fit, none of them broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

_APART = "  "


@dataclass(frozen=True, slots=True)
class Flow:
    """Entries one after another."""

    entries: "Sequence[Text]"

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        line = Text(no_wrap=True, overflow="crop")
        for entry in self.entries:
            if line and line.cell_len + len(_APART) + entry.cell_len > options.max_width:
                yield line
                line = Text(no_wrap=True, overflow="crop")
            line.append(_APART if line else "")
            line.append_text(entry)
        yield line


def legend(entries: "Sequence[tuple[str, int]]", swatches: Sequence[tuple[str, str]]) -> Flow:
    """Names with their numbers, each behind its swatch: a glyph, perhaps none, and a style."""
    from rich.text import Text

    texts = []
    for (name, number), (glyph, style) in zip(entries, swatches, strict=True):
        text = Text(glyph + " " if glyph else "", style)
        texts.append(Text.assemble(text, f"{name} ", (str(number), "bold")))
    return Flow(texts)
