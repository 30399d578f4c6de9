"""Segments: a clause cut at its 、 where every part states a figure of its own."""

from dataclasses import dataclass, replace
from itertools import pairwise

from studykit.facts.clauses import trim
from studykit.facts.figure_context import Reading
from studykit.facts.itemized import cut_at, pauses
from studykit.facts.phrases import Word, within
from studykit.facts.quantities import Quantity
from studykit.facts.relations import relation_tail

# Words that may stand before the verb that governs a list.
_BEFORE_VERB = ("累计", "共", "新")
_SHORTEST_VERB = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a clause that is read by itself, with its numbers.

    `prefix` and `suffix` are words of other parts that belong to this one too.
    """

    start: int
    end: int
    numbers: list[Quantity]
    prefix: str = ""
    suffix: str = ""


def segments(reading: Reading, start: int, end: int, numbers: list[Quantity]) -> list[Segment]:
    """The parts of a clause that each state a figure; the whole clause where it has none such."""
    whole = [Segment(start, end, numbers)]
    marks = pauses(reading.folded, start, end)
    if not marks or len(numbers) < 2:
        return whole
    parts = _parts_with_figures(start, end, marks, numbers)
    if len(parts) < 2 or parts[-1].end != end:
        return whole
    counted = [not reading.folded[p.start : p.numbers[0].start].strip() for p in parts[1:]]
    if all(counted) and all(len(p.numbers) == 1 for p in parts):
        return _figures_alone(reading, parts)
    if any(counted):
        return whole
    verb = _opening_verb(reading, parts[0].start, parts[0].numbers[0].start)
    return [
        parts[0],
        *(replace(p, prefix=verb) if _plain_count(reading, p) else p for p in parts[1:]),
    ]


def _parts_with_figures(
    start: int, end: int, marks: list[int], numbers: list[Quantity]
) -> list[Segment]:
    """The stretches between marks, those without a figure joined to the one after."""
    parts: list[Segment] = []
    opens: int | None = None
    for low, high in cut_at(start, end, marks):
        opens = low if opens is None else opens
        mine = [q for q in numbers if opens <= q.start and q.end <= high]
        if mine:
            parts.append(Segment(opens, high, mine))
            opens = None
    return parts


def _figures_alone(reading: Reading, parts: list[Segment]) -> list[Segment]:
    """收到20份、30份、5份来自农村: what opens the first part and what closes the last is for all."""
    first, last = parts[0], parts[-1]
    prefix = reading.cut(first.start, first.numbers[0].start)
    suffix = ""
    closing = within(reading.words, last.numbers[0].end, last.end)
    verb = next((w for w in closing if w.verb or w.tag in ("p", "d")), None)
    if verb is not None and not _modifies(reading.folded, verb):
        suffix = reading.cut(verb.start, last.end)
        parts = [*parts[:-1], replace(last, end=trim(reading.folded, last.start, verb.start)[1])]
    return [
        replace(part, prefix=prefix if k else "", suffix=suffix) for k, part in enumerate(parts)
    ]


def _modifies(folded: str, verb: Word) -> bool:
    """Whether a verb belongs to a noun phrase (投产的项目) or is too short to tell."""
    return folded[verb.end : verb.end + 1] in ("的", "中") or (
        verb.verb and verb.end - verb.start == 1
    )


def _opening_verb(reading: Reading, start: int, end: int) -> str:
    """The verb that opens a clause and governs its later items too (建成A20所、B5个)."""
    inside = within(reading.words, start, end)
    for word, following in pairwise(inside):
        if word.verb and word.end - word.start >= _SHORTEST_VERB and following.text != "的":
            return reading.cut(start, word.end)
        if word.tag not in ("d", "ad") and word.text not in _BEFORE_VERB:
            return ""
    return ""


def _plain_count(reading: Reading, part: Segment) -> bool:
    """Whether a part is a bare noun and a count, without a verb of its own."""
    figure = part.numbers[0]
    inside = within(reading.words, part.start, figure.start)
    return (
        figure.kind == "amount"
        and not relation_tail(reading.folded[part.start : figure.start])[1]
        and bool(inside)
        and not inside[0].verb
    )
