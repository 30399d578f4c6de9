"""Figures for tests of card writers, made without reading an article."""

from typing import Any

from studykit.article.model import Piece, Sentence
from studykit.article.script import fold
from studykit.facts.model import Figure, Passage, Place
from studykit.facts.quantities import find_quantities
from studykit.facts.ranks import find_ranks


def place(text: str, order: int = 0) -> Place:
    """A sentence on its own, where the source is the sentence."""
    return Place(Sentence(text, fold(text), (Piece(0, 0),), 1), 0, 0, order)


def passage(text: str) -> Passage:
    return Passage(place(text), 0, len(text))


def figure(before: str, value: str, after: str = "", order: int = 0, **changes: Any) -> Figure:
    """The figure `value` in the sentence that the three parts make."""
    text = before + value + after
    where = place(text, order)
    found = [*find_ranks(where.sentence.folded), *find_quantities(where.sentence.folded)]
    (quantity,) = [q for q in found if q.start <= len(before) < q.end][:1]
    values = {"indicator": before, "before": before, "after": after, **changes}
    return Figure(Passage(where, 0, len(text)), quantity, value, **values)
