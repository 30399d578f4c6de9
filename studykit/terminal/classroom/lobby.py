"""The lobby: how to come in, and who has."""

from typing import TYPE_CHECKING

from studykit.classroom.model import Player
from studykit.messages import _
from studykit.terminal.classroom.board import and_more
from studykit.terminal.classroom.header import players
from studykit.terminal.classroom.look import Shown
from studykit.terminal.qr import qr_lines
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

# A screen full of them and more; drawing thousands would hold up those who join.
MOST_NAMES = 150


def lobby(shown: Shown) -> "list[RenderableType]":
    """The code at the left; at the right the address, the PIN, and the names as they come."""
    from rich.console import Group
    from rich.table import Table

    code = qr_lines(shown.links.code)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=len(code[0]), no_wrap=True)
    grid.add_column()
    grid.add_row(Group(*code), Group(*_way_in(shown), *names(shown)))
    wall = _("Projector: {address}").format(address=shown.links.wall)
    return [grid, Block(plain(wall, "dim"))]


def _way_in(shown: Shown) -> "list[RenderableType]":
    return [
        Block(plain(one_line(shown.title), "bold")),
        "",
        Block(plain(shown.links.join, "bold cyan")),
        Block(plain("PIN ").append(shown.pin, "bold cyan")),
        Block(plain(shown.links.reach, "yellow")),
        "",
    ]


def names(shown: Shown) -> "list[RenderableType]":
    """Who is there, the latest first: where there are many, newcomers are still in sight."""
    here = shown.room.here
    if not here:
        return [Block(plain(_("Nobody has joined yet."), "dim"))]
    line = plain("")
    for player in here[: -MOST_NAMES - 1 : -1]:
        if line:
            line.append("   ")
        line.append_text(_name(shown, player))
    left_out = and_more(len(here) - MOST_NAMES)
    return [Block(plain(players(len(here)), "bold")), Block(line), *left_out]


def _name(shown: Shown, player: Player) -> "Text":
    name = one_line(player.name)
    if player.team >= 0:
        name += f" ({one_line(shown.room.rules.teams[player.team])})"
    return plain(name, "" if shown.is_connected(player.id) else "dim")
