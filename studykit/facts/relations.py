"""Relations: the words that tie an indicator to its value, and which way they point."""

import re
from typing import Literal

Direction = Literal["up", "down", "level", "share", ""]

_MODIFIERS = (
    "同比|环比|按年|按季|按月|按周|比上年同期|较上年同期|比上年末|较上年末|比上年|较上年|比去年同期|较去年同期|比去年|较去年|与上年相比|"
    r"比\d{4}年|较\d{4}年|比年初|较年初|比上月|较上月|年均|月均|日均|平均|累计|合计|共计|总计|分别|只是|只|仅仅|仅|已经|已|也|都|均|又|再|将|"
    "可|预计|预期|大约|约|大幅|小幅|微幅|略微|略有|略|微|稳步|持续|进一步|逐步|明显|显著|快速|迅速|首次|历史性|名义|实际|两年平均|净|连续|"
    "仍然|仍|稳定|基本|就|才|最高|最低|最多|至少|拾级而|已经|成功|由此|一路|逐年|历史首次|会|曾|高位|全年|总体|整体|为期|纯|额外|还|扩至|要|需"
)
_UP = "增长率为|增长速度为|增速为|增长|增加|提高|提升|上升|上涨|攀升|升高|上调|增至|升至|增到|升到|扩大|扩至|扩|(?<![新])增|升|涨|跃升|拉动|多增|反弹|回升|加快|拓展|延长|快|高出|高|大|多"
_DOWN = "下降|减少|降低|下跌|回落|下滑|收窄|缩小|缩减|压减|削减|降至|跌至|减至|降到|跌到|跌|降|减|放缓|萎缩|缩短|少增|低|少|慢|缩|收缩|压缩|贬值|节约|节省"
_SHARE = "占比达到|占比达|占比为|占比|占到|占据|稳占|占"
_LEVEL = (
    "达到了|达到|达成|高达|多达|突破|超过|超出|接近|逼近|跨越|迈上|站上|为|是|达|有|仅有|只有|共有|拥有|存在|录得|录取|报|计|等于|相当于|合|约合|"
    "不及|不到|不足|逾|超|保持在|维持在|稳定在|控制在|介于|处于|位于|稳在|保持|长达|重达|耗资|斥资|距离|相差|相距|历时|定为|设为|上限为|下限为|料为|估计为|预计为|升级到|之比为|比例为|至|到|在|高达|有望达到|可达|料达"
)
_SUFFIX = r"(?:了|到了|到|至|为|达到|达|过|逾|超|约|超过|近|着|出|仅|有|近|大约)*"

_TAIL = re.compile(
    rf"(?P<mods>(?:(?:{_MODIFIERS})[，,]?)*)"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<share>{_SHARE})|(?P<level>{_LEVEL})|(?P<colon>[:：]))"
    rf"(?P<suffix>{_SUFFIX})\s*$"
)
_MODS_ONLY = re.compile(rf"(?:(?:{_MODIFIERS})[，,]?)+\s*$")
# A tail that is part of a noun: 最大, 总量增, 人数多 … are not relations.
_NOUN_END = re.compile(
    r"(?:扩大|最大|巨大|重大|最高|提高|最多|许多|众多|很多|减少|增多|更多|不少|至少|较少|最少|缩小|最快|加快|较快|降低|最低|新高|居高|较高|拉大|成为|行为|作为|因为|以为|认为|视为|称为|分为|改为|转为|列为|作为|人为|大为|还是|就是|也是|都是|不是|但是|可是|只是|正是|而是|便是|所有|没有|具有|含有|占有|国有|特有|现有|原有|自有|享有|持有|专有|公有|私有)$"
)


def relation_tail(before: str, starts: frozenset[int] | None = None) -> tuple[int, str, Direction]:
    """Where the relation at the end of `before` (folded) begins, its words, and its direction.

    `starts` are the offsets at which words begin; a relation begins at one of
    them. `(len(before), "", "")` where `before` ends in no relation.
    """
    best = _scan(before, starts)
    if best is None:
        mods = _MODS_ONLY.search(before)
        if mods and (starts is None or mods.start() in starts):
            return mods.start(), mods.group().strip(), ""
        return len(before), "", ""
    direction: Direction = "level"
    for name in ("up", "down", "share"):
        if best.group(name):
            direction = name
    return best.start(), best.group().strip(), direction


# The longest relation with its modifiers, in characters: looking further back finds nothing.
_REACH = 22


def _scan(before: str, starts: frozenset[int] | None) -> re.Match[str] | None:
    """The longest relation that ends `before`."""
    for at in range(max(0, len(before) - _REACH), len(before)):
        if starts is not None and at not in starts:
            continue
        match = _TAIL.match(before, at)
        if match and not _glued(before, match):
            return match
    return None


def _glued(before: str, match: re.Match[str]) -> bool:
    word = match.group("up") or match.group("down") or match.group("level") or ""
    if match.group("mods") or len(word) > 1:
        return False
    head = before[: match.end() - len(match.group("suffix"))]
    return bool(_NOUN_END.search(head)) and head[-2:] not in (
        "还是",
        "就是",
        "也是",
        "都是",
        "只是",
        "正是",
    )


_REVERSE = {
    "增长": "下降", "增加": "减少", "提高": "降低", "提升": "下降", "上升": "下降", "上涨": "下跌", "攀升": "下滑", "扩大": "缩小", "升至": "降至", "增至": "降至", "加快": "放缓", "回升": "回落", "延长": "缩短", "扩至": "缩至",
    "下降": "增长", "减少": "增加", "降低": "提高", "下跌": "上涨", "回落": "上升", "下滑": "上升", "收窄": "扩大", "缩小": "扩大", "降至": "升至", "跌至": "升至", "减至": "增至", "放缓": "加快", "缩短": "延长", "微降": "微升", "多增": "少增",
    "高于": "低于", "低于": "高于", "快于": "慢于", "慢于": "快于", "多于": "少于", "少于": "多于", "大于": "小于", "小于": "大于", "优于": "差于", "强于": "弱于", "高出": "低于", "超过": "低于", "远超": "远低于", "远超过": "远低于", "领先于": "落后于",
}  # fmt: skip


def reversed_relation(relation: str) -> tuple[str, str]:
    """The direction word in a relation and its opposite (增长, 下降); empty where none."""
    for word in sorted(_REVERSE, key=lambda w: -len(w)):
        if word in relation:
            return word, _REVERSE[word]
    return "", ""
