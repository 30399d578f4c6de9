"""The report as one web page, with charts in SVG."""

from collections.abc import Iterator, Sequence

from studykit.markup import Markup, element
from studykit.messages import _, ngettext
from studykit.pages.charts import Bar, columns, rows, share_bar
from studykit.pages.heat_map import heat_legend, heat_map
from studykit.pages.page import page, section, tiles
from studykit.pages.tables import groups_table, hardest_table, retention_table
from studykit.statistics.by_day import Day
from studykit.statistics.counts import BEST_KNOWN_FIRST, Counts
from studykit.statistics.report import Report
from studykit.statistics.reviews import KINDS
from studykit.statistics.spread import Bin
from studykit.statistics.wording import kind_name, percent, short_day, stage_name
from studykit.terminal.intervals import time_taken
from studykit.terminal.plots.amounts import (
    bin_words,
    in_percent,
    number_of_days,
    number_of_reviews,
    recalled_words,
    streak_words,
    today_of,
    total_words,
)


def report_page(name: str, report: Report) -> str:
    """The whole page of where the learner of this name stands."""
    title = _("Where {name} stands").format(name=name)
    heading = element("header", element("h1", title), element("p", report.today), _tiles(report))
    return page(f"{title} · {report.today}", heading, *_sections(report))


def _tiles(report: Report) -> Markup:
    today = today_of(report)
    month = next(one for one in report.retention if one.period == "month")
    return tiles(
        (
            (str(today.total), _("reviews today")),
            (time_taken(today.ms / 1000), _("time today")),
            (number_of_days(report.streaks.current), _("streak")),
            (percent(month.all.rate), _("retention, 30 days")),
            (str(report.cards.all.total), _("cards")),
        )
    )


def _sections(report: Report) -> Iterator[Markup]:
    yield section(_("Cards"), "wide", *_stages(report.cards.all))
    if report.total.reviews:
        heading = _("Reviews by day of the last year")
        yield section(
            heading, "wide", heat_map(report.calendar, heading), heat_legend(), _all(report)
        )
        yield _last_days(report.days)
    yield _coming(report)
    if report.total.reviews:
        yield section(_("True retention"), "half", retention_table(report.retention))
    if report.spread.cards:
        yield from _spread(report)
    cards = report.cards
    if len(cards.decks) > 1:
        yield section(_("Decks"), "wide", groups_table(_("deck"), cards.decks))
    if len(cards.sections) > 1:
        yield section(_("Sections"), "wide", groups_table(_("section"), cards.sections))
    if cards.tags:
        yield section(_("Tags"), "wide", groups_table(_("tag"), cards.tags))
    if report.hardest:
        yield section(_("Hardest cards"), "wide", hardest_table(report.hardest))


def _stages(counts: Counts) -> list[Markup]:
    found = [(stage_name(one), getattr(counts, one), str(one)) for one in BEST_KNOWN_FIRST]
    parts = [(n, stage, f"{name}: {n}") for name, n, stage in found]
    entries = list(found)
    if counts.leeches:
        entries.append((_("leeches"), counts.leeches, ""))
    return [share_bar(parts, _("Cards")), _legend(entries)]


def _legend(entries: Sequence[tuple[str, int, str]]) -> Markup:
    """Names and numbers, each behind a swatch of its class where it has one."""
    shown = []
    for name, number, look in entries:
        swatch = [element("i", class_=f"swatch {look}")] if look else []
        shown.append(element("span", *swatch, f"{name} ", element("b", str(number))))
    return element("p", *shown, class_="legend")


def _all(report: Report) -> Markup:
    return element(
        "p",
        element("span", total_words(report)),
        element("span", streak_words(report)),
        class_="legend",
    )


def _last_days(days: Sequence[Day]) -> Markup:
    heading = _("Reviews of the last {days}").format(days=number_of_days(len(days)))
    bars = [
        Bar(
            short_day(day.day),
            day.counts,
            f"{day.day}: {number_of_reviews(day.total)}, {time_taken(day.ms / 1000)}",
        )
        for day in days
    ]
    totals = [(kind_name(kind), sum(getattr(day, kind) for day in days), kind) for kind in KINDS]
    shown = [(name, n, str(kind)) for name, n, kind in totals if n]
    return section(heading, "half", columns(bars, KINDS, heading), _legend(shown))


def _coming(report: Report) -> Markup:
    coming = report.forecast
    heading = _("Due in the next {days}").format(days=number_of_days(len(coming.days)))
    bars = [
        Bar(
            short_day(day.day),
            (day.review, day.learning),
            f"{day.day}: " + ngettext("{n} card", "{n} cards", day.total).format(n=day.total),
        )
        for day in coming.days
    ]
    counts = [
        (_("in all"), sum(day.total for day in coming.days), ""),
        (_("overdue"), coming.overdue, ""),
        (_("later"), coming.later, ""),
    ]
    chart = columns(bars, ("review", "learning"), heading)
    return section(heading, "half", chart, _legend(counts))


def _spread(report: Report) -> Iterator[Markup]:
    spread = report.spread
    charts = (
        (_("Stability, days"), spread.stability),
        (_("Difficulty"), spread.difficulty),
    )
    for heading, found in charts:
        yield section(heading, "half", _histogram(heading, found))
    heading = _("Recall today, %")
    chart = _histogram(heading, [in_percent(one) for one in spread.retrievability])
    words = element("p", recalled_words(report), class_="legend")
    yield section(heading, "half", chart, words)


def _histogram(heading: str, bins: Sequence[Bin]) -> Markup:
    return rows([(bin_words(one), one.cards) for one in bins], heading)
