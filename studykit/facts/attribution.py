"""Attribution: the source that a clause names for its figures (据…数据, …显示)."""

import re
from dataclasses import dataclass

_SAYING = "显示|表明|指出|透露|介绍"
_SOURCE_NOUN = "数据|数字|报告|研究|调查|统计|结果|指数|公报|资料|分析|预测|记录|年报|白皮书|监测|问卷|报导|消息|文件"
_ATTRIBUTION = re.compile(
    rf"(?:(?:根据|依据|据)(?P<given>[^，,]{{2,40}}?)(?:研究指出|{_SAYING}|统计|测算|估计|估算|披露|报道|核算)?(?:[，,]|$)"
    rf"|(?P<telling>[^，,]{{0,40}}?(?:{_SOURCE_NOUN}))(?:也|还|亦|均)?(?:显示|表明|指出|披露|认为|发现|预测|估计|提到|称)[，,:：]?)"
)
_SPEECH = re.compile(
    r"[^，,]{2,30}?(?:公布|发布|宣布|通报|显示|表明|指出|称|表示|透露|说|认为|预计|强调|介绍)[，,:：]?"
)
# A match no longer than this is 据 and a word or two, not a source.
_NO_SOURCE = 4


@dataclass(frozen=True, slots=True)
class Source:
    """The name of a source by its offsets, and where the clause goes on after it."""

    start: int
    end: int
    stop: int


def find_source(folded: str, start: int, end: int) -> Source | None:
    """The source that a clause begins with, if it names one."""
    match = _ATTRIBUTION.match(folded, start, end)
    if match is None or match.end() <= start + _NO_SOURCE:
        return None
    low, high = match.span("given" if match["given"] else "telling")
    return Source(low, high, match.end())


def introduces_speech(text: str) -> bool:
    """Whether a clause only says who speaks (发言人表示)."""
    return bool(_SPEECH.fullmatch(text))
