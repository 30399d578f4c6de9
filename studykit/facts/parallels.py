"""Parallel figures: A、B、C分别增长a、b、c, each figure with the item that it belongs to."""

import itertools
import re
from dataclasses import dataclass, replace

from studykit.facts.clauses import trim
from studykit.facts.figure_context import Carried, Reading
from studykit.facts.indicators import RATE
from studykit.facts.item_names import item_names, paired_names
from studykit.facts.itemized import Stretch, cut_at, pauses
from studykit.facts.quantities import Quantity, find_quantities
from studykit.facts.relations import relation_tail

RESPECTIVELY = "分别"
# Words that join the last two items where no 、 does.
_JOINTS = ("以及", "和", "及", "与")
# Between 分别 and its figures there is room for a relation, not for a clause.
_LONGEST_RELATION = 14
_BEFORE_RESPECTIVELY = re.compile(r"(?:均|也|都|则)$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BARE_NUMBERS = re.compile(r"(?:\d+(?:\.\d+)?(?:[、和及与]|以及))+$")
# What a clause says of its items behind their names (A、B增幅最大, 分别…).
_SUPERLATIVE = re.compile(
    r"(?:的?(?:增幅|涨幅|升幅|跌幅|降幅|增速|规模|占比|增长|表现|贡献))?(?:均)?(?:最|较)[大高快多低小慢少突出明显]{1,2}$|(?:均|都)?(?:保持|实现)?(?:较快|稳定|快速)增长$"
)


@dataclass(frozen=True, slots=True)
class Parallel:
    """Names and figures that belong together in order, with the words between (增长).

    `earlier` says that the names are those of the clause before, `again` that the
    clause has figures only.
    """

    names: list[str]
    relation: str
    values: list[Quantity]
    earlier: bool = False
    again: bool = False


def find_parallel(
    reading: Reading, carried: Carried, start: int, end: int, numbers: list[Quantity]
) -> Parallel | None:
    """The parallel figures of a clause that has some."""
    return _respectively(reading, carried, start, end, numbers) or _again(
        reading, carried, start, numbers
    )


def _respectively(
    reading: Reading, carried: Carried, start: int, end: int, numbers: list[Quantity]
) -> Parallel | None:
    """A、B分别增长a、b, the names in this clause or before it (…A、B，分别增长a、b)."""
    folded = reading.folded
    at = folded.find(RESPECTIVELY, start, end)
    if at < 0:
        return None
    after = at + len(RESPECTIVELY)
    values = _with_bare_numbers(folded, after, [q for q in numbers if q.start >= after])
    if len(values) < 2:
        return None
    relation = folded[after : values[0].start]
    if len(relation) > _LONGEST_RELATION or "，" in relation:
        return None
    low, high = trim(folded, start, at)
    high = low + len(_BEFORE_RESPECTIVELY.sub("", folded[low:high]))
    count = len(values)
    if low < high:
        names, earlier = _items_here(reading, carried, low, high, count), False
    elif len(carried.items) == count:
        names, earlier = carried.items, True
    else:
        names = _topic_items(reading, carried, count) or _recent(carried, count)
        earlier = False
    return Parallel(names, relation, values, earlier) if names else None


def _again(
    reading: Reading, carried: Carried, start: int, numbers: list[Quantity]
) -> Parallel | None:
    """达a和b, after a clause of as many parallel items."""
    folded = reading.folded
    if len(carried.items) < 2 or len(numbers) != len(carried.items):
        return None
    lead = folded[start : numbers[0].start]
    size, relation, _ = relation_tail(lead)
    gaps = [folded[a.end : b.start].strip() for a, b in itertools.pairwise(numbers)]
    if size > 0 or not relation or not all(gap in ("、", *_JOINTS) for gap in gaps):
        return None
    return Parallel(carried.items, lead, numbers, earlier=True, again=True)


def _with_bare_numbers(folded: str, after: int, values: list[Quantity]) -> list[Quantity]:
    """Values with those whose unit is printed at the last one only: 15、22个百分点."""
    if not values:
        return values
    bare = _BARE_NUMBERS.search(folded[after : values[0].start])
    if bare is None:
        return values
    last = values[-1]
    found: list[Quantity] = []
    for number in _NUMBER.finditer(bare.group()):
        low, high = (after + bare.start() + at for at in number.span())
        alike = find_quantities(number.group() + last.scale + last.unit)
        if not alike:
            return values
        found.append(
            replace(alike[0], start=low, end=high, core_start=low, core_end=high, borrowed=True)
        )
    return [*found, *values]


def _items_here(reading: Reading, carried: Carried, low: int, high: int, count: int) -> list[str]:
    """The names before 分别: a list, a rate of what came before, or two names in one word."""
    folded = reading.folded
    comma = max(folded.rfind("，", low, high), folded.rfind("：", low, high))
    head = comma + 1 if comma >= 0 else low
    opening = reading.cut(low, head) if head > low else ""
    items = split_items(reading, head, high, count)
    if items:
        return [opening + name for name in item_names(reading, items)]
    text = reading.cut(low, high)
    names: list[str] = []
    if RATE.fullmatch(folded, low, high):
        names = [name + text for name in _recent(carried, count)]
    if not names and count == 2:
        names = paired_names(folded[low:high], text)
    return names


def _topic_items(reading: Reading, carried: Carried, count: int) -> list[str]:
    """The items that the last clause without figures lists."""
    low, high = carried.topic_span
    high = low + len(_SUPERLATIVE.sub("", reading.folded[low:high]))
    items = split_items(reading, low, high, count)
    return item_names(reading, items) if items else []


def _recent(carried: Carried, count: int) -> list[str]:
    """The indicators of the last figures of this sentence."""
    names = list(dict.fromkeys(carried.indicators))[-count:]
    return names if len(names) == count else []


def split_items(reading: Reading, low: int, high: int, count: int) -> list[Stretch]:
    """The stretch cut into `count` items at its 、 and 和; empty where it doesn't come out so."""
    spans = cut_at(low, high, pauses(reading.folded, low, high))
    if spans and len(spans) < count:
        spans = _part_last(reading, spans, count)
    return spans if len(spans) == count else []


def _part_last(reading: Reading, spans: list[Stretch], count: int) -> list[Stretch]:
    """The last item cut at as many 和 as items are missing."""
    *firm, (low, high) = spans
    missing = count - len(spans)
    for joint in _JOINTS:
        marks = [
            w.start for w in reading.words if w.text == joint and low <= w.start and w.end <= high
        ]
        if len(marks) >= missing:
            return [*firm, *cut_at(low, high, marks[-missing:], len(joint))]
    return spans
