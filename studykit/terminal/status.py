"""A line about what has just happened, above the keys."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Message:
    """A line about what has just happened; `bad` where something went wrong."""

    text: str = ""
    bad: bool = False


def status(message: Message) -> "list[RenderableType]":
    """What has just happened, above the keys."""
    if not message.text:
        return []
    style = "bold red" if message.bad else "yellow"
    return [Block(plain(one_line(message.text), style))]
