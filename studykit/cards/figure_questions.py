"""Questions for figures: the clause with an interrogative in place of the figure."""

import re
from dataclasses import dataclass

from studykit.article.script import fold
from studykit.cards.interrogatives import interrogative, takes_le
from studykit.cards.magnitude import bare_number
from studykit.cards.normal import normal
from studykit.cards.voice import Voice
from studykit.facts.model import Figure
from studykit.facts.stems import unpaired

_LEVEL = re.compile(r"(?:为|是|达|达到|已经达到|已达到|已达|高达)$")
_GROWTH = re.compile(
    r"(?P<mods>(?:同比|环比|按年|年均|比上年|较上年|累计|名义|实际|预计)*)(?P<verb>增长|下降|增加|减少|上升|上涨|下跌)$"
)
_LONGEST_PROMPT = 112
# 八项任务|之首: the number is asked by a card of its own, which this one must not answer.
_OF_ALL = "之"
_COUNTED = re.compile(
    r"(?:[两兩二三四五六七八九十]+|\d+)(?:项|項|个|個|大|种|種|类|類|条|條)(?=[\u4e00-\u9fff]{0,10}$)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt and what answers it."""

    prompt: str
    answer: str
    accept: tuple[str, ...]


def figure_question(figure: Figure, voice: Voice) -> Question | None:
    """The question for a figure, or None where no readable one can be made."""
    if figure.doubtful or not (figure.before or figure.after):
        return None
    before = fold(figure.before)
    if loses_subject(figure, before):
        return None
    grows = _GROWS.match(fold(figure.after)) and not before.endswith("连续")
    if figure.quantity.kind == "duration" and grows and figure.before:
        prompt = voice.form(
            "{c}{b}{a}，比较的是多长的期间？", c=figure.context, b=figure.before, a=figure.after
        )
        return Question(unpaired(prompt), figure.text, ())
    asks = voice.say(interrogative(figure))
    stem = figure.before
    if figure.quantity.kind == "rank" and fold(figure.text).startswith(_OF_ALL):
        stem = _COUNTED.sub("", stem)
    after = figure.after
    if figure.quantity.unit == "番":
        return _doubling(figure, voice)
    if not stem and not figure.context.endswith("，"):
        stem = voice.say("有") + stem if figure.counts or figure.quantity.kind == "share" else stem
    elif not stem:
        stem = voice.say("有")
    if takes_le(figure, before) or (
        re.search(r"(?:提升|提高|增加|上升|扩大|下降|减少|降低)[到至]$", before)
        and not figure.planned
        and before.endswith("到")
        and not figure.first_of_change
        and not figure.after
    ):
        asks = voice.say("了") + asks
    prompt = f"{figure.context}{stem}{asks}{after}"
    if not after:
        prompt = _reworded(figure, before, voice) or prompt
    prompt = unpaired(prompt).strip("，、；：。 ")
    if normal(figure.text) in normal(prompt):
        prompt = _without_leak(prompt, figure.text)
    if len(prompt) > _LONGEST_PROMPT and figure.context:
        prompt = unpaired(f"{stem}{asks}{after}").strip("，、；：。 ")
    if len(prompt) > _LONGEST_PROMPT:
        return None
    bare = bare_number(figure.text)
    return Question(prompt + "？", figure.text, (bare,) if bare != figure.text else ())


_GROWS = re.compile(r"(?:增加|增长|上升|上涨|下降|减少|下跌|升|跌|翻)")
# A clause that opens so, or names no more than this, has lost what it is about.
_LOST = re.compile(
    r"(?:双双|(?:仍|还|也|均|都|却|已|依然|仍然)?(?:高于|低于)|优于|居(?!民)|位居|辐射|现有|主要得益于|届时|他们|它们|他(?!国)|她|它|团队|公司(?!法)|其(?!中|他|余)|从(?!业|事)|由(?!于)|合计|按年|按月)"
)
_ASPECT = re.compile(
    r"(?:效率|成本|出口量|进口量|售价|良率|总市值|毛利率|缺口|涨幅|跌幅|降幅|增幅|合同额|存活时间|规模|产能|价格|产量|销量|总额|总量|比率|质量|面积|占比|利润|净利润|收入)"
    r"(?:比传统工艺|比上年|同比|环比|已|已经|约|将|仅)*(?:为|达|达到|是|长达|高达|低|高|增长|下降|升至|降至|提高|提升|约为|超过|突破)?(?:到|至|了)?"
)


def loses_subject(figure: Figure, before: str) -> bool:
    """Whether nothing in what stands before a figure, folded, says what it belongs to."""
    if figure.context.count("，") > (1 if figure.period or figure.attribution else 0):
        return False
    own = before.removeprefix(figure.scope)
    return bool(_LOST.match(own)) or (not figure.scope and bool(_ASPECT.fullmatch(own)))


_PERCENT = re.compile(r"(\d{2})(?:\.\d+)?[%％]")


def _without_leak(prompt: str, answer: str) -> str:
    """Another percentage that holds the answer's digits said roughly: 73% is 七成多."""

    def rough(match: re.Match[str]) -> str:
        if answer not in match.group() or match.group() == answer:
            return match.group()
        tens, ones = divmod(int(match[1]), 10)
        return "零一二三四五六七八九"[tens] + "成" + ("多" if ones else "")

    return _PERCENT.sub(rough, prompt)


def _reworded(figure: Figure, before: str, voice: Voice) -> str:
    """Another way to ask, for some of the figures: 是多少, 增速是多少."""
    turn = voice.number(figure.key, "wording") % 4
    level = _LEVEL.search(before)
    asks = interrogative(figure)
    if level and turn in (0, 2) and not figure.planned:
        subject = figure.before[: level.start()]
        if subject and figure.quantity.kind == "share":
            return voice.form("{c}{s}是多少", c=figure.context, s=subject)
    growth = _GROWTH.search(before)
    if growth and turn == 1 and figure.quantity.unit == "%" and not figure.first_of_change:
        subject = figure.before[: growth.start()]
        mods = figure.before[growth.start("mods") : growth.end("mods")]
        compared = "上年" in mods
        if len(subject) >= 2 and not compared and growth["verb"] in ("增长", "下降"):
            noun = "增速" if growth["verb"] == "增长" else "降幅"
            return voice.form(
                "{c}{s}{m}{n}是多少", c=figure.context, s=subject, m=mods, n=voice.say(noun)
            )
    if not figure.context and turn == 3 and asks.startswith("多少") and not figure.planned:
        return voice.form(
            "文中提到，{b}{a}",
            b=figure.before + (voice.say("了") if takes_le(figure, before) else ""),
            a=voice.say(asks),
        )
    return ""


def _doubling(figure: Figure, voice: Voice) -> Question | None:
    if figure.after and not figure.after.startswith(("，", "、")):
        return None
    stem = re.sub(r"(?:实现|實現|已经|已經|已)$", "", figure.before)
    if len(stem) < 4:
        return None
    return Question(voice.form("{c}{s}有了怎样的增长？", c=figure.context, s=stem), figure.text, ())
