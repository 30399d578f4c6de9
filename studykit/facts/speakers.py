"""Speakers: who says what a clause tells (专家指出，…), and the verbs of saying."""

import re
from dataclasses import dataclass

from studykit.facts.clauses import skip_connectives

_SPEAKER = re.compile(
    r"(?P<who>[^，。：；]{2,40}?)(?:曾|又|还|也|并|就)?(?P<verb>指出|强调|表示|认为|提出|(?<!迫切)(?<!内在)(?<!必然)(?<!客观)要求|明确|说(?!到底|明|的|法|起|是)|坦言|介绍|透露|称(?![为作之霸号赞])|告诉记者|解释|直言|写道|呼吁|建议|补充说|分析|明确提出|提到|宣布|重申|相信|预计|显示|表明|发现|证明|揭示)"
    r"(?P<rest>[，：:]|$|“|(?=[^，]{4}))"
)
# The subject of the clause before goes on speaking (…，并强调…).
_SPEECH = re.compile(
    r"(?P<verb>(?:并|还|又)?(?:强调|指出|提出|要求|表示|认为|明确|称|说))(?:，|：|:)?[“‘]?(?:要)?"
)
_HEARSAY = re.compile(
    r"^(?:据|根据|按照|依据)(?P<who>[^，]{2,30}?)(?:介绍|统计|显示|报道|透露|分析|测算|披露|了解)?$"
)
# Verbs of saying that need no comma behind them.
_FIRM_VERBS = frozenset(
    {"指出", "强调", "认为", "表示", "要求", "坦言", "透露", "明确提出", "明确"}
)
_MARKS = "“，：: "


@dataclass(frozen=True, slots=True)
class Speech:
    """Where the verb of saying ends, and where the words said begin."""

    verb_end: int
    stop: int


def find_speech(folded: str, start: int, end: int) -> Speech | None:
    """The speaker and verb of saying that a clause begins with, if what follows is said by them."""
    match = _SPEAKER.match(folded, start, end)
    if match is None:
        return None
    verb_end = match.end("verb")
    if not match["rest"] and match["verb"] not in _FIRM_VERBS and verb_end != end:
        return None
    stop = skip_connectives(folded, verb_end, end)
    while stop < end and folded[stop] in _MARKS:
        stop += 1
    return Speech(verb_end, stop)


def find_further_speech(folded: str, start: int, end: int) -> Speech | None:
    """The verb of saying that a clause begins with, for the subject of the clause before it."""
    match = _SPEECH.match(folded, start, end)
    return Speech(match.end("verb"), match.end()) if match else None


def is_hearsay(text: str) -> bool:
    """Whether a clause only says on whose word the sentence rests (据专家介绍)."""
    return bool(_HEARSAY.match(text))
