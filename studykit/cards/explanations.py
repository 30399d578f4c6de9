"""Explanations for figures: what the wording means, what is easily confused with it, what it amounts to."""

from collections.abc import Mapping, Sequence

from studykit.cards.magnitude import in_trillions, ratio_words
from studykit.cards.voice import Voice
from studykit.facts.model import Change, Figure

_LOWER = ("突破", "超过", "超過", "超", "逾", "以上", "不低于", "不少于", "至少", "高达")
_UPPER = ("不足", "不到", "以下", "以内", "不超过", "不高于", "至多", "近", "接近", "将近")
_ROUND = ("约", "大约", "大概", "左右", "上下")
# A sister's name longer than this makes an explanation hard to read.
_LONGEST_NAME = 24


def explain_figure(
    figure: Figure,
    sisters: Sequence[Figure],
    changes: Mapping[str, Change],
    section: str,
    voice: Voice,
) -> str:
    """Two short sentences at most; the quote is not said again."""
    parts = [
        _change(figure, changes, voice),
        _doubt(figure, changes, voice),
        _hedge(figure, voice),
        _confusable(figure, sisters, voice),
        _size(figure, voice),
    ]
    parts = [p for p in parts if p]
    if not parts:
        parts = [_standing(figure, section, voice)]
    return "".join(p for p in parts[:2] if p)


def _change(figure: Figure, changes: Mapping[str, Change], voice: Voice) -> str:
    change = changes.get(figure.key)
    if change is None:
        return ""
    a, b = change.first.quantity, change.last.quantity
    if a.value <= 0 or a.high is not None or b.high is not None:
        return ""
    if a.unit in ("%", "‰"):
        gap = abs(b.value - a.value)
        word = "提高" if b.value > a.value else "下降"
        return voice.form(
            "由{a}到{b}，{w}了{g}个百分点。",
            a=change.first.text,
            b=change.last.text,
            w=voice.say(word),
            g=_plain(gap),
        )
    if a.unit != b.unit:
        return ""
    return voice.form(
        "由{a}到{b}，约为原来的{r}倍。",
        a=change.first.text,
        b=change.last.text,
        r=ratio_words(a.value, b.value),
    )


def _doubt(figure: Figure, changes: Mapping[str, Change], voice: Voice) -> str:
    change = changes.get(figure.key)
    if change is None or not change.same_year:
        return ""
    return voice.form("原文两端都印作{y}年，年份存疑，所以只考数值。", y=change.same_year)


def _hedge(figure: Figure, voice: Voice) -> str:
    for words, meaning in (
        (_LOWER, "“{w}”说明这是下限，实际数值比它高。"),
        (_UPPER, "“{w}”说明实际数值略低于它。"),
        (_ROUND, "“{w}”表示这是概数。"),
    ):
        for word in words:
            said = voice.say(word)
            if (
                figure.quantity.hedge == word
                or figure.relation.startswith(word)
                and word in ("突破", "超过", "接近")
            ):
                if word in ("以内", "以下", "不超过", "不高于", "至多"):
                    meaning = "“{w}”说明这是上限。"
                return voice.form(meaning, w=said)
    return ""


def _confusable(figure: Figure, sisters: Sequence[Figure], voice: Voice) -> str:
    near = [
        s
        for s in sisters
        if s is not figure
        and s.place is figure.place
        and s.quantity.kind == figure.quantity.kind
        and s.text != figure.text
        and s.indicator != figure.indicator
        and 2 <= len(s.indicator) <= _LONGEST_NAME
        and not s.doubtful
        and not s.first_of_change
    ]
    if not near:
        return ""
    group = [s for s in near if s.group == figure.group]
    chosen = (group or near)[:2]
    listed = "、".join(f"{_named(s)}{s.text}" for s in chosen)
    turn = voice.number(figure.key, "confuse") % 3
    template = (
        "同句里还有{l}，注意对应。", "不要与{l}混淆。", "对照记忆：{l}。",
    )[turn]  # fmt: skip
    return voice.form(template, l=listed)


def _named(figure: Figure) -> str:
    relation = figure.relation
    for word in (
        "增长",
        "增加",
        "下降",
        "减少",
        "提高",
        "提升",
        "上升",
        "上涨",
        "下跌",
        "占",
        "增長",
        "下降",
    ):
        if word in relation:
            return figure.indicator + relation
    return figure.indicator


def _size(figure: Figure, voice: Voice) -> str:
    trillions = in_trillions(figure.quantity)
    return voice.form("约合{t}。", t=trillions) if trillions else ""


def _standing(figure: Figure, section: str, voice: Voice) -> str:
    if figure.planned:
        return voice.say("这是目标或预期，不是已经实现的数字。")
    if section:
        return voice.form("出自“{s}”部分。", s=section)
    return ""


def _plain(value: object) -> str:
    from decimal import Decimal

    from studykit.facts.numerals import plain

    return plain(value) if isinstance(value, Decimal) else str(value)
