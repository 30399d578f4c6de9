"""What stays on the terminal when a group has left the screen, and the report of a session."""

from typing import TYPE_CHECKING

from studykit.group.game import Game
from studykit.group.report import report_of
from studykit.group.scores import ranking
from studykit.messages import _, ngettext
from studykit.terminal.answering.original import Original
from studykit.terminal.group.board import answers_words, board
from studykit.terminal.group.hardest import MOST, hardest
from studykit.terminal.group.words import mode_name, team_name
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console

    from studykit.group.scores import Score


def print_outcome(console: "Console", game: Game, original: Original, path: str) -> None:
    """The scores, the hardest questions, and where it all is kept."""
    asked = report_of(game).asked
    if asked:
        _print_scores(console, game)
        _print_hardest(console, game, original, MOST)
    console.print(plain(one_line(_("Session: {path}").format(path=path)), "dim"))
    if game.phase != "done":
        if game.can_undo:  # else there is nothing to go on with
            console.print(plain(_("Go on with: studykit group --resume"), "bold"))
    elif asked:
        words = _("Report: studykit group report {path}").format(path=path)
        console.print(plain(one_line(words), "dim"))


def print_report(console: "Console", game: Game, original: Original, begun: str) -> None:
    """The report of a session that began at `begun`, a day and time."""
    setup = game.setup
    asked = len(report_of(game).asked)
    console.print(plain(one_line(setup.title), "bold"))
    words = ngettext("{n} question", "{n} questions", asked).format(n=asked)
    parts = [part for part in (begun, mode_name(setup.mode), words) if part]
    if game.phase != "done":
        parts.append(_("not finished"))
    console.print(plain(" · ".join(parts), "dim"))
    console.print()
    _print_scores(console, game)
    _print_hardest(console, game, original, None)


def _print_scores(console: "Console", game: Game) -> None:
    for line in board(game):
        console.print(line, no_wrap=True, overflow="ellipsis", crop=True)
    console.print()
    for _place, score in ranking(game):
        console.print(plain(f"  {_answers(game, score)}", "dim"))
    console.print()


def _answers(game: Game, score: "Score") -> str:
    return f"{team_name(game, score.team)}: {answers_words(score)}"


def _print_hardest(console: "Console", game: Game, original: Original, most: int | None) -> None:
    lines = hardest(game, original, most)
    for line in lines or [Block(plain(_("Everything was answered right."), "green")), ""]:
        console.print(line)
