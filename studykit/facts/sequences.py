"""Sequences: points told off one by one (一是…二是…, 首先…其次…), in one sentence or several."""

import re
from dataclasses import dataclass

from studykit.facts.clauses import trim
from studykit.facts.model import Located, Passage
from studykit.facts.numerals import number_value
from studykit.facts.stems import DANGLING, Renderer, unpaired

_ORDER = (
    ("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"),
    ("第一，", "第二，", "第三，", "第四，", "第五，", "第六，", "第七，", "第八，"),
    ("一要", "二要", "三要", "四要", "五要", "六要", "七要", "八要"),
    ("其一，", "其二，", "其三，", "其四，", "其五，", "其六，", "其七，"),
    ("首先，", "其次，", "再次，", "最后，"),
    ("首先，", "其次，", "最后，"),
    ("首先是", "其次是", "再次是", "最后是"),
    ("首先是", "其次是", "最后是"),
)
# A count in the introduction that the points must meet (原因有三, 三个信号).
_STATED = re.compile(
    r"([两二三四五六七八九十])(?:个|大|点|条|项|方面|种|道|类|难|重)?[\u4e00-\u9fff]{0,6}$"
)
_LONGEST_POINT = 36
_LONGEST_INTRODUCTION = 50


@dataclass(frozen=True, slots=True)
class Sequence:
    """Points with the words that introduce them; `passages` run beside `points`."""

    introduction: str
    points: tuple[str, ...]
    passages: tuple[Passage, ...]
    lead: str


def find_sequences(paragraph: list[Located], renderer: Renderer) -> list[Sequence]:
    """The sequences of one paragraph, given its sentences in order."""
    found = [f for order in _ORDER if (f := _follow(paragraph, order, renderer)) is not None]
    found.sort(key=lambda sequence: -len(sequence.points))
    out: list[Sequence] = []
    for sequence in found:
        if not any(set(sequence.points) & set(other.points) for other in out):
            out.append(sequence)
    return out


def _follow(
    paragraph: list[Located], order: tuple[str, ...], renderer: Renderer
) -> Sequence | None:
    at, offset = 0, 0
    points: list[str] = []
    passages: list[Passage] = []
    introduction = ""
    for mark in order:
        hit = _find(paragraph, mark, at, offset)
        if hit is None:
            break
        at, low = hit
        folded = paragraph[at].place.sentence.folded
        if not points:
            introduction = _introduction(paragraph, at, low, renderer)
        start = low + len(mark)
        stop = re.compile(r"[，；。：！？]").search(folded, start)
        end = stop.start() if stop else len(folded)
        start, end = trim(folded, start, end)
        if not 2 <= end - start <= _LONGEST_POINT:
            return None
        point = unpaired(renderer.cut(paragraph[at].place.sentence, start, end))
        points.append(point)
        passages.append(Passage(paragraph[at].place, start, end))
        offset = end
    if len(points) < 2 or len(set(points)) != len(points) or not introduction:
        return None
    stated = _STATED.search(introduction)
    if stated and (number_value(stated[1]) or 0) != len(points):
        return None
    if any(DANGLING.match(p) for p in points):
        return None
    lead = paragraph[0].paragraph.lead
    return Sequence(
        introduction, tuple(points), tuple(passages), lead.text.rstrip("。：:") if lead else ""
    )


def _find(paragraph: list[Located], mark: str, at: int, offset: int) -> tuple[int, int] | None:
    for k in range(at, len(paragraph)):
        folded = paragraph[k].place.sentence.folded
        low = offset if k == at else 0
        while (low := folded.find(mark, low)) >= 0:
            if low == 0 or folded[low - 1] in "，；：。、“ ——":
                return k, low
            low += 1
    return None


def _introduction(paragraph: list[Located], at: int, low: int, renderer: Renderer) -> str:
    """What the points are points of: the words before the first in its sentence, or the sentence before."""
    sentence = paragraph[at].place.sentence
    text = sentence.folded[:low].strip("，；：。 —")
    start, end = 0, len(text)
    if not text:
        if at == 0:
            return ""
        sentence = paragraph[at - 1].place.sentence
        text = sentence.folded.strip("，；：。 —！？")
        start, end = 0, len(text)
    if end > _LONGEST_INTRODUCTION:
        cut = max(text.rfind("，"), text.rfind("；"))
        if cut < 0 or end - cut > _LONGEST_INTRODUCTION:
            return ""
        start = cut + 1
    start, end = trim(sentence.folded, start, end)
    shown = unpaired(renderer.cut(sentence, start, end))
    return "" if DANGLING.match(sentence.folded[start:end]) or len(shown) < 4 else shown
