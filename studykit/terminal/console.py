"""The console that everything is printed on."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console


def make_console(file: "TextIO | None" = None) -> "Console":
    """A console (default: standard output) that reads no markup, emoji names or figures.

    Rich itself heeds NO_COLOR, TERM and whether output is a terminal.
    """
    from rich.console import Console

    return Console(file=file or sys.stdout, markup=False, emoji=False, highlight=False)


def interactive(screen: "TextIO | None" = None) -> bool:
    """Whether a person sits at both ends: keys come in and a screen, standard output, shows."""
    return sys.stdin is not None and sys.stdin.isatty() and (screen or sys.stdout).isatty()
