"""What a group review says of teams, verdicts and points."""

from typing import TYPE_CHECKING

from studykit.group.game import Game
from studykit.group.model import Attempt, Mode, Verdict
from studykit.messages import N_, _, ngettext
from studykit.terminal.answering.typed import SIGNS, STYLES
from studykit.terminal.text import one_line, plain

if TYPE_CHECKING:
    from rich.text import Text

_MODES: dict[Mode, str] = {
    "turns": N_("in turns"),
    "buzz": N_("first at the key"),
    "all-write": N_("all on paper"),
}
_VERDICTS: dict[Verdict, str] = {"right": N_("right"), "near": N_("near"), "wrong": N_("wrong")}


def mode_name(mode: Mode) -> str:
    """What a mode is called."""
    return _(_MODES[mode])


def verdict_name(verdict: Verdict) -> str:
    """What a verdict is called."""
    return _(_VERDICTS[verdict])


def team_name(game: Game, team: int) -> str:
    """A team's name, harmless and in one line."""
    return one_line(game.setup.teams[team])


def points(number: int) -> str:
    """So many points."""
    return ngettext("{n} point", "{n} points", number).format(n=number)


def said_words(attempt: Attempt) -> str:
    """What a team answered, as far as that is known."""
    names = {"true": _("true"), "false": _("false")}
    return _(", ").join(names.get(one, one_line(one)) for one in attempt.said)


def attempt_line(game: Game, attempt: Attempt | None, team: int, gain: int) -> "Text":
    """A team with its verdict, what it said, and what that earned."""
    if attempt is None:
        return plain("·  ", "dim").append_text(plain(team_name(game, team)))
    style = STYLES[attempt.verdict]
    line = plain(f"{SIGNS[attempt.verdict]}  {team_name(game, team)}", style)
    said = said_words(attempt)
    stolen = attempt.stolen and attempt.verdict != "wrong"
    words = verdict_name(attempt.verdict) + (_(", stolen") if stolen else "")
    line.append_text(plain(f"  {words}"))
    if gain:
        line.append_text(plain(f"  +{gain}", "bold"))
    if said:
        line.append_text(plain(f"  ({said})", "dim"))
    return line
