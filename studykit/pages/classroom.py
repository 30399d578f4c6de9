"""The report of a live classroom as one web page."""

from collections import Counter
from collections.abc import Callable, Iterator

from studykit.cards.model import Card
from studykit.classroom.report import Report
from studykit.markup import Markup, element
from studykit.messages import _, ngettext
from studykit.pages.charts import Bar, columns
from studykit.pages.classroom_questions import details, legend, overview, sure_and_wrong
from studykit.pages.classroom_students import grid, grid_legend, teams_table
from studykit.pages.page import page, section, tiles
from studykit.statistics.wording import percent
from studykit.terminal.answering.original import Original
from studykit.terminal.text import one_line

_STYLES = ("report.css", "classroom.css")


def classroom_page(
    title: str, begun: str, report: Report, original_of: Callable[[Card], Original]
) -> str:
    """The whole page of a session of this title that began at `begun`, a day and time."""
    title = one_line(title)
    heading = element("header", element("h1", title), element("p", begun), _tiles(report))
    return page(f"{title} · {begun}", heading, *_sections(report, original_of), styles=_STYLES)


def _tiles(report: Report) -> Markup:
    shown = [
        (str(len(report.students)), _("students")),
        (str(len(report.questions)), _("questions")),
        (percent(report.share), _("right at first")),
    ]
    moved = [one.shift for one in report.questions if one.shift]
    if moved:
        gained = sum(one.gained for one in moved) - sum(one.lost for one in moved)
        shown.append((f"{gained:+}", _("right answers won by discussion")))
    shown.append((str(sum(one.first.sure_wrong for one in report.questions)), _("sure but wrong")))
    return tiles(shown)


def _sections(report: Report, original_of: Callable[[Card], Original]) -> Iterator[Markup]:
    if report.questions:
        yield section(_("Right answers by question"), "wide", overview(report), legend(report))
    if report.misconceptions:
        yield section(_("Sure and wrong"), "wide", sure_and_wrong(report))
    if report.questions and report.students:
        beside = "half" if report.teams else "wide"
        yield section(_("Students by right answers"), beside, _spread(report))
        if report.teams:
            yield section(_("Teams, points for each player"), beside, teams_table(report))
        yield section(_("Who knew what at first"), "wide", grid(report), grid_legend())
    for one in report.questions:
        yield details(one, original_of(one.asked.card))


def _spread(report: Report) -> Markup:
    """How many students knew how many questions at first."""
    found = Counter(one.right for one in report.students)
    bars = [
        Bar(
            str(right),
            (found[right],),
            ngettext("{n} student: {right} right", "{n} students: {right} right", found[right])
            .format(n=found[right], right=right),
        )
        for right in range(len(report.questions) + 1)
    ]  # fmt: skip
    return columns(bars, ("columns",), _("Students by right answers"))
