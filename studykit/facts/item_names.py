"""The names of parallel items, each made whole: what one item states for all is given to all.

城镇、农村居民收入 are 城镇居民收入 and 农村居民收入; 货物出口、进口 are 货物出口 and 货物进口.
"""

import re

from studykit.facts.figure_context import Reading
from studykit.facts.indicators import CLASS_ENDINGS
from studykit.facts.itemized import Stretch
from studykit.facts.phrases import within, word_at

# Up to this length items are modifiers that share the last one's head (城镇、农村居民).
_SHORT_ITEM = 3
# A shared tail has at least so many characters; behind 的 at most so many.
_SHORTEST_TAIL = 2
_LONGEST_TAIL = 10
# An item that ends so is a measure of its own and shares no tail with the next.
_MEASURE_END = re.compile(r"[值额量率数重比入出资口客度产积本价人次费利业]$")
# Longer than this, a last item has a head of its own; up to the shorter length its
# head may be cut inside a noun phrase (货物出口、进口).
_PLAIN_ITEM = re.compile(r"[\u4e00-\u9fff]{2,6}")
_SHORT_LAST = 4
# An item so much longer than the last one is a phrase, not its sister.
_LONGER = 4
# Tags of words that name: places, persons, other proper names, numbers.
_NAMING_TAGS = ("ns", "nr", "nz", "m")
# Two names that the text writes as one.
_PAIRED = (
    ("城乡居民", "城镇居民", "农村居民"),
    ("城乡", "城镇", "农村"),
    ("内外资", "内资", "外资"),
    ("存贷款", "存款", "贷款"),
    ("进出口", "进口", "出口"),
    ("产销", "生产", "销售"),
)


def paired_names(folded: str, text: str) -> list[str]:
    """Two names that the text wrote as one (城乡居民收入: 城镇居民收入, 农村居民收入)."""
    for joint, first, second in _PAIRED:
        at = folded.find(joint)
        if at >= 0 and len(folded) == len(text):
            head, tail = text[:at], text[at + len(joint) :]
            return [head + first + tail, head + second + tail]
    return []


def item_names(reading: Reading, items: list[Stretch]) -> list[str]:
    """The names of items with the head or tail that one of them states for all."""
    texts = [reading.cut(low, high) for low, high in items]
    tail = _shared_tail(reading, items)
    if tail:
        return [text + texts[-1][-tail:] for text in texts[:-1]] + [texts[-1]]
    head = _shared_head(reading, items)
    if head:
        return [texts[0]] + [texts[0][:head] + text for text in texts[1:]]
    return texts


def _shared_head(reading: Reading, items: list[Stretch]) -> int:
    """How many characters at the start of the first item belong to all of them."""
    *others, last = [reading.folded[low:high] for low, high in items]
    if not _PLAIN_ITEM.fullmatch(last) or any(len(o) > len(last) + _LONGER for o in others):
        return 0
    low, high = items[0]
    words = within(reading.words, low, high)
    if (
        len(words) > 1
        and last[-1] == words[-1].text[-1:]
        and _MEASURE_END.search(last)
        and len(last) <= _SHORT_LAST
    ):
        return words[-1].start - low
    first = reading.folded[low:high]
    at = first.find("的")
    return at + 1 if 0 < at < len(first) - 1 else 0


def _shared_tail(reading: Reading, items: list[Stretch]) -> int:
    """How many characters at the end of the last item belong to all of them."""
    *others, last = [reading.folded[low:high] for low, high in items]
    return (
        _tail_behind_particle(last, others)
        or _tail_behind_class(last, others)
        or _tail_behind_name(reading, last, others, items[-1][0])
        or _tail_by_length(reading, last, others, items[-1][0])
    )


def _tail_behind_particle(last: str, others: list[str]) -> int:
    """北京、上海的出口: the tail begins with the only 的."""
    if "的" not in last or any("的" in o for o in others):
        return 0
    size = len(last) - last.rindex("的")
    return size if size <= _LONGEST_TAIL else 0


def _tail_behind_class(last: str, others: list[str]) -> int:
    """采矿业、制造业投资: the tail follows the ending that all items have."""
    for ending in CLASS_ENDINGS:
        if last.endswith(ending) or not all(o.endswith(ending) for o in others):
            continue
        at = last.rfind(ending, 0, len(last) - 1)
        size = len(last) - at - len(ending)
        if at >= 0 and size >= _SHORTEST_TAIL:
            return size
    return 0


def _tail_behind_name(reading: Reading, last: str, others: list[str], low: int) -> int:
    """东盟、欧盟进出口: the tail follows a name of the kind that the other items are."""
    opener = word_at(reading.words, low)
    if opener is None or opener.tag not in _NAMING_TAGS:
        return 0
    tags = {w.tag for o in others for w in reading.words if w.text == o}
    size = len(last) - len(opener.text)
    return size if tags == {opener.tag} and size >= _SHORTEST_TAIL else 0


def _tail_by_length(reading: Reading, last: str, others: list[str], low: int) -> int:
    """城镇、农村居民收入: the items are as long as one another, and the last one is longer."""
    sizes = {len(o) for o in others}
    if len(sizes) != 1 or any(_MEASURE_END.search(o) for o in others):
        return 0
    size = sizes.pop()
    opening = [w for w in reading.words if low <= w.start]
    ends = [w.end - low for w in opening if w.end - low < len(last)]
    near = [e for e in ends if abs(e - size) <= 1 and len(last) - e >= _SHORTEST_TAIL]
    compound = any(w.start == low and w.end - low >= size + _SHORTEST_TAIL for w in opening)
    fits = compound and size <= _SHORT_ITEM and len(last) >= size + _SHORTEST_TAIL
    if size in near or fits:
        return len(last) - size
    return len(last) - max(near) if near else 0
