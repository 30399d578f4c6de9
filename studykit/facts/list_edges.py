"""Edges of lists: words that the first item lacks, or that the last has taken from the clause."""

Stretch = tuple[int, int]

# Set phrases that judge the whole list before them (A、B至关重要).
JUDGEMENTS = (
    "至关重要", "势在必行", "刻不容缓", "迫在眉睫", "必不可少", "不可或缺", "任重道远", "缺一不可",
    "意义重大", "密不可分", "相辅相成", "息息相关", "蔚然成风", "有目共睹",
)  # fmt: skip
# What comes over all items and not over the last alone (工艺、装备、产品|升级).
_EVENTS = ("升级", "转型", "改造", "更新", "换代", "重组", "重构", "迭代")
_EVENT_LENGTH = 2
_FEWEST_ITEMS = 3
# Verbs of one character that make items of two or three (上规模、提质量).
_SHORT_VERBS = frozenset("上成进入出增提扩强稳促保调补建聚引育降减去拓创抓")


def with_verb(folded: str, items: list[Stretch]) -> list[Stretch]:
    """The items, the first with the short verb before it where all others begin with one."""
    (low, high), *others = items
    short = low > 0 and folded[low - 1] in _SHORT_VERBS and folded[low] not in _SHORT_VERBS
    sizes = {b - a for a, b in others}
    if short and sizes == {high - low + 1} and all(folded[a] in _SHORT_VERBS for a, _ in others):
        return [(low - 1, high), *others]
    return items


def without_event(
    folded: str, items: list[Stretch], head: Stretch
) -> tuple[list[Stretch], Stretch]:
    """Items and head, what the last item says of all of them moved into the head."""
    *others, (low, high) = items
    stop = high - _EVENT_LENGTH
    if (
        len(items) < _FEWEST_ITEMS
        or {b - a for a, b in others} != {stop - low}
        or not folded.endswith(_EVENTS, low, high)
        or any(folded.endswith(_EVENTS, a, b) for a, b in others)
    ):
        return items, head
    return [*others, (low, stop)], (stop, high)
