"""Charts as SVG: upright stacks, lying bars, one bar of several parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studykit.markup import Markup, element
from studykit.pages.scale import ticks

# Units of the drawings, which the page stretches to its width.
_WIDTH, _HEIGHT = 640, 190
_LEFT, _TOP, _BOTTOM = 40, 8, 22
# The width of a label of five digits and what parts it from the next.
_LABEL = 52
_ROW, _BAR = 22, 13
_NAMES, _NUMBERS, _ROWS_WIDTH = 66, 46, 480


_Height = Callable[[float], float]
"""Where in the drawing a value stands."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An upright stack: what it is of, its parts, the lowest first, and what a pointer tells."""

    label: str
    parts: Sequence[int]
    tip: str


def columns(bars: Sequence[Bar], classes: Sequence[str], about: str) -> Markup:
    """Upright stacks on one scale; `classes` style their parts, `about` says what it shows."""
    marks = ticks(max((sum(bar.parts) for bar in bars), default=0))
    wide = (_WIDTH - _LEFT) / max(1, len(bars))
    high = _HEIGHT - _TOP - _BOTTOM

    def y(value: float) -> float:
        return round(_TOP + high * (1 - value / marks[-1]), 2)

    drawn = [_line(y(mark), mark) for mark in marks]
    every = max(1, -(-_LABEL // max(1, int(wide))))
    for at, bar in enumerate(bars):
        x = _LEFT + at * wide
        drawn.append(_stack(bar, classes, x, wide, y))
        if at % every == 0 and x + _LABEL <= _WIDTH + wide:
            drawn.append(element("text", bar.label, x=round(x, 2), y=_HEIGHT - 6, class_="axis"))
    return _svg(drawn, _WIDTH, _HEIGHT, about)


def _line(y: float, mark: int) -> Markup:
    line = element("line", x1=_LEFT, x2=_WIDTH, y1=y, y2=y, class_="grid")
    label = element("text", f"{mark}", x=_LEFT - 8, y=y + 4, class_="axis end")
    return Markup(line + label)


def _stack(bar: Bar, classes: Sequence[str], x: float, wide: float, y: _Height) -> Markup:
    parts = []
    below = 0
    for part, name in zip(bar.parts, classes, strict=True):
        if part:
            top, foot = y(below + part), y(below)
            parts.append(
                element(
                    "rect",
                    x=round(x + wide * 0.1, 2),
                    y=top,
                    width=round(wide * 0.8, 2),
                    height=round(foot - top, 2),
                    class_=name,
                )
            )
            below += part
    # What a pointer finds is the whole height, so that low bars tell theirs too.
    ground = element(
        "rect", x=round(x, 2), y=_TOP, width=round(wide, 2), height=y(0) - _TOP, class_="ground"
    )
    return element("g", element("title", bar.tip), ground, *parts)


def rows(bars: Sequence[tuple[str, int]], about: str) -> Markup:
    """Lying bars, each with its name and its number."""
    top = max((number for _name, number in bars), default=0) or 1
    room = _ROWS_WIDTH - _NAMES - _NUMBERS
    drawn = []
    for at, (name, number) in enumerate(bars):
        y = at * _ROW
        drawn.append(element("text", name, x=_NAMES - 8, y=y + 15, class_="axis end"))
        if number:
            wide = max(1.0, round(number / top * room, 2))
            drawn.append(
                element("rect", x=_NAMES, y=y + 4, width=wide, height=_BAR, rx=2, class_="bar")
            )
            drawn.append(
                element("text", f"{number}", x=_NAMES + wide + 6, y=y + 15, class_="number")
            )
    return _svg(drawn, _ROWS_WIDTH, len(bars) * _ROW, about)


def share_bar(parts: Sequence[tuple[int, str, str]], about: str) -> Markup:
    """One bar of parts: the number of each, its class, and what a pointer tells."""
    whole = sum(number for number, _class, _tip in parts) or 1
    drawn = []
    x = 0.0
    for number, name, tip in parts:
        wide = number / whole * 1000
        if number:
            title = element("title", tip)
            drawn.append(
                element(
                    "rect", title, x=round(x, 2), y=0, width=round(wide, 2), height=20, class_=name
                )
            )
        x += wide
    return element(
        "svg",
        element("title", about),
        *drawn,
        viewBox="0 0 1000 20",
        preserveAspectRatio="none",
        role="img",
        class_="share",
    )


def _svg(drawn: Sequence[Markup], width: float, height: float, about: str) -> Markup:
    return element(
        "svg", element("title", about), *drawn, viewBox=f"0 0 {width} {height}", role="img"
    )
