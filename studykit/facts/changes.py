"""Changes: one indicator at two times (由A提高到B), with doubt where both bear one year."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from studykit.facts.model import Change, Figure
from studykit.facts.periods import years

_YEAR_BEFORE = re.compile(r"(?:\d{4})年(?:度|底|末)?的?$")

# What joins the two ends: 从12个县选出3个试点 changes nothing.
_TURNS = re.compile(r"[至到为成达增升降减扩缩跌涨提跃]")


def find_changes(figures: Sequence[Figure]) -> tuple[Change, ...]:
    """The changes among the figures of an article, in order."""
    out = []
    for first, last in itertools.pairwise(figures):
        if not (first.first_of_change and last.last_of_change and first.place is last.place):
            continue
        between = first.place.sentence.folded[first.quantity.end : last.quantity.start]
        if first.quantity.unit != last.quantity.unit or not _TURNS.search(between):
            continue
        out.append(Change(first, last, _same_year(first, last)))
    return tuple(out)


def _same_year(first: Figure, last: Figure) -> str:
    """The year that both ends of a change bear, which cannot be right; empty where they differ."""
    folded = first.place.sentence.folded
    low = _YEAR_BEFORE.search(folded[: first.quantity.start])
    high = _YEAR_BEFORE.search(folded[first.quantity.end : last.quantity.start])
    if low and high and years(low.group()) == years(high.group()):
        return years(low.group())[0]
    return ""


_DATED = re.compile(r"\d{4}年(?:度|底|末)?的?")


def without_year(figure: Figure, year: str) -> Figure:
    """The figure with a doubtful year taken out of the words around it."""

    def drop(text: str) -> str:
        return _DATED.sub(lambda m: "" if year in m.group() else m.group(), text)

    return replace(
        figure,
        before=drop(figure.before),
        after=drop(figure.after),
        context=drop(figure.context).lstrip("，"),
        period="",
    )
