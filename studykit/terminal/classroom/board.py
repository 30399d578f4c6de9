"""Who stands where, and how far each has come."""

from typing import TYPE_CHECKING

from studykit.classroom.room import Room
from studykit.classroom.tally import standings, tally, team_standings
from studykit.messages import _, ngettext
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

# The hardest questions that are named at the end.
HARDEST = 3
# More rows than that nobody scrolls through, and drawing them would hold up the room.
MOST_ROWS = 100


def board(room: Room) -> "list[RenderableType]":
    """The teams, then the players, the best first."""
    out: list[RenderableType] = []
    teams = team_standings(room) if room.rules.teams else []
    if teams:
        out.append(Block(plain(_("Teams, points for each player"), "bold")))
        for rank, team, points in teams:
            out.append(_row(rank, f"{points:g}", room.rules.teams[team], ""))
        out.append("")
    rows = standings(room)
    for rank, player, points in rows[:MOST_ROWS]:
        out.append(_row(rank, str(points), room.players[player].name, ""))
    out += and_more(len(rows) - MOST_ROWS)
    return out or [Block(plain(_("Nobody has joined yet."), "dim"))]


def paces(room: Room) -> "list[RenderableType]":
    """With self-paced play: how far each has come and what they earned, the furthest first."""
    here = sorted(room.here, key=lambda one: -room.place_of(one.id))
    of = len(room.questions)
    done = sum(room.place_of(one.id) >= of for one in here)
    words = ngettext("{n} player has finished", "{n} players have finished", done)
    out: list[RenderableType] = [Block(plain(words.format(n=done), "bold")), ""]
    for one in here[:MOST_ROWS]:
        place = f"{room.place_of(one.id)}/{of}"
        points = ngettext("{n} point", "{n} points", room.points.get(one.id, 0))
        words = points.format(n=room.points.get(one.id, 0))
        out.append(_row(place, "", one.name, words))
    return [*out, *and_more(len(here) - MOST_ROWS)]


def and_more(number: int) -> "list[RenderableType]":
    """A line on how many are left out; nothing where none is."""
    if number <= 0:
        return []
    words = ngettext("and {n} more", "and {n} more", number)
    return [Block(plain(words.format(n=number), "dim"))]


def ending(room: Room) -> "list[RenderableType]":
    """The board, and what was hardest at first sight."""
    return [*hardest(room), Block(plain(_("Points"), "bold")), "", *board(room)]


def hardest(room: Room) -> "list[RenderableType]":
    """The questions that the fewest knew in their first vote."""
    found = [(at, tally(room, (at, 1))) for at in range(len(room.questions)) if room.answers(at, 1)]
    found.sort(key=lambda one: one[1].right / one[1].answers)
    hard = [(at, vote) for at, vote in found if vote.right < vote.answers][:HARDEST]
    if not hard:
        return []
    out: list[RenderableType] = [Block(plain(_("Hardest at first"), "bold")), ""]
    for at, vote in hard:
        sign = f"  {vote.right}/{vote.answers}  "
        out.append(Block(plain(one_line(room.questions[at].prompt)), len(sign), sign))
    return [*out, ""]


def _row(rank: object, points: str, name: str, tail: str) -> Block:
    line = plain(f"{rank:>4}  ").append(f"{points:>5}  " if points else "", "bold")
    line.append_text(plain(one_line(name)))
    return Block(line.append_text(plain(f"  {tail}", "dim")) if tail else line, keep=False)
