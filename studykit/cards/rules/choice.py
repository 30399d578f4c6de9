"""Rules 5, 11 to 13 and 15 to 18: stems and options of a choice."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from studykit.cards.model import BLANK, Card
from studykit.cards.rules.faces import Faces
from studykit.cards.rules.figures import Figure, read_figure
from studykit.cards.rules.flaw import Flaw
from studykit.messages import _

OPTIONS = 4
# A key is conspicuous when it is this many times as long as any other option (or as short) …
LENGTH_RATIO = 1.4
# … and differs by more characters than this; 第一 beside 第十二 is nothing.
LENGTH_GAP = 2

_ASKS = re.compile(r"[？?哪几幾何谁誰怎]|什么|什麼|甚麼|多少|是否|吗|嗎")
_OPEN_STEM = re.compile(
    r"(?:下列|以下)(?:各项|各項)?(?:关于.{0,20}|有关.{0,20})?(?:的)?(?:说法|說法|表述|叙述|敘述|陈述|陳述|选项|選項|论述|論述)"
    r".{0,6}(?:正确|正確|错误|錯誤|符合)"
)
_NEGATIVE = re.compile(
    r"(?:不属于|不屬於|不包括|不包含|不正确|不正確|不符合|并非|並非|错误|錯誤|有误|有誤)(?:的)?(?:一项|一項)?(?:是|为|為)"
    r"|(?:哪|何)[^，。]{0,6}(?:不属于|不屬於|不包括|不包含|不是|没有|沒有|并非|並非|未被)"
    r"|(?:不属于|不屬於|不包括|不包含|不是|并非|並非)[^，。]{0,12}(?:哪|什么|什麼)"
)
NEGATIVE_TAG = "negative"
_CATCH_ALL = re.compile(
    r"以上|以下(?:都|均|皆)|[都均皆](?:是|不是|对|對|正确|正確|错|錯)|无法确定|無法確定"
)
_ABSOLUTE = re.compile(r"绝对|絕對|从不|從不|永远|永遠|必定|毫无|毫無|任何|所有(?!制|权|權|者)")
_STARTS_AS_FIGURE = re.compile(r"[约約近逾超]?\d")
_NUMBER_AND_HEDGE = re.compile(r"[\d.,~\-约約近逾超多余餘左右以上下]")


def options(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rules 11 to 13, 15, 16 and the order of rule 18."""
    if card.type != "choice":
        return
    key, found = faces.answers[0], faces.options
    if len(found) != OPTIONS or len(set(found)) != OPTIONS or key not in found:
        yield Flaw(11, _("a choice has four different options, one of them the key"))
        return
    others = [option for option in found if option != key]
    yield from _lengths(key, others)
    if any(_CATCH_ALL.search(option) for option in found):
        yield Flaw(16, _("an option that speaks of the other options"))
    absolute = [option for option in found if _ABSOLUTE.search(option)]
    if len(absolute) == 1:
        yield Flaw(16, _("an absolute that stands out"), absolute[0])
    if _STARTS_AS_FIGURE.match(key) and len({_NUMBER_AND_HEDGE.sub("", o) for o in found}) > 1:
        yield Flaw(12, _("options with different units"))
        return
    figures = [read_figure(option) for option in found]
    if read_figure(key) is None:
        if any(figures):
            yield Flaw(12, _("options of different kinds"))
    elif not all(figures):
        yield Flaw(12, _("options of different kinds"))
    else:
        yield from _figures(card, read_figure(key), [f for f in figures if f])


def _lengths(key: str, others: list[str]) -> Iterator[Flaw]:
    """Rule 15."""
    longest, shortest = max(map(len, others)), min(map(len, others))
    if len(key) > LENGTH_RATIO * longest and len(key) - longest > LENGTH_GAP:
        yield Flaw(15, _("the key stands out by its length"))
    if shortest > LENGTH_RATIO * len(key) and shortest - len(key) > LENGTH_GAP:
        yield Flaw(15, _("the key stands out by its shortness"))


def _figures(card: Card, key: Figure | None, found: list[Figure]) -> Iterator[Flaw]:
    """Rules 11 to 13 and 18 on options that are figures."""
    if key is None:
        return
    if len({figure.unit for figure in found}) > 1:
        yield Flaw(12, _("options with different units"))
        return
    if len({figure.hedge for figure in found}) > 1:
        yield Flaw(12, _("options with different hedges"))
    steps = [figure.step for figure in found if figure is not key]
    if not card.derived and key.step < min(steps):
        yield Flaw(12, _("the key is more precise than the other options"))
    for one, other in combinations(found, 2):
        if (one.value, one.high) == (other.value, other.high):
            yield Flaw(11, _("two options mean the same value"))
        elif (one.high > one.value or other.high > other.value) and (
            one.value < other.high and other.value < one.high
        ):
            yield Flaw(13, _("options overlap"))
        elif key in (one, other) and abs(one.value - other.value) < max(one.step, other.step):
            yield Flaw(13, _("an option lies within rounding of the key"))
    values = [figure.value for figure in found]
    rising = all(a <= b for a, b in pairwise(values))
    if not rising and not all(a >= b for a, b in pairwise(values)):
        yield Flaw(18, _("numeric options are not sorted"))


def stem(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rules 5 and 17."""
    if card.type != "choice":
        return
    if _OPEN_STEM.search(faces.prompt):
        yield Flaw(5, _("the stem cannot be answered with the options covered"))
    elif not _ASKS.search(faces.prompt) and BLANK not in card.prompt:
        yield Flaw(5, _("the stem asks nothing"))
    if NEGATIVE_TAG not in card.tags and _NEGATIVE.search(faces.prompt):
        yield Flaw(17, _("a negative stem"))
