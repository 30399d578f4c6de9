"""Explanations for figures: what the number amounts to, and what it is easily taken for.

Each is computed from the figure and its neighbours. Where nothing can be said
that helps, nothing is said: an empty explanation is better than a filler.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from studykit.article.script import fold
from studykit.cards.magnitude import in_trillions, ratio_words
from studykit.cards.voice import Voice
from studykit.facts.model import Change, Figure
from studykit.facts.numerals import plain, scale_value

# A sister's name longer than this makes an explanation hard to read.
_LONGEST_NAME = 22
# A change by less than half is said as a difference, by more as a multiple.
_LEAST_RATIO = Decimal("1.5")
_UNCLEAN = re.compile(r"，|^(?:惟|则|則|但|约|約|而|亦|也|更|其)|(?:虽然|雖然|只|首|则|則|的)$")
_UP = ("增长", "上涨", "上升", "提高", "增加", "提升", "升")
_DOWN = ("下降", "减少", "下跌", "降低", "回落", "跌")
_SHARE = re.compile(r"占|比重|比例|比率|率$|份额")
# Fractions a reader knows, with how near a percentage must come to be called one.
_FRACTIONS = (
    ("10", "十分之一"), ("20", "五分之一"), ("25", "四分之一"), ("33.3", "三分之一"), ("50", "一半"),
    ("66.7", "三分之二"), ("75", "四分之三"), ("90", "九成"),
)  # fmt: skip
_NEAR = Decimal("0.4")


def explain_figure(
    figure: Figure, sisters: Sequence[Figure], changes: Mapping[str, Change], voice: Voice
) -> str:
    """Two short sentences at most, or nothing; the quote is not said again."""
    parts = (
        _change(figure, changes, voice),
        _doubt(figure, changes, voice),
        _multiple(figure, voice),
        _beside(figure, sisters, voice),
        _fraction(figure, voice),
        _size(figure, voice),
        _firm(figure, voice),
        voice.say("这是目标，不是已经实现的数字。") if figure.planned and q_kind(figure) else "",
    )
    return "".join([p for p in parts if p][:2])


def q_kind(figure: Figure) -> bool:
    """Whether a figure can be an aim: a rank that is held is none."""
    return figure.quantity.kind != "rank"


def _change(figure: Figure, changes: Mapping[str, Change], voice: Voice) -> str:
    change = changes.get(figure.key)
    if change is None:
        return ""
    a, b = change.first.quantity, change.last.quantity
    if a.value <= 0 or b.value <= 0 or a.high is not None or b.high is not None or a.unit != b.unit:
        return ""
    rose = b.value > a.value
    gap = plain(abs(b.value - a.value))
    if a.unit in ("%", "‰"):
        word = "提高" if rose else "下降"
        return voice.form("前后{w}了{g}个百分点。", w=voice.say(word), g=gap)
    ratio = max(a.value, b.value) / min(a.value, b.value)
    if ratio < _LEAST_RATIO or a.kind == "duration":
        gap = plain(abs(b.value - a.value) / scale_value(change.first.quantity.scale))
        word = "增加" if rose else "减少"
        return voice.form(
            "前后{w}了{g}{u}。", w=voice.say(word), g=gap, u=change.first.quantity.scale + a.unit
        )
    if rose:
        return voice.form("约为原来的{r}倍。", r=ratio_words(a.value, b.value))
    left = (b.value / a.value * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return voice.form("只剩原来的{s}%左右。", s=plain(left))


def _doubt(figure: Figure, changes: Mapping[str, Change], voice: Voice) -> str:
    change = changes.get(figure.key)
    if change is None or not change.same_year:
        return ""
    return voice.form("原文两端都印作{y}年，年份存疑，所以只考数值。", y=change.same_year)


def _multiple(figure: Figure, voice: Voice) -> str:
    """增长1.3倍 is not 增长到1.3倍."""
    q = figure.quantity
    if q.unit == "番":
        return voice.form("“翻一番”就是达到原来的{n}倍。", n="2") if q.value == 2 else ""
    grows = any(w in fold(figure.relation) for w in _UP) and not fold(figure.before).endswith(
        ("至", "到", "为")
    )
    if q.unit == "倍" and grows and q.high is None:
        return voice.form(
            "增长{n}倍，就是达到原来的{m}倍。", n=plain(q.value), m=plain(q.value + 1)
        )
    if q.unit == "成" and q.high is None:
        return voice.form("一成是10%，{n}成就是{m}%。", n=plain(q.value), m=plain(q.value * 10))
    return ""


def _beside(figure: Figure, sisters: Sequence[Figure], voice: Voice) -> str:
    """How the figure compares with the nearest one that measures the same."""
    q = figure.quantity
    if figure.first_of_change or figure.last_of_change or q.high is not None:
        return ""
    near = [
        s
        for s in sisters
        if s is not figure
        and s.place is figure.place
        and s.quantity.unit == q.unit
        and s.quantity.kind == q.kind
        and s.quantity.high is None
        and _way(s) == _way(figure)
        and s.quantity.value != q.value
        and s.indicator != figure.indicator
        and 2 <= len(s.indicator) <= _LONGEST_NAME
        and not _UNCLEAN.search(s.indicator)
        and not s.doubtful
        and not s.first_of_change
        and not s.last_of_change
    ]
    if not near:
        return ""
    near.sort(key=lambda s: (s.group != figure.group, abs(s.quantity.start - q.start)))
    sister = near[0]
    way = _way(figure)
    parallel = sister.group == figure.group and ":p" in figure.group
    if not parallel and not _same_measure(figure, sister) and q.kind != "rank":
        return ""
    if q.kind == "rank":
        return voice.form("别与{n}（{t}）混淆。", n=sister.indicator, t=sister.text)
    higher = q.value > sister.quantity.value
    if q.unit in ("%", "‰", "个百分点"):
        gap = plain(abs(q.value - sister.quantity.value))
        unit = "个百分点" if q.unit != "‰" else "个千分点"
        word = "高" if higher else "低"
        return voice.form(
            "比{n}（{t}）{w}{g}{u}。",
            n=sister.indicator + voice.say({"up": "增幅", "down": "降幅"}.get(way, "")),
            t=sister.text,
            w=voice.say(word),
            g=gap,
            u=voice.say(unit),
        )
    if (
        q.kind != "amount"
        or min(q.value, sister.quantity.value) <= 0
        or sister.group != figure.group
    ):
        return ""
    ratio = max(q.value, sister.quantity.value) / min(q.value, sister.quantity.value)
    if higher and _LEAST_RATIO <= ratio < 20:
        return voice.form(
            "约为{n}（{t}）的{r}倍。",
            n=sister.indicator,
            t=sister.text,
            r=ratio_words(sister.quantity.value, q.value),
        )
    return voice.form("别与{n}（{t}）混淆。", n=sister.indicator, t=sister.text)


def _same_measure(a: Figure, b: Figure) -> bool:
    """Whether two indicators end in the same measure (营业收入利润率)."""
    return len(a.indicator) > 3 and len(b.indicator) > 3 and a.indicator[-3:] == b.indicator[-3:]


def _way(figure: Figure) -> str:
    """Growth, fall or share: figures of different ways are not compared."""
    relation = fold(figure.relation)
    if any(w in relation for w in _UP):
        return "up"
    if any(w in relation for w in _DOWN):
        return "down"
    return "share" if _SHARE.search(relation) or _SHARE.search(fold(figure.indicator)) else ""


def _fraction(figure: Figure, voice: Voice) -> str:
    q = figure.quantity
    if q.unit != "%" or q.high is not None or _way(figure) != "share":
        return ""
    for percent, words in _FRACTIONS:
        gap = q.value - Decimal(percent)
        if abs(gap) <= _NEAR:
            exact = abs(gap) < Decimal("0.05")
            return voice.form("正好是{f}。" if exact else "约合{f}。", f=voice.say(words))
    return ""


def _size(figure: Figure, voice: Voice) -> str:
    trillions = in_trillions(figure.quantity)
    return voice.form("约合{t}。", t=trillions) if trillions else ""


def _firm(figure: Figure, voice: Voice) -> str:
    relation = fold(figure.relation)
    if "突破" in relation:
        return voice.say("“突破”表示不低于这个数，不是精确值。")
    if figure.quantity.hedge in ("不足", "不到"):
        return voice.form("“{w}”表示实际数值略低于它。", w=voice.say(figure.quantity.hedge))
    if figure.quantity.hedge == "以上" and not figure.planned:
        return voice.say("“以上”表示不低于这个数。")
    return ""
