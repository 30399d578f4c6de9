"""A short text read as one figure, as far as comparing options needs."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from studykit.cards.normal import normal
from studykit.facts.numerals import ARABIC, HAN, SCALE, number_value
from studykit.facts.units import HAN_UNIT

# The characters of amounts that differ in Traditional text.
_SIMPLIFIED = str.maketrans("億萬餘約幾兩點個過達於倍圓", "亿万余约几两点个过达于倍元")
_HEDGE = (
    r"(?:大约|大概|将近|接近|不到|不足|不少于|不低于|不超过|至少|至多"
    r"|超过|突破|达到|约|近|逾|超|达)"
)
_AFTER = r"(?:左右|上下|以上|以下|以内|之多)"
_DASH = r"(?:[-—–~～]{1,2}|至|到)"
_FIGURE = re.compile(
    rf"(?P<hedge>{_HEDGE}?)(?P<minus>-?)"
    rf"(?:(?P<num>{ARABIC}{SCALE}?)(?:{_DASH}(?P<high>{ARABIC}{SCALE}?))?|百分之(?P<share>{HAN})|(?P<han>第?{HAN}))"
    rf"(?P<unit>[^\d，。；：、？！,;:?!]*?)(?P<after>{_AFTER}?)"
)
_HAN_UNIT = re.compile(HAN_UNIT)
# 个百分点, 吨标准煤/万元: what is longer is a phrase that begins with a number.
LONGEST_UNIT = 8
# 第二, 第二位; 第一生产力 is a phrase.
LONGEST_RANK_UNIT = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed: its value with the scale applied, `high` where it is a range.

    `step` is the worth of its last printed place: 0.01 of 2.54, 10**11 of 3.1万亿.
    """

    value: Decimal
    high: Decimal
    step: Decimal
    unit: str
    hedge: str


@lru_cache(maxsize=1 << 12)
def read_figure(text: str) -> Figure | None:
    """The figure that the whole of a text is, or None."""
    match = _FIGURE.fullmatch(normal(text).translate(_SIMPLIFIED))
    if match is None or len(match["unit"]) > LONGEST_UNIT:
        return None
    unit, hedge = match["unit"], match["hedge"] + match["after"]
    if match["num"]:
        low_text, high_text = match["num"], match["high"] or match["num"]
        if low_text[-1].isdigit():
            # The scale of a range is printed once: 10—20亿元.
            low_text += high_text.lstrip("0123456789.,")
        low, _ = _arabic(low_text)
        high, step = _arabic(high_text)
    else:
        ordinal = (match["han"] or "").startswith("第")
        numeral = match["share"] or match["han"].removeprefix("第")
        value = number_value(numeral)
        known = match["share"] or ordinal or _HAN_UNIT.fullmatch(unit)
        if value is None or not known or (ordinal and len(unit) > LONGEST_RANK_UNIT):
            return None
        low, high, step = value, value, Decimal(1)
        unit = ("%" if match["share"] else "第" if ordinal else "") + unit
    sign = -1 if match["minus"] else 1
    return Figure(sign * low, sign * high, step, unit, hedge)


def _arabic(text: str) -> tuple[Decimal, Decimal]:
    digits = re.match(ARABIC, text)
    value = number_value(text)
    if digits is None or value is None:
        return Decimal(0), Decimal(1)
    bare = Decimal(digits.group().replace(",", ""))
    scale = value / bare if bare else Decimal(1)
    places = len(digits.group().partition(".")[2])
    return value, scale * Decimal(1).scaleb(-places)
