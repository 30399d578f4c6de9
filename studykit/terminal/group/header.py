"""The head of the screen: how far it has come, whose turn it is, the time, the scores."""

from typing import TYPE_CHECKING

from studykit.group.scores import scores
from studykit.messages import _
from studykit.terminal.group.big import block_figures
from studykit.terminal.group.look import Shown
from studykit.terminal.group.timer import minutes
from studykit.terminal.group.words import team_name
from studykit.terminal.text import one_line, plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

# With fewer seconds left the time is red.
HURRY = 5
# More names than these do not fit beside one another.
MOST_NAMES = 6


def header(shown: Shown) -> "list[RenderableType]":
    """The title, and three lines; in the large layout the time stands beside them."""
    lines = [_where(shown), _who(shown), _points(shown)]
    rest = shown.rest
    if shown.look.big and rest is not None:
        style = _colour(rest)
        figures = block_figures(minutes(rest))
        lines = [
            plain("  ").append(row, style).append("   ").append_text(line)
            for row, line in zip(figures, lines, strict=True)
        ]
    else:
        if rest is not None:
            lines[0].append(f"   {_('time')} {minutes(rest)}", _colour(rest))
        lines = [plain("  ").append_text(line) for line in lines if line]
    for line in lines:
        line.no_wrap, line.overflow = True, "ellipsis"
    title = plain("  " + one_line(shown.game.setup.title), "dim")
    title.no_wrap, title.overflow = True, "ellipsis"
    return [title, *lines, ""]


def _colour(rest: float) -> str:
    return "bold red" if rest <= HURRY else "bold cyan"


def _where(shown: Shown) -> "Text":
    game = shown.game
    number = len(game.played) + 1
    words = _("Question {n} of {total}").format(n=number, total=game.total)
    teams = len(game.setup.teams)
    if game.turn is not None and game.total > teams:
        rounds = -(-game.total // teams)
        words += " · " + _("round {n} of {total}").format(n=-(-number // teams), total=rounds)
    return plain(words)


def _who(shown: Shown) -> "Text":
    game = shown.game
    match game.phase:
        case "answering":
            assert game.floor is not None
            words = _("{team} answers") if game.turn == game.floor else _("{team} has the floor")
            return plain(words.format(team=team_name(game, game.floor)), "bold cyan")
        case "open":
            words = _("Who steals?") if game.attempts else _("Who is first?")
            return plain(words, "bold yellow")
        case "writing":
            return plain(_("All write down their answer"), "bold cyan")
    return plain(_("The answer"), "bold")


def _points(shown: Shown) -> "Text":
    game = shown.game
    found = scores(game)
    if len(found) > MOST_NAMES:
        found = tuple(one for one in found if one.team in (game.floor, game.turn))
    line = plain("")
    for score in found:
        style = "bold reverse" if score.team == game.floor else ""
        if line:
            line.append("   ")
        if score.team in game.free:
            line.append(f" {shown.look.keys[score.team].upper()} ", "bold reverse")
        line.append_text(plain(f" {team_name(game, score.team)} {score.points} ", style))
    return line
