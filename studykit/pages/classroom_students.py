"""How the students and teams of a live classroom did, in tables."""

from studykit.classroom.report import OfStudent, Report
from studykit.markup import Markup, element
from studykit.messages import _
from studykit.pages.tables import table
from studykit.terminal.text import one_line


def grid(report: Report) -> Markup:
    """A line for each student, a column for each question: what they knew at first."""
    numbers = [element("th", str(one.number), title=one.asked.prompt) for one in report.questions]
    sums = [_("right"), _("sure but wrong"), _("points")]
    head = element(
        "tr",
        element("th", _("student")),
        *numbers,
        *(element("th", words, class_="sum") for words in sums),
    )
    body = [_row(one) for one in report.students]
    return element("table", element("thead", head), element("tbody", *body), class_="knew")


def grid_legend() -> Markup:
    """What the signs are."""
    signs = [
        (1.0, _("right")),
        (0.5, _("partly right")),
        (0.0, _("wrong")),
        (None, _("no answer")),
    ]
    shown = [element("span", f"{_look(score)[0]} {words}") for score, words in signs]
    return element("p", *shown, class_="legend")


def teams_table(report: Report) -> Markup:
    """A line for each team."""
    rows = [(f"{rank}. {one_line(name)}", f"{points:g}") for rank, name, points in report.teams]
    return table((_("team"), _("points")), rows)


def _row(one: OfStudent) -> Markup:
    name = f"{one.rank}. {one_line(one.player.name)}"
    guest = [] if one.player.learner else [element("small", _("guest"))]
    team = [element("small", one_line(one.team))] if one.team else []
    cells = []
    for score in one.first:
        sign, look = _look(score)
        cells.append(element("td", sign, class_=look))
    sums = (str(one.right), str(one.sure_wrong or ""), element("b", str(one.points)))
    return element(
        "tr",
        element("td", name, *guest, *team),
        *cells,
        *(element("td", cell, class_="sum") for cell in sums),
    )


def _look(score: float | None) -> tuple[str, str]:
    """The sign of a score and its class: told apart without colours too."""
    if score is None:
        return "–", "none"
    if score == 1:
        return "✓", "right"
    return ("◐", "part") if score > 0 else ("✗", "wrong")
