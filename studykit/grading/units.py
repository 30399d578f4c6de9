"""What units measure and how large they are, so that 500公斤 is 0.5吨 and 65% 六成五."""

import re
from dataclasses import dataclass
from fractions import Fraction

from studykit.facts.units import COUNTERS, CURRENCIES, PEOPLE, PHYSICAL, TIMES

COUNT, MONEY, SHARE = "count", "元", "share"

# Sizes in a base unit of our own for each measure; what two names share is one unit.
_SIZES: dict[str, dict[str, str]] = {
    SHARE: {"% 个%": "1/100", "‰": "1/1000", "成": "1/10", "倍": "1", "番": "1"},
    "points": {"个百分点 百分点": "1", "个基点 基点": "1/100"},
    "mass": {
        "毫克 mg": "1/1000", "克 g": "1", "斤": "500", "公斤 千克 kg": "1000", "吨 公吨 t": "1000000", "磅": "453.59237",
        "微克": "1/1000000",
    },
    "length": {
        "纳米 nm": "1/1000000000", "微米": "1/1000000", "毫米 mm": "1/1000", "厘米 cm": "1/100", "米 m": "1",
        "公里 千米 km": "1000", "英寸": "0.0254", "英尺": "0.3048", "英里": "1609.344", "海里": "1852",
    },
    "area": {
        "平方厘米": "1/10000", "平方米 m2": "1", "亩": "2000/3", "公顷 ha": "10000", "平方公里 平方千米 km2": "1000000",
    },
    "volume": {"毫升 ml": "1/1000000", "升 l": "1/1000", "立方米 立方 方 m3": "1"},
    "months": {"个月": "1", "个季度 季度": "3", "年 周年 年间 年度 年来 个课税年度": "12", "个世纪 世纪": "1200"},
    "seconds": {
        "毫秒": "1/1000", "秒 秒钟": "1", "分钟": "60", "小时 个小时": "3600", "天 日": "86400", "周 星期 个星期": "604800",
    },
    "power": {"瓦": "1", "千瓦 kw": "1000", "兆瓦 mw": "1000000", "吉瓦 gw": "1000000000", "太瓦": "1000000000000"},
    "energy": {
        "瓦时": "1/1000", "千瓦时 kwh 度电": "1", "兆瓦时 mwh": "1000", "吉瓦时 gwh": "1000000", "太瓦时 twh": "1000000000",
    },
    "temperature": {"℃ 摄氏度 °c": "1"},
    MONEY: {"元 元人民币 人民币 块 块钱 元整 圆": "1"},
    "港元": {"港元 港币 港纸": "1"},
    "新台币": {"新台币 台币": "1"},
    "age": {"岁 周岁": "1"},
    "月": {"月": "1"},
    "containers": {"标准箱 标箱 teu": "1"},
}  # fmt: skip
# Measure words that a reader would take for one another: a number of things is the same
# whether they are called 个 or 家. Those that name something of their own are not among them.
_NAMING = {
    "国", "省", "市", "县", "区", "镇", "村", "街道", "人次", "人年", "人月", "人天", "户次", "车次", "架次",
    "航次", "班次", "辆次", "件次", "列次", "艘次", "例次", "批次", "场次", "届次", "课时", "学分", "字",
    "词", "分", "环", "股", "手", "声", "遍", "声部", "折", "线", "宿位", "床位", "张床位", "标段", "户", "箱",
}  # fmt: skip
# 元 may be any local money; 度 is a degree or a kilowatt-hour.
_LOCAL_MONEY = frozenset({MONEY, "港元", "新台币"})
_DEGREES = frozenset({"temperature", "energy", "°"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written; those of one measure are compared by their size."""

    name: str
    measure: str
    size: Fraction = Fraction(1)

    @property
    def counts(self) -> bool:
        """Whether it only counts things, so that the bare number says as much."""
        return self.measure == COUNT or self.name in _NAMING


NO_UNIT = Unit("", "")


def _units() -> dict[str, Unit]:
    out = {name: Unit(name, COUNT) for name in (*COUNTERS, *PEOPLE, "册", "把", "重", "群")}
    named = (*_NAMING, *PHYSICAL, *CURRENCIES, *TIMES)
    out |= {name.lower(): Unit(name.lower(), name.lower()) for name in named}
    for measure, sizes in _SIZES.items():
        for names, size in sizes.items():
            out |= {name: Unit(name, measure, Fraction(size)) for name in names.split()}
    return out


UNITS = _units()
_NAMES = "|".join(re.escape(name) for name in sorted(UNITS, key=lambda name: (-len(name), name)))
_UNIT = re.compile(rf"({_NAMES})(?:(?:/|每)({_NAMES}))?")
_LATIN = re.compile("[a-z]")


def read_unit(text: str, at: int) -> tuple[Unit, int]:
    """The unit at a place of a tidy text and where it ends; NO_UNIT where there is none."""
    match = _UNIT.match(text, at)
    if match is None:
        return NO_UNIT, at
    if _LATIN.match(match.group()[-1]) and _LATIN.match(text, match.end()):
        return NO_UNIT, at
    unit = UNITS[match[1]]
    if match[2]:
        per = UNITS[match[2]]
        unit = Unit(match.group(), f"{unit.measure}/{per.measure}", unit.size / per.size)
    return unit, match.end()


def alike(one: Unit, other: Unit) -> bool:
    """Whether two units measure the same, so that their sizes tell."""
    if "度" in (one.measure, other.measure) and _DEGREES & {one.measure, other.measure}:
        return True
    return one.measure == other.measure


def confusable(one: Unit, other: Unit) -> bool:
    """Whether a teacher would take the one for a slip for the other: 元 and 港元, 人 and 人次."""
    if {one.measure, other.measure} <= _LOCAL_MONEY:
        return True
    per = one.measure.partition("/")[0] == other.measure.partition("/")[0]
    return per or (one.counts and other.counts)
