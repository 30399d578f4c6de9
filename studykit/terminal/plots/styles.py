"""The colours and shades of what is counted: colours are the terminal's own, by name."""

from typing import TYPE_CHECKING

from studykit.statistics.counts import Stage
from studykit.statistics.reviews import Kind

if TYPE_CHECKING:
    from rich.console import Console

KIND_STYLES: dict[Kind, str] = {
    "new": "blue",
    "learning": "yellow",
    "review": "green",
    "relearning": "red",
    "practice": "cyan",
}
# The better known, the darker.
STAGE_LOOKS: dict[Stage, tuple[str, str]] = {
    "mature": ("█", "green"),
    "young": ("▓", "cyan"),
    "learning": ("▒", "yellow"),
    "new": ("░", "blue"),
    "suspended": ("·", "dim"),
}
SHADES = "·░▒▓█"
SHADE_STYLES = ("dim", "green", "green", "green", "green")
BAR = "cyan"


def is_coloured(console: "Console") -> bool:
    """Whether colours are to be seen."""
    return console.color_system is not None and not console.no_color
