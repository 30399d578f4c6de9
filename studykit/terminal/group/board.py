"""Who stands where: the scores after a question, and the podium at the end."""

from typing import TYPE_CHECKING

from studykit.group.game import Game
from studykit.group.scores import STREAK_FROM, Score, gains, ranking
from studykit.messages import _, ngettext
from studykit.terminal.group.words import points, team_name
from studykit.terminal.text import plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_BAR_CELLS = 24
# A step of the podium; three of them and what is between stay within 80 columns even where
# the terminal draws the blocks twice as wide.
_STEP_CELLS, _COLUMN_CELLS = 10, 18
# How high the steps of the first three places are.
_HEIGHTS = {1: 5, 2: 3, 3: 2}
_LONGEST_NAME = 16
_COLOURS = {1: "yellow", 2: "white", 3: "red"}


def board(game: Game, *, big: bool = False) -> "list[RenderableType]":
    """A line for each team, the best first: place, name, bar, points, what was just earned."""
    ranked = ranking(game)
    earned = gains(game)
    most = max(score.points for _place, score in ranked)
    wide = min(_LONGEST_NAME, max(_cells(team_name(game, score.team)) for _p, score in ranked))
    out: list[RenderableType] = []
    for place, score in ranked:
        line = plain(f"  {place:>2}  ", "bold")
        line.append_text(plain(_fitted(team_name(game, score.team), wide), "bold"))
        filled = round(_BAR_CELLS * score.points / most) if most else 0
        line.append("  " + "━" * filled, _COLOURS.get(place, "")).append(
            " " * (_BAR_CELLS - filled)
        )
        line.append(f"  {score.points:>3}", "bold")
        if earned[score.team]:
            line.append(f"  +{earned[score.team]}", "bold green")
        if game.setup.streaks and score.streak >= STREAK_FROM:
            words = _("{n} in a row").format(n=score.streak)
            line.append(f"  {words}", "yellow")
        out += [line, ""] if big else [line]
    return out


def podium(game: Game) -> "list[RenderableType]":
    """The first three on their steps, the winner in the middle; below them the others."""
    ranked = ranking(game)
    first, others = ranked[:3], ranked[3:]
    columns = [first[1], first[0], *first[2:]] if len(first) > 1 else list(first)
    height = max(_HEIGHTS.values()) + 2
    out: list[RenderableType] = []
    for row in range(height, 0, -1):
        line = plain("  ")
        for place, score in columns:
            line.append_text(_cell(game, place, score, row))
        if line.plain.strip():
            line.rstrip()
            out.append(line)
    out.append("")
    for place, score in others:
        out.append(plain(f"  {place:>3}  {team_name(game, score.team)}  {points(score.points)}"))
    return [*out, ""] if others else out


def _cell(game: Game, place: int, score: Score, row: int) -> "Text":
    """What of a column stands in a row, counted from the ground: step, points, or name."""
    height = _HEIGHTS[place]
    name = _fitted(team_name(game, score.team), _LONGEST_NAME).rstrip()
    if row == height + 2:
        return _centred(f"{place} {name}", "bold")
    if row == height + 1:
        return _centred(points(score.points), "")
    return _centred("█" * _STEP_CELLS if row <= height else "", _COLOURS[place])


def answers_words(score: Score) -> str:
    """How many of a team's answers were right, nearly and wrong."""
    right = ngettext("{n} right", "{n} right", score.right).format(n=score.right)
    near = ngettext("{n} near", "{n} near", score.near).format(n=score.near)
    wrong = ngettext("{n} wrong", "{n} wrong", score.wrong).format(n=score.wrong)
    return " · ".join((right, near, wrong))


def _centred(text: str, style: str) -> "Text":
    left = max(0, (_COLUMN_CELLS - _cells(text)) // 2)
    right = max(0, _COLUMN_CELLS - left - _cells(text))
    return plain(" " * left).append_text(plain(text, style)).append(" " * right)


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _fitted(text: str, cells: int) -> str:
    """The text in exactly so many cells."""
    from rich.cells import set_cell_size

    if _cells(text) > cells:
        text = set_cell_size(text, cells - 1).rstrip() + "…"
    return set_cell_size(text, cells)
