"""One card's history on the console."""

from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.statistics.history import Event, History
from studykit.statistics.wording import percent
from studykit.terminal.intervals import seconds_words, time_taken
from studykit.terminal.names import deed_name, rating_name
from studykit.terminal.plots.amounts import stability_words
from studykit.terminal.plots.columns import Column, Columns
from studykit.terminal.plots.table import Fitted, plain_table
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console

_INDENT = 2
_SECONDS_A_DAY = 86400
_CHART_HEIGHT = 4


def print_history(console: "Console", history: History) -> None:
    """Print everything recorded of a card, and how its stability rose and fell."""
    from rich.padding import Padding

    console.print()
    console.print(Block(plain(one_line(history.prompt or history.card), "bold")))
    console.print(Block(plain(_about(history), "dim")))
    if not history.events:
        console.print()
        return
    console.print()
    console.print(Padding(history_table(history), (0, 1, 0, _INDENT)))
    columns = [
        Column((event.stability,), event.day[5:])
        for event in history.events
        if event.rating and not event.practice and event.stability is not None
    ]
    if len(columns) > 1:
        console.print()
        console.print(Block(plain(_("Stability after each review"), "bold")))
        chart = Columns(columns, ["cyan"], stability_words, _CHART_HEIGHT)
        console.print(Padding(chart, (0, 1, 0, _INDENT)))
    console.print()


def history_table(history: History) -> Fitted:
    """A line for each event; practice and what was undone have that in place of an interval."""
    headings = (_("interval"), _("stability"), _("difficulty"), _("recall"), _("time"))
    table = plain_table(_("day"), "", *headings)
    table.columns[0].ratio = None  # a day is not to be shortened; what was done may be
    table.columns[1].ratio, table.columns[1].justify = 1, "left"
    table.columns[1].overflow = "ellipsis"
    for event in history.events:
        style = "dim" if event.undone else ""
        table.add_row(event.day, plain(_what(event), style), *_figures(event), style=style)
    return Fitted(table)


def _what(event: Event) -> str:
    if event.deed:
        return deed_name(event.deed)
    return rating_name(event.rating) if event.rating else ""


def _figures(event: Event) -> list[str]:
    time = "" if event.ms is None else time_taken(event.ms / 1000)
    if event.undone:
        return [_("undone"), "", "", "", time]
    if event.rating is None:
        return ["", "", "", "", time]
    return [
        _("practice") if event.practice else _wait(event.wait),
        "" if event.stability is None else stability_words(event.stability),
        "" if event.difficulty is None else f"{event.difficulty:.1f}",
        percent(event.retrievability),
        time,
    ]


def _wait(days: float | None) -> str:
    return "" if days is None else seconds_words(days * _SECONDS_A_DAY)


def _about(history: History) -> str:
    state = history.state
    words = [history.card]
    if history.events:
        n = state.reps
        words.append(ngettext("{n} review", "{n} reviews", n).format(n=n))
        words.append(ngettext("{n} lapse", "{n} lapses", state.lapses).format(n=state.lapses))
    else:
        words.append(_("not reviewed yet"))
    if state.phase == "review":
        words.append(_("due on {day}").format(day=state.due))
    if state.suspended:
        words.append(_("suspended"))
    return " · ".join(one_line(word) for word in words)
