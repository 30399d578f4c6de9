"""The whole report on the console, one chart below another."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.statistics.by_day import Day
from studykit.statistics.report import Report
from studykit.statistics.reviews import KINDS
from studykit.statistics.wording import kind_name
from studykit.terminal.plots.amounts import (
    bin_words,
    in_percent,
    number_of_days,
    recalled_words,
    streak_words,
    today_words,
    total_words,
)
from studykit.terminal.plots.cards import groups_table, hardest_table, stages_bar
from studykit.terminal.plots.columns import Columns
from studykit.terminal.plots.flow import legend
from studykit.terminal.plots.grouped import days_a_column, grouped
from studykit.terminal.plots.heat_map import HeatMap
from studykit.terminal.plots.retention import retention_table
from studykit.terminal.plots.rows import Rows
from studykit.terminal.plots.styles import KIND_STYLES, is_coloured
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_INDENT = 2
# What a scale on the left of columns takes at most.
_SCALE = 7
# Below this a histogram is too narrow to tell anything.
_NARROWEST = 34
# Tags beyond these are rare, and are in the page and the JSON.
_MOST_TAGS = 12

Part = tuple[str, "list[RenderableType]"]
"""A heading and what stands below it."""


def print_report(console: "Console", name: str, report: Report) -> None:
    """Print where the learner of this name stands."""
    from rich.padding import Padding

    console.print()
    console.print(Block(plain(f"{one_line(name)} · {report.today}", "bold")))
    for line in (today_words(report), total_words(report), streak_words(report)):
        console.print(Block(plain(line)))
    for heading, body in _parts(console, report):
        console.print()
        console.print(Block(plain(heading, "bold")))
        for one in body:
            console.print(Padding(one, (0, 1, 0, _INDENT)))
    console.print()


def _parts(console: "Console", report: Report) -> Iterator[Part]:
    width = console.width - _INDENT - 1
    yield _("Cards"), stages_bar(report.cards.all)
    if report.total.reviews:
        yield _("Reviews by day of the last year"), [HeatMap(report.calendar)]
        yield _("True retention"), [retention_table(report.retention)]
        yield _last_days(console, report.days, width)
    yield _coming(report, width)
    if report.spread.cards:
        yield _spread(report, width)
    yield from _groups(report)
    if report.hardest:
        yield _("Hardest cards"), [hardest_table(report.hardest)]


def _last_days(console: "Console", days: Sequence[Day], width: int) -> Part:
    size = days_a_column(len(days), width - _SCALE)
    styles = [KIND_STYLES[kind] for kind in KINDS]
    columns = grouped([(day.day, day.counts) for day in days], size)
    swatches = [("■" if is_coloured(console) else "", style) for style in styles]
    totals = [(kind_name(kind), sum(getattr(day, kind) for day in days)) for kind in KINDS]
    heading = _("Reviews of the last {days}").format(days=number_of_days(len(days)))
    return heading + _by(size), [Columns(columns, styles), legend(totals, swatches)]


def _coming(report: Report, width: int) -> Part:
    coming = report.forecast
    size = days_a_column(len(coming.days), width - _SCALE)
    columns = grouped([(day.day, (day.review, day.learning)) for day in coming.days], size)
    styles = [KIND_STYLES["review"], KIND_STYLES["learning"]]
    heading = _("Due in the next {days}").format(days=number_of_days(len(coming.days)))
    counts = [
        (_("in all"), sum(day.total for day in coming.days)),
        (_("overdue"), coming.overdue),
        (_("later"), coming.later),
    ]
    body: list[RenderableType] = [legend(counts, [("", "")] * len(counts))]
    if any(day.total for day in coming.days):
        body.insert(0, Columns(columns, styles))
    return heading + _by(size), body


def _by(size: int) -> str:
    """What a heading says where columns hold several days."""
    if size == 1:
        return ""
    return _(" (a column is {days})").format(days=number_of_days(size))


def _spread(report: Report, width: int) -> Part:
    spread = report.spread
    charts = [
        (_("Stability, days"), Rows([(bin_words(one), one.cards) for one in spread.stability])),
        (_("Difficulty"), Rows([(bin_words(one), one.cards) for one in spread.difficulty])),
        (
            _("Recall today, %"),
            Rows([(bin_words(in_percent(one)), one.cards) for one in spread.retrievability]),
        ),
    ]
    return _("Memory"), [plain(recalled_words(report)), "", *_side_by_side(charts, width)]


def _side_by_side(charts: Sequence[tuple[str, Rows]], width: int) -> "list[RenderableType]":
    from rich.console import Group
    from rich.table import Table

    beside = max(1, min(len(charts), width // _NARROWEST))
    rows: list[RenderableType] = []
    for at in range(0, len(charts), beside):
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        for _column in range(beside):
            grid.add_column(ratio=1)
        some = charts[at : at + beside]
        grid.add_row(*(Group(plain(heading), chart) for heading, chart in some))
        rows += ["", grid] if rows else [grid]
    return rows


def _groups(report: Report) -> Iterator[Part]:
    cards = report.cards
    if len(cards.decks) > 1:
        yield _("Decks"), [groups_table(_("deck"), cards.decks)]
    elif len(cards.sections) > 1:
        yield _("Sections"), [groups_table(_("section"), cards.sections)]
    if cards.tags:
        often = sorted(cards.tags, key=lambda group: -group.counts.total)[:_MOST_TAGS]
        yield _("Tags"), [groups_table(_("tag"), often)]
