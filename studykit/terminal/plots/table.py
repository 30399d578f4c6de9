"""Tables without borders: names on the left, figures on the right."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.table import Table

# Wider than any table: what a table wants where nothing keeps it in.
_UNBOUNDED = 10_000


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table whose column with a ratio gives way where there is no room for all."""

    table: "Table"

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        wanted = self.table.__rich_measure__(console, options.update(width=_UNBOUNDED)).maximum
        self.table.expand = wanted > options.max_width
        yield self.table


def plain_table(name: str, *figures: str) -> "Table":
    """An empty table with these headings; names may be shortened, figures never (see `Fitted`)."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, header_style="dim")
    table.add_column(name, no_wrap=True, overflow="ellipsis", ratio=1)
    for figure in figures:
        table.add_column(figure, justify="right", no_wrap=True)
    return table
