"""What fitting FSRS to a learner would gain, before it is taken."""

from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.scheduling.optimize import Fit, Moves
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_fit(console: "Console", fit: Fit, moves: Moves) -> None:
    """Print how good the fit is on the reviews held back, and what it would move."""
    from rich.padding import Padding

    console.print()
    console.print(Block(plain(_("FSRS fitted to your reviews"), "bold")))
    words = _("{reviews} reviews; measured on the latest {held_back}, which the fit did not see")
    said = words.format(reviews=fit.reviews, held_back=fit.held_back)
    console.print(Block(plain(said, "dim")))
    console.print(Padding(_table(fit), (0, 0, 0, 2)))
    for line in _moved_lines(fit, moves) if fit.better else [_no_gain()]:
        console.print(Block(plain(line)))


def _table(fit: Fit) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column(_("the lower, the better"))
    for name in (_("now"), _("fitted"), _("change")):
        table.add_column(name, justify="right")
    for name, before, after in (
        (_("log loss"), fit.before.log_loss, fit.after.log_loss),
        (_("RMSE (bins)"), fit.before.rmse_bins, fit.after.rmse_bins),
    ):
        change = f"{after / before - 1:+.1%}" if before else "–"
        table.add_row(name, f"{before:.4f}", f"{after:.4f}", change)
    return table


def _moved_lines(fit: Fit, moves: Moves) -> list[str]:
    lines = [
        _(
            "The due dates of {moved} of {cards} cards would move; due today: {before} → {after}."
        ).format(
            moved=moves.moved, cards=moves.cards, before=moves.due_before, after=moves.due_after
        )
    ]
    if fit.clamped:
        n = fit.clamped
        words = ngettext(
            "{n} parameter lay outside what FSRS allows and was put on the limit.",
            "{n} parameters lay outside what FSRS allows and were put on the limit.",
            n,
        )
        lines.append(words.format(n=n))
    return lines


def _no_gain() -> str:
    return _("That is no gain (log loss decides): your present parameters stay.")
