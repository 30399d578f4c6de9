"""The console that everything is printed on."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def make_console() -> "Console":
    """A console on standard output that reads no markup, emoji names or figures in what it prints.

    Rich itself heeds NO_COLOR, TERM and whether output is a terminal.
    """
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def interactive() -> bool:
    """Whether a person sits at both ends: keys come in and a screen shows."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
