"""The screens of a group review."""

from typing import TYPE_CHECKING

from studykit.group.report import report_of
from studykit.messages import _
from studykit.terminal.footer import footer
from studykit.terminal.group.big import Frame, set_apart
from studykit.terminal.group.board import board, podium
from studykit.terminal.group.hardest import hardest
from studykit.terminal.group.header import header
from studykit.terminal.group.keys import foot
from studykit.terminal.group.look import Shown
from studykit.terminal.group.question import body
from studykit.terminal.group.words import mode_name
from studykit.terminal.screen import View
from studykit.terminal.status import status
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType


def view(shown: Shown) -> View:
    """The screen for where the review stands."""
    game = shown.game
    below = [*status(shown.message), *foot(shown)]
    if game.pause:
        return View(_title(shown), _paused(shown), below)
    if game.phase == "done":
        return View(_title(shown), _end(shown), below)
    if shown.board:
        return View(_title(shown), _scores(shown), below)
    return View(header(shown), body(shown), below)


def _title(shown: Shown) -> "list[RenderableType]":
    title = plain("  " + one_line(shown.game.setup.title), "dim")
    title.no_wrap, title.overflow = True, "ellipsis"
    return [title, ""]


def _headline(shown: Shown, words: str) -> "list[RenderableType]":
    if shown.look.big:
        return [Frame.of(plain(set_apart(words), "bold")), ""]
    return [Block(plain(words, "bold")), ""]


def _scores(shown: Shown) -> "list[RenderableType]":
    game = shown.game
    words = _("After question {n} of {total}").format(n=len(game.played) + 1, total=game.total)
    return [*_headline(shown, words), *board(game, big=shown.look.big)]


def _paused(shown: Shown) -> "list[RenderableType]":
    if shown.game.pause == "break":
        return [*_headline(shown, _("Break")), *board(shown.game, big=shown.look.big)]
    return _headline(shown, _("Paused: the question is covered and the time stands still."))


def _end(shown: Shown) -> "list[RenderableType]":
    game = shown.game
    if not report_of(game).asked:
        return _headline(shown, _("Nothing was asked."))
    return [*podium(game), *hardest(game, shown.original)]


def notes_view(notes: tuple[str, ...]) -> View:
    """What the teacher should know before the first question."""
    top: list[RenderableType] = [Block(plain(_("Before you begin"), "bold")), ""]
    lines = [Block(plain(one_line(line), "yellow"), 4, "  - ") for line in notes]
    return View(top, lines, footer([(_("any key"), _("begin"))]))


def help_view(shown: Shown) -> View:
    """All keys."""
    from rich.table import Table
    from rich.text import Text

    rows = [
        (_("Space, Enter"), _("show the answer; then the scores; then the next question")),
        ("a b c d  t f", _("the option that was said; true, false")),
        ("i  Esc", _("type what was said; back to the keys")),
        ("r n w", _("the answer was right, near, wrong; also to change a verdict")),
        (_("team's key"), _("take the floor; once the answer is shown: change its verdict")),
        ("l", _("the lines of the article around the quote")),
        ("u", _("undo, as often as you like")),
        ("-", _("skip the question; another takes its place")),
        ("p", _("pause: the time stands still")),
        ("z", _("a break, with the scores")),
        ("x", _("end now, with the podium")),
        ("↑ ↓ PgUp PgDn", _("scroll")),
        ("q, Ctrl-C", _("leave; --resume goes on where you were")),
    ]
    table = Table.grid(padding=(0, 3), pad_edge=True)
    for key, what in rows:
        table.add_row(Text(key, "bold"), what)
    any_key = Text("  " + _("Any key goes back."), "dim")
    mode = Block(plain(mode_name(shown.game.setup.mode), "bold"))
    return View(_title(shown), [mode, "", table], ["", any_key])
