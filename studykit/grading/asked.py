"""What the prompt says already, so that the answer need not say it again."""

import re
from dataclasses import dataclass
from functools import lru_cache

from studykit.facts.numerals import SCALE, scale_value
from studykit.grading.english import chinese_figures
from studykit.grading.tidy import tidy
from studykit.grading.units import SHARE, Unit

Bound = str  # "", "about", "over", "under"
Direction = str  # "", "up", "down"

# How a hedge bounds a number. 达, 仅 and the like bound nothing.
BOUNDS: dict[Bound, tuple[str, ...]] = {
    "about": tuple("大约 大概 约 近 将近 接近 左右 上下 差不多 ~ ≈ 近乎 几乎 不等".split()),
    "over": tuple(
        "不少于 不低于 不下 至少 最少 最低 下限 超过 突破 超 逾 大于 多于 以上 以外 之多 出头 余 多 > ≥ >=".split()
    ),
    "under": tuple(
        "不超过 不高于 不多于 不到 不足 至多 最多 最高 上限 小于 少于 低于 以下 以内 之内 < ≤ <=".split()
    ),
    "": tuple("高达 多达 达 仅 只有 平均".split()),
}
UP = "增长 增加 增至 增到 提高 提升 上升 上涨 升至 升到 扩大 上调 增 涨 升".split()
DOWN = "下降 减少 降低 下跌 回落 下滑 收窄 缩小 缩短 降至 降到 微降 减至 跌至 下调 跌 减 降".split()
_ASKING = r"(?:多少|几|百分之多少|什么|怎样)"
_ASKED = re.compile(rf"{_ASKING}(?P<scale>(?:{SCALE})?)")
_TIMED = frozenset({"年", "月", "日", "度"})
_OF_SHARES = re.compile(r"百分之|%|比例|比重|占比|几成|percent|proportion")
_ENOUGH = 2


def hedge_pattern(bound: Bound) -> str:
    """An alternation of the words of a bound, the longest first."""
    return "|".join(sorted(map(re.escape, BOUNDS[bound]), key=len, reverse=True))


_BOUND_BEFORE = re.compile(
    rf"(?:(?P<over>{hedge_pattern('over')})|(?P<under>{hedge_pattern('under')}))了?$"
)
_DIRECTION = re.compile(rf"(?P<up>{'|'.join(UP)})|(?P<down>{'|'.join(DOWN)})")


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as judging needs it: `text` is tidy, `scale` the 万 of 多少万元.

    `bound` is what stands before the interrogative (超过多少), `direction`
    whether the clause asks for a rise or a fall.
    """

    text: str
    scale: int = 1
    bound: Bound = ""
    direction: Direction = ""

    def names(self, unit: Unit) -> bool:
        """Whether the prompt says the unit of its answer."""
        if unit.measure == SHARE and unit.name != "倍" and _OF_SHARES.search(self.text):
            return True
        if len(unit.name) >= _ENOUGH and unit.name in self.text:
            return True
        before = _ASKING if unit.name in _TIMED else rf"(?:{_ASKING}|[0-9])"
        return bool(re.search(rf"{before}个?(?:{SCALE})?{re.escape(unit.name)}", self.text))

    def has(self, words: str) -> bool:
        """Whether the prompt has these tidy words."""
        return words in self.text


@lru_cache(maxsize=1 << 10)
def read_prompt(prompt: str) -> Asked:
    """What a prompt says of the figure that it asks for."""
    text = chinese_figures(tidy(prompt)).replace(" ", "")
    match = _ASKED.search(text)
    if match is None:
        return Asked(text)
    clause = re.split("[,;。]", text[: match.start()])[-1]
    bound = _BOUND_BEFORE.search(clause)
    directions = list(_DIRECTION.finditer(clause))
    return Asked(
        text,
        scale_value(match["scale"]),
        (bound.lastgroup or "") if bound else "",
        (directions[-1].lastgroup or "") if directions else "",
    )
