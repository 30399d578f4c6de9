"""The calendar heat map as SVG."""

from collections.abc import Sequence

from studykit.markup import Markup, element
from studykit.messages import _, ngettext
from studykit.scheduling.times import days_later
from studykit.statistics.heat_map import LEVELS, Week, level, thresholds
from studykit.statistics.wording import month_name, weekday_name

_CELL, _SIDE = 15, 12
_LEFT, _TOP = 34, 20
# Room that the name of a month needs beside the one before.
_MONTH_WEEKS = 3
_NAMED_DAYS = (0, 2, 4)


def heat_map(weeks: Sequence[Week], about: str) -> Markup:
    """A square for each day, a column for each week."""
    bounds = thresholds([count for week in weeks for count in week.counts if count])
    drawn = [
        element("text", weekday_name(at), x=_LEFT - 6, y=_TOP + at * _CELL + 10, class_="axis end")
        for at in _NAMED_DAYS
    ]
    drawn += _months(weeks)
    for column, week in enumerate(weeks):
        for at, count in enumerate(week.counts):
            if count is not None:
                x, y = _LEFT + column * _CELL, _TOP + at * _CELL
                drawn.append(_square(x, y, level(count, bounds), _tip(week.monday, at, count)))
    width, height = _LEFT + len(weeks) * _CELL, _TOP + 7 * _CELL
    return element(
        "svg", element("title", about), *drawn, viewBox=f"0 0 {width} {height}", role="img"
    )


def heat_legend() -> Markup:
    """The shades from few to many."""
    squares = [element("i", class_=f"swatch level{at}") for at in range(LEVELS)]
    return element("p", _("less"), " ", *squares, " ", _("more"), class_="legend")


def _tip(monday: str, at: int, count: int) -> str:
    words = ngettext("{n} review", "{n} reviews", count).format(n=count)
    return f"{days_later(monday, at)}: {words}"


def _square(x: int, y: int, shade: int, tip: str) -> Markup:
    title = element("title", tip)
    return element(
        "rect", title, x=x, y=y, width=_SIDE, height=_SIDE, rx=2.5, class_=f"level{shade}"
    )


def _months(weeks: Sequence[Week]) -> list[Markup]:
    named: list[Markup] = []
    before, last = weeks[0].monday[:7], -_MONTH_WEEKS
    for column, week in enumerate(weeks):
        if week.monday[:7] != before and column - last >= _MONTH_WEEKS:
            x = _LEFT + column * _CELL
            named.append(element("text", month_name(week.monday), x=x, y=12, class_="axis"))
            last = column
        before = week.monday[:7]
    return named
