"""Past quizzes on the console: a table, and how the scores went up and down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.quiz.quiz import Quiz
from studykit.quiz.score import Score, score_of
from studykit.statistics.wording import percent, short_day
from studykit.terminal.intervals import time_taken, when
from studykit.terminal.plots.columns import Column, Columns
from studykit.terminal.plots.table import Fitted, plain_table
from studykit.terminal.quiz.views import points_words
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console

_INDENT = 2
# Those before are in the JSON.
_LATEST = 30


def print_history(console: "Console", name: str, quizzes: Sequence[Quiz]) -> None:
    """Print the quizzes of the learner of this name, the oldest first."""
    from rich.padding import Padding

    console.print()
    n = len(quizzes)
    said = ngettext("{n} quiz", "{n} quizzes", n).format(n=n)
    console.print(Block(plain(f"{one_line(name)} · {said}", "bold")))
    if not quizzes:
        console.print(Block(plain(_("Hold one with: studykit quiz DECK"))))
        console.print()
        return
    shown = quizzes[-_LATEST:]
    console.print()
    console.print(Padding(history_table(shown), (0, 1, 0, _INDENT)))
    over = [quiz for quiz in shown if quiz.ended]
    if len(over) > 1:
        columns = [
            Column((score_of(quiz).share * 100,), short_day(when(quiz.start.at, None)[:10]))
            for quiz in over
        ]
        console.print()
        console.print(Block(plain(_("Points of 100, quiz by quiz"), "bold")))
        console.print(Padding(Columns(columns, ["cyan"], top=100), (0, 1, 0, _INDENT)))
    console.print()


def history_table(quizzes: Sequence[Quiz]) -> Fitted:
    """A line for each quiz: when, of what, points, time; what is not over says so."""
    table = plain_table(_("begun"), "", _("points"), "", "✓", "≈", "✗", _("time"))
    table.columns[0].ratio = None
    table.columns[1].ratio, table.columns[1].justify = 1, "left"
    table.columns[1].overflow = "ellipsis"
    for quiz in quizzes:
        score = score_of(quiz)
        title = one_line(", ".join(quiz.start.titles))
        figures = [str(n or "") for n in (score.right, score.near, score.wrong)]
        table.add_row(
            when(quiz.start.at, None),
            plain(title),
            f"{points_words(score.points)}/{score.questions}",
            _outcome(quiz, score),
            *figures,
            time_taken(quiz.spent / 1000),
            style="" if quiz.ended else "dim",
        )
    return Fitted(table)


def _outcome(quiz: Quiz, score: Score) -> str:
    return percent(score.share) if quiz.ended else _("not over")
