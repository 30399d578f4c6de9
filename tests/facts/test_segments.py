"""Clauses cut at their 、 where every part states a figure."""

import pytest

from studykit.facts.figure_context import Context, Reading
from studykit.facts.model import Place
from studykit.facts.quantities import find_quantities
from studykit.facts.scope import Scope
from studykit.facts.segments import segments
from studykit.facts.stems import Renderer
from tests.facts.reading import article_of, cut

PARTED = [
    ("出口增长5%、进口增长6%", ["出口增长5%", "进口增长6%"], ["", ""], ""),
    ("建成公园20座、书店5家", ["建成公园20座", "书店5家"], ["", "建成"], ""),
    ("新植树木20棵、花草、灌木30株", ["新植树木20棵", "花草、灌木30株"], ["", ""], ""),
    ("收到20份、30份来自农村", ["收到20份", "30份"], ["", "收到"], "来自农村"),
]
WHOLE = [
    "出口增长5%",
    "粮食、蔬菜增长5%",
    "出口增长5%、进口增长较快",
    "出口增长5%和6%",
]


def _reading(text: str) -> Reading:
    folded, words = cut(text)
    sentence = article_of(text + "。").sections[-1].paragraphs[-1].sentences[-1]
    scope = Scope("", False)
    context = Context(scope, Renderer(scope, {}))
    return Reading(Place(sentence, 0, 0, 0), words, find_quantities(folded), context)


@pytest.mark.parametrize(("text", "parts", "prefixes", "suffix"), PARTED)
def test_parts_with_figures_are_read_apart(
    text: str, parts: list[str], prefixes: list[str], suffix: str
) -> None:
    reading = _reading(text)
    found = segments(reading, 0, len(text), reading.numbers)
    assert [text[s.start : s.end] for s in found] == parts
    assert [s.prefix for s in found] == prefixes
    assert {s.suffix for s in found} == {suffix}


@pytest.mark.parametrize("text", WHOLE)
def test_a_clause_is_whole_where_a_part_has_no_figure(text: str) -> None:
    reading = _reading(text)
    found = segments(reading, 0, len(text), reading.numbers)
    assert [(s.start, s.end) for s in found] == [(0, len(text))]
