"""The line of keys at the foot of a screen."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType


def footer(keys: list[tuple[str, str]]) -> "list[RenderableType]":
    """A line that says what each key does."""
    from rich.text import Text

    line = Text("  ")
    for key, what in keys:
        line.append(f" {key} ", "reverse").append(f" {what}  ")
    line.rstrip()
    return ["", line]
