"""The calendar heat map: weeks side by side, Monday at the top, the darker the busier."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.statistics.heat_map import Week, level, thresholds
from studykit.statistics.wording import month_name, weekday_name
from studykit.terminal.plots.styles import SHADE_STYLES, SHADES

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

# Monday, Wednesday, Friday: every name would make the chart restless.
_NAMED_DAYS = (0, 2, 4)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A cell for each day; of the weeks the last that fit, two cells wide where all do."""

    weeks: Sequence[Week]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.cells import cell_len, set_cell_size
        from rich.text import Text

        names = [weekday_name(at) if at in _NAMED_DAYS else "" for at in range(7)]
        margin = max(map(cell_len, names)) + 1
        room = max(1, options.max_width - margin)
        wide = 2 if 2 * len(self.weeks) <= room else 1
        weeks = self.weeks[-(room // wide) :]
        bounds = thresholds([count for week in self.weeks for count in week.counts if count])
        months = _months_line(weeks, wide, room)
        yield Text(" " * margin + months, "dim", no_wrap=True, overflow="crop")
        for at, name in enumerate(names):
            line = Text(no_wrap=True, overflow="crop")
            line.append(set_cell_size(name, margin), "dim")
            for week in weeks:
                count = week.counts[at]
                if count is not None:
                    shade = level(count, bounds)
                    line.append(SHADES[shade], SHADE_STYLES[shade])
                    line.append(" " * (wide - 1))
            line.rstrip()
            yield line
        legend = Text(" " * margin, no_wrap=True, overflow="crop").append(_("less") + " ", "dim")
        for glyph, style in zip(SHADES, SHADE_STYLES, strict=True):
            legend.append(glyph, style)
        yield legend.append(" " + _("more"), "dim")


def _months_line(weeks: Sequence[Week], wide: int, room: int) -> str:
    """The name of each month above the week that holds its first day."""
    from rich.cells import cell_len

    line = ""
    before = weeks[0].monday[:7]
    for at, week in enumerate(weeks):
        month = week.monday[:7]
        name = month_name(week.monday)
        start = at * wide
        if month != before and start + cell_len(name) <= room and cell_len(line) <= start:
            line += " " * (start - cell_len(line)) + name
        before = month
    return line
