"""Interrogatives: what stands in place of a figure when the clause becomes a question."""

import re

from studykit.facts.model import Figure
from studykit.facts.quantities import Quantity
from studykit.facts.units import MULTIPLES

# Up to this a teacher asks 几 of things that are counted.
_FEW = 10
_PLAIN_COUNT = re.compile(
    r"^(?:个|项|家|件|条|所|座|处|名|位|部|类|种|场|轮|批|届|幅|次|大|台|组|支|方面|步|册|套|艘|层|间|国|省|市|县|区)$"
)
_TAKES_LE = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|下降|减少|降低|下跌|回落|下滑|突破|收窄|扩大|缩小|缩短|达到|提高到|提升到|增加到|上升到|扩大到|下降到|减少到|降低到)$"
)
_FUTURE = re.compile(r"将|预计|目标|预期|力争|计划|要|拟|争取|可(?:供|达|以)|到20[2-9]\d年")


def interrogative(figure: Figure) -> str:
    """The words that ask for a figure where it stands, in Simplified."""
    q = figure.quantity
    if q.kind == "rank":
        return _rank(figure)
    if q.kind == "ratio":
        return "多少"
    if q.kind == "share" and not q.unit:
        return "几分之几"
    if q.unit in ("%", "‰"):
        if not figure.after and re.search(r"[占佔]$", figure.before):
            return "多少比例"
        if re.search(r"年度?$", figure.before) and figure.after.startswith("，"):
            return "多少比例"
        apart = ("的", "，", "、", "时", "時")
        if not figure.after or figure.after.startswith(apart) or not figure.counts:
            if _predicate(figure):
                return "多少"
            verbal = (
                bool(figure.after)
                and not figure.first_of_change
                and not figure.after.startswith(apart)
            )
            return (
                "多少比例"
                if verbal and not re.search(r"[至到升降减增]", figure.after[:6])
                else "百分之多少"
            )
        return "百分之多少的"
    if q.unit == "番":
        return "翻了几番" if "番" in figure.text and "翻" in figure.text else "怎样变化"
    if (
        _THRESHOLD.search(figure.before)
        and figure.after
        and figure.quantity.kind == "amount"
        and not figure.after.startswith(("的", "，"))
    ):
        return f"多少{q.unit}的界线"
    if q.unit in MULTIPLES:
        return f"几{q.unit}" if q.unit == "成" else f"多少{q.unit}"
    if q.unit == "":
        return "多少"
    few = (
        q.high is None and not q.scale and not q.hedge and q.value == int(q.value)
        and q.value <= _FEW and bool(_PLAIN_COUNT.match(q.unit))
    )  # fmt: skip
    return f"{'几' if few else '多少'}{q.unit}"


# A figure behind such a word and before more of the clause is a line that is drawn.
_THRESHOLD = re.compile(r"(?:低于|低於|高于|高於|少于|少於|多于|多於|不足|不满|不滿)$")


def _predicate(figure: Figure) -> bool:
    return not figure.after and bool(
        re.search(
            r"(?:[为為是达達到至占佔过過]|增长|增長|下降|增加|减少|減少|上升|上涨|上漲|提高|提升|降低|下跌|回落|升|跌|增|降|比重|比例)$",
            figure.before,
        )
    )


def _rank(figure: Figure) -> str:
    text = figure.text
    if figure.quantity.unit == "前":
        return "前几" + (text[-1] if text[-1] in "位名强強" else "")
    if text.endswith(("首位", "榜首", "之首")):
        return "什么位置" if not text.startswith("之") else "的什么位置"
    return "第几" + (text[-1] if text[-1] in "位名大强強" else "")


def takes_le(figure: Figure, folded_before: str) -> bool:
    """Whether 了 belongs between the verb and the interrogative: past, and the verb is last."""
    return (
        not figure.planned
        and not figure.last_of_change
        and not figure.first_of_change
        and bool(_TAKES_LE.search(folded_before))
        and not _FUTURE.search(folded_before)
        and not figure.after.startswith(("的",))
        and figure.quantity.kind != "rank"
    )


def vague(quantity: Quantity) -> bool:
    """Whether a quantity is too loose to be asked (40多年, 30余项)."""
    return quantity.vague
