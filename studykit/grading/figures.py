"""Figures read from what a person types: amounts, shares, ranges, ratios and ranks."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from studykit.grading.asked import DOWN, UP, Asked, Bound, Direction, hedge_pattern
from studykit.grading.english import chinese_figures
from studykit.grading.numbers import Number, read_number
from studykit.grading.tidy import tidy
from studykit.grading.units import NO_UNIT, UNITS, Unit, read_unit

Kind = Literal["amount", "ratio", "rank", "top"]

_LEADS = re.compile(
    rf"(?:(?P<over>{hedge_pattern('over')})|(?P<under>{hedge_pattern('under')})|(?P<about>{hedge_pattern('about')})"
    rf"|(?P<up>{'|'.join(UP)})|(?P<down>{'|'.join(DOWN)}|零下)|{hedge_pattern('')}|达到?|占|共有?|总共|一共|累计|合计"
    r"|过去|未来|最近|连续|每年|相当于|相差|大|为|是|有|到|至|了|的)"
)
_TAILS = re.compile(
    rf"(?:(?P<over>{hedge_pattern('over')})|(?P<under>{hedge_pattern('under')})|(?P<about>{hedge_pattern('about')}))"
)
_N = r"(?P<n>[0-9]+|[一二两三四五六七八九十百]+)"
_FIELD = r"世界|全球|国际|全国|国内|中国|我国|全省|全市|全县|全区|省内|亚洲|亚太|欧洲|东盟|西部|中部|东部|行业|同类|全港|全行业|东北"
_PLACED = r"(?:稳居|位居|位列|排名|名列|列居|高居|跃居|居于|排在|排行|排|列|居|升至|跃升至|保持|是|为|占)*"
_RANK = re.compile(
    rf"{_PLACED}(?:在|于|到|至|了)?(?P<field>{_FIELD})?(?:的|排名|排)?(?:首位|榜首|之首|头名|冠军|首|第{_N}(?:大|强)?(?:位|名|次|届|批|期|个)?)"
)
_TOP = re.compile(rf"(?:排名|位列|进入|跻身)?(?P<field>{_FIELD})?前{_N}(?:位|名|强|列|甲|个)?")
_DOUBLED = re.compile(r"(?:翻了?(?P<n>[0-9]+|[一二两三四五六])?番|翻倍|翻了?一倍|倍增|成倍增长)")
_DASH = re.compile(r" ?(?:-{1,2}|[—–~至到]{1,2}) ?")
_MONEY_SIGN = re.compile(r"(?P<sign>us\$|hk\$|\$|¥|€|£)")
_SIGNS = {"us$": "美元", "$": "美元", "hk$": "港元", "¥": "元", "€": "欧元", "£": "英镑"}
_RUN_TOGETHER = re.compile(r"(?<![0-9]) | (?![0-9])")
_TRIMMED = re.compile(r"^[\s“”‘’\"'《》,.。:;!?…]+|[\s“”‘’\"'《》,.。:;!?…吧呢的了]+$")
# 翻一百番 is a joke; 翻一亿番 would never be reckoned.
_MOST_DOUBLINGS = 100
_ALL = re.compile("百分(?:之)?百")
# 2点54 and 2。54, but not the time 12点30分.
_POINT = re.compile("(?<=[0-9])[点。](?=[0-9]+(?![0-9分]))")
_HALF = re.compile("一半|半数")
_PER = {"百分之": "%", "千分之": "‰"}
_SAME_FIELD = (
    frozenset({"世界", "全球", "国际"}),
    frozenset({"全国", "国内", "中国", "我国"}),
    frozenset({"行业", "全行业"}),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: `low` to `high` (the same where it is no range) in the size of its unit.

    `printed` is the number without scale words and unit. `field` is that of a
    rank (全国第一). `rest` is what stands behind.
    """

    kind: Kind
    low: Fraction
    high: Fraction
    unit: Unit = NO_UNIT
    printed: Fraction = Fraction(0)
    place: Fraction = Fraction(1)
    scaled: bool = False
    bound: Bound = ""
    direction: Direction = ""
    field: str = ""
    rest: str = ""


@lru_cache(maxsize=1 << 12)
def read_figure(text: str) -> Figure | None:
    """The figure that a text begins with, past hedges and such; None where it has none."""
    text = _RUN_TOGETHER.sub("", chinese_figures(tidy(text)))
    text = _POINT.sub(".", text)
    text = _HALF.sub("1/2", _ALL.sub("100%", _TRIMMED.sub("", text)))
    rank = _ranked(text, _RANK, "rank") or _ranked(text, _TOP, "top")
    if rank:
        return rank
    bound, direction, at = _leads(text)
    sign = _MONEY_SIGN.match(text, at)
    figure = _amount(text, sign.end() if sign else at)
    if figure is None:
        return None
    if sign and not figure.unit.name:
        figure = replace(figure, unit=UNITS[_SIGNS[sign["sign"]]])
    tail = _TAILS.match(figure.rest)
    if tail:
        bound = bound or tail.lastgroup or ""
        figure = replace(figure, rest=figure.rest[tail.end() :])
    return replace(
        figure, bound=bound or figure.bound, direction=direction or figure.direction,
        rest=_TRIMMED.sub("", figure.rest),
    )  # fmt: skip


def same_field(one: str, other: str) -> bool:
    """Whether two fields of a ranking are one (世界, 全球)."""
    return one == other or any({one, other} <= group for group in _SAME_FIELD)


def drop_prompt(text: str, asked: Asked) -> str:
    """The text without words before its figure that the prompt has, too."""
    tidied = tidy(text)
    match = re.search(r"[0-9零〇一二两三四五六七八九十百千万半第首前翻]", tidied)
    if match and match.start() and asked.has(tidied[: match.start()].replace(" ", "")):
        return tidied[match.start() :]
    return text


def _leads(text: str) -> tuple[Bound, Direction, int]:
    bound: Bound = ""
    direction: Direction = ""
    at = 0
    while match := _LEADS.match(text, at):
        at = match.end()
        said = match.lastgroup or ""
        if said in ("up", "down"):
            direction = said
        elif said:
            bound = said
    return bound, direction, at


def _ranked(text: str, pattern: re.Pattern[str], kind: Kind) -> Figure | None:
    match = pattern.match(text)
    if match is None:
        return None
    read = read_number(match["n"]) if match["n"] else None
    value = read[0].value if read else Fraction(1)
    rest = text[match.end() :]
    return Figure(kind, value, value, printed=value, field=match["field"] or "", rest=rest)


def _amount(text: str, at: int) -> Figure | None:
    if doubled := _DOUBLED.match(text, at):
        read = read_number(doubled["n"]) if doubled["n"] else None
        times = min(int(read[0].value), _MOST_DOUBLINGS) if read else 1
        value = Fraction(2**times - 1)
        return Figure(
            "amount", value, value, UNITS["番"], value, direction="up", rest=text[doubled.end() :]
        )
    for words, unit in _PER.items():
        if text.startswith(words, at):
            return _share(text, at + len(words), words, UNITS[unit])
    negative = text[at : at + 1] in ("-", "负")
    read = read_number(text, at + negative)
    if read is None:
        return None
    number, end = read
    if text.startswith("分之", end) or (text.startswith("/", end)):
        part = read_number(text, end + (1 if text[end] == "/" else 2))
        if part is not None:
            top, bottom = (number, part[0]) if text[end] == "/" else (part[0], number)
            if not bottom.value:
                return None
            value = top.value / bottom.value
            return Figure(
                "amount", value, value, replace(UNITS["倍"], name="分之"), value,
                place=Fraction(1, 10**6), rest=text[part[1] :],
            )  # fmt: skip
    if text[end : end + 1] in (":", "比", "∶"):
        other = read_number(text, end + 1)
        if other is not None and text[other[1] : other[1] + 1] in (":", "∶"):
            return None  # 8:41:51, the parts of a whole, is compared as it stands
        if other is not None and other[0].value:
            return Figure("ratio", number.value, other[0].value, rest=text[other[1] :])
    return _ranged(text, number, end, negative=negative)


def _share(text: str, at: int, words: str, unit: Unit) -> Figure | None:
    low = read_number(text, at)
    if low is None:
        return None
    high = low
    if dash := _DASH.match(text, low[1]):
        after = dash.end() + (len(words) if text.startswith(words, dash.end()) else 0)
        high = read_number(text, after) or low
    return _figure(low[0], high[0], unit, unit, text[high[1] :])


def _ranged(text: str, low: Number, end: int, *, negative: bool) -> Figure:
    unit, after = _unit(text, end)
    dash = _DASH.match(text, after)
    high = read_number(text, dash.end()) if dash else None
    if high is None:
        low, unit, after = _with_half(text, low, unit, after)
        figure = _figure(low, low, unit, unit, text[after:])
        if not negative:
            return figure
        return replace(figure, low=-figure.low, high=-figure.high, printed=-figure.printed)
    other, last = _unit(text, high[1])
    return _figure(low, high[0], unit if unit.name else other, other, text[last:])


def _unit(text: str, at: int) -> tuple[Unit, int]:
    """A unit, past a blank."""
    return read_unit(text, at + (text[at : at + 1] == " "))


_HALF_AFTER = re.compile("半")
_HALF_WITHIN = re.compile("个?半")


def _with_half(text: str, number: Number, unit: Unit, at: int) -> tuple[Number, Unit, int]:
    """两个半小时, 一年半, 六成五: what is added behind the first number."""
    half = replace(number, value=number.value + Fraction(1, 2))
    if unit.name == "成" and (tenths := read_number(text, at)):
        whole = replace(number, value=number.value + tenths[0].value / 10)
        return whole, unit, tenths[1]
    if unit.name in ("", "个") and (match := _HALF_WITHIN.match(text, at)):
        inner, after = read_unit(text, match.end())
        if inner.name:
            return half, inner, after
    if unit.name and (match := _HALF_AFTER.match(text, at)):
        return half, unit, match.end()
    return number, unit, at


def _figure(low: Number, high: Number, first: Unit, unit: Unit, rest: str) -> Figure:
    start = low.value
    if low.value == low.printed and high.value != high.printed and first is unit:
        start *= high.value / high.printed if high.printed else 1  # 2-3万
    sizes = sorted((start * first.size, high.value * unit.size))
    return Figure(
        "amount", sizes[0], sizes[1], unit, high.printed, high.place * unit.size,
        scaled=high.value != high.printed, bound="over" if high.few else "", rest=rest,
    )  # fmt: skip
