"""Derived cards: what the figures of the text add up to when compared or computed."""

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from studykit.article.script import fold
from studykit.cards.candidate import Candidate
from studykit.cards.grounding import LONGEST_QUOTE, ground
from studykit.cards.magnitude import ratio_words
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.model import Change, Figure, Group, Passage
from studykit.facts.numerals import plain
from studykit.facts.stems import unpaired

_NEEDS_CONTEXT = re.compile(r"占|比重|占比|增速|降幅|领取期|期限|上限|总额|总量|规模")
# A change below this factor is not worth a ratio.
_LEAST_RATIO = Decimal("1.3")
_LONGEST_OPTION = 30
_LONGEST_CONTEXT = 40
_FEWEST_OPTIONS = 4
_THREE = 3
# A whole beside its parts is always the largest.
_LONGEST_STATEMENT = 100


def change_cards(
    changes: Sequence[Change], sections: Sequence[str], voice: Voice
) -> list[Candidate]:
    """How many times, or by how many percentage points, an indicator changed."""
    out = []
    for change in changes:
        card = _change_card(change, sections[change.first.place.section], voice)
        if card is not None:
            out.append(
                Candidate(
                    card,
                    change.first.place.order,
                    1.0,
                    frozenset({f"d:{change.first.key}"}),
                    extra=True,
                )
            )
    return out


def _change_card(change: Change, section: str, voice: Voice) -> Card | None:
    first, last = change.first, change.last
    a, b = first.quantity, last.quantity
    if (
        first.doubtful
        or a.value <= 0
        or a.high is not None
        or b.high is not None
        or a.vague
        or b.vague
    ):
        return None
    subject = re.sub(r"^(?:把|将|將)", "", first.indicator)
    if len(subject) < 2 or len(subject) > 40:
        return None
    context = first.context if len(first.context) < 46 else ""
    if not context and _NEEDS_CONTEXT.match(fold(subject)):
        return None
    scope = first.scope if first.scope and first.scope not in subject else ""
    quotes, spans = ground(first.passage, a.start, b.end)
    if a.unit in ("%", "‰") and a.unit == b.unit:
        gap = plain(abs(b.value - a.value))
        word = "提高" if b.value > a.value else "下降"
        prompt = voice.form(
            "{c}{s}前后{w}了多少个百分点？", c=context, s=scope + subject, w=voice.say(word)
        )
        high, low = (b.value, a.value) if b.value > a.value else (a.value, b.value)
        return Card(
            "numeric", prompt, voice.form("{g}个百分点", g=gap), quotes, spans, section, first.key,
            derived=f"{plain(high)}%−{plain(low)}%={gap}" + voice.say("个百分点"),
            explanation=voice.form("百分数相减，单位是“百分点”，不是“%”。由{a}到{b}。", a=first.text, b=last.text),
            tags=("figure", "derived"),
        )  # fmt: skip
    if a.unit != b.unit or not a.unit or a.kind != "amount":
        return None
    if b.value >= a.value * _LEAST_RATIO:
        ratio = ratio_words(a.value, b.value)
        key = voice.form("约{r}倍", r=ratio)
        prompt = voice.form("按文中数字，{c}{s}大约增至原来的几倍？", c=context, s=scope + subject)
        options = _ratio_options(Decimal(ratio), voice, first.key)
        doubt = (
            voice.form("两端年份原文都印作{y}年，不作考点。", y=change.same_year)
            if change.same_year
            else ""
        )
        return Card(
            "choice", prompt, key, quotes, spans, section, first.key, options=options,
            derived=f"{_number(last)}÷{_number(first)}≈{ratio}",
            explanation=voice.form("{b}÷{a}≈{r}。{d}", a=first.text, b=last.text, r=ratio, d=doubt),
            tags=("figure", "derived"),
        )  # fmt: skip
    if b.value * _LEAST_RATIO <= a.value:
        share = (b.value / a.value * 100).quantize(Decimal(1), ROUND_HALF_UP)
        fall = plain(100 - share)
        prompt = voice.form("按文中数字，{c}{s}大约减少了百分之几？", c=context, s=scope + subject)
        return Card(
            "numeric", prompt, voice.form("约{f}%", f=fall), quotes, spans, section, first.key,
            derived=f"({_number(first)}−{_number(last)})÷{_number(first)}≈{fall}%",
            explanation=voice.form("由{a}降到{b}，只剩原来的{s}%左右。", a=first.text, b=last.text, s=plain(share)),
            accept=(f"{fall}%",), tags=("figure", "derived"),
        )  # fmt: skip
    return None


def _number(figure: Figure) -> str:
    return "".join(ch for ch in fold(figure.text) if ch.isdigit() or ch in ".,").strip(",.")


def _ratio_options(ratio: Decimal, voice: Voice, key: str) -> tuple[str, ...]:
    digits = Decimal("0.1") if ratio >= 10 else Decimal("0.01")
    place = voice.number(key, "ratio") % 4
    factors = {
        0: ("1.45", "1.9", "2.6"),
        1: ("0.6", "1.5", "2.1"),
        2: ("0.45", "0.7", "1.6"),
        3: ("0.35", "0.52", "0.74"),
    }[place]
    if ratio * Decimal(factors[0]) <= _LEAST_RATIO:
        factors = ("1.45", "1.9", "2.6")
    values = sorted([ratio, *((ratio * Decimal(f)).quantize(digits) for f in factors)])
    return tuple(voice.form("约{v}倍", v=plain(v)) for v in values)


def group_cards(groups: Sequence[Group], sections: Sequence[str], voice: Voice) -> list[Candidate]:
    """Which of the parallel figures is highest or lowest."""
    out = []
    for group in groups:
        section = sections[group.figures[0].place.section]
        card = _extreme_card(group, section, voice) or _extreme_statement(group, section, voice)
        if card is not None:
            out.append(
                Candidate(
                    card,
                    group.figures[0].place.order,
                    1.1,
                    frozenset({f"g:{group.figures[0].key}"}),
                    extra=True,
                )
            )
    return out


def _extreme_card(group: Group, section: str, voice: Voice) -> Card | None:
    figures = [f for f in group.figures if not f.quantity.vague and f.quantity.high is None]
    shared = _shared_measure(figures)
    names = {id(f): _label(f, shared) for f in figures}
    figures = [f for f in figures if len(names[id(f)]) <= _LONGEST_OPTION]
    if len(figures) < _FEWEST_OPTIONS or not _one_measure(figures, shared):
        return None
    if len({names[id(f)] for f in figures}) < len(figures):
        return None
    ranked = sorted(figures, key=lambda f: (f.quantity.value, f.quantity.start))
    highest = voice.number(group.figures[0].key, "extreme") % 2 == 0
    if ranked[-1].quantity.value == ranked[-2].quantity.value:
        highest = False
    if not highest and ranked[0].quantity.value == ranked[1].quantity.value:
        return None
    key = ranked[-1] if highest else ranked[0]
    near = ranked[-_FEWEST_OPTIONS:] if highest else ranked[:_FEWEST_OPTIONS]
    answer = names[id(key)]
    others = [names[id(f)] for f in near if f is not key]
    turn = voice.number(group.figures[0].key, "order") % _FEWEST_OPTIONS
    options = (*others[:turn], answer, *others[turn:])
    measure, extreme = _measure_words(key, highest, shared, voice)
    context = key.context if len(key.context) <= _LONGEST_CONTEXT else ""
    if not context and not key.scope:
        context = voice.say("按文中数据，")
    prompt = voice.form(
        "{c}下列各项中，{s}{m}{e}的是哪一项？",
        c=context,
        s=key.scope,
        m=measure,
        e=extreme,
    )
    listed = _listed(ranked[::-1] if highest else ranked, names)
    whole, start, end = _stretch(near)
    if end - start > LONGEST_QUOTE:
        return None
    quotes, spans = ground(whole, start, end)
    if any(len(q) > LONGEST_QUOTE for q in quotes):
        return None
    return Card(
        "choice", unpaired(prompt), answer, quotes, spans, section, group.figures[0].key,
        options=options, derived=voice.say("比较原文各项数值") + f"：{listed}",
        explanation=voice.form(
            "{o}依次为：{l}。", o=voice.say("从高到低" if highest else "从低到高"), l=listed
        ),
        tags=("figure", "derived"),
    )  # fmt: skip


def _extreme_statement(group: Group, section: str, voice: Voice) -> Card | None:
    """Which of three is highest, stated rightly or with another of the three."""
    figures = list(group.figures)
    shared = _shared_measure(figures)
    names = {id(f): _label(f, shared) for f in figures}
    if (
        len(figures) != _THREE
        or len(set(names.values())) < _THREE
        or not _one_measure(figures, shared)
    ):
        return None
    if any(len(n) > _LONGEST_OPTION or not n for n in names.values()):
        return None
    listed = _told_apart([names[id(f)] for f in figures], voice)
    if not listed:
        return None
    ranked = sorted(figures, key=lambda f: f.quantity.value)
    key, second = ranked[-1], ranked[-2]
    if key.quantity.value == second.quantity.value or any(f.quantity.vague for f in figures):
        return None
    measure, extreme = _measure_words(key, True, shared, voice)
    right = voice.number(key.key, "three") % 2 == 0
    named = names[id(key if right else second)]
    context = key.context if len(key.context) <= _LONGEST_CONTEXT else voice.say("按文中数据，")
    prompt = voice.form(
        "{c}{s}{l}三者之中，{n}的{m}{e}。",
        c=context,
        s=key.scope,
        l=listed,
        n=named,
        m=measure,
        e=extreme,
    )
    whole, start, end = _stretch(figures)
    if end - start > LONGEST_QUOTE or len(prompt) > _LONGEST_STATEMENT:
        return None
    quotes, spans = ground(whole, start, end)
    order = _listed(ranked[::-1], names)
    return Card(
        "truefalse", unpaired(prompt), right, quotes, spans, section, group.figures[0].key,
        derived=voice.say("比较原文各项数值") + f"：{order}",
        explanation=voice.form("从高到低依次为：{l}。", l=order), tags=("figure", "derived"),
    )  # fmt: skip


def _told_apart(names: Sequence[str], voice: Voice) -> str:
    """Names in a row; one that is a list itself (计算机、通信设备制造业) comes last, two can't be told."""
    plain = [name for name in names if "、" not in name]
    lists = [name for name in names if "、" in name]
    if len(lists) > 1:
        return ""
    return "、".join(plain) + "".join(voice.form("以及{n}", n=name) for name in lists)


def _stretch(figures: Sequence[Figure]) -> tuple[Passage, int, int]:
    """The passage that tells figures of one sentence, and where the first begins and the last ends."""
    passages = [f.passage for f in figures]
    whole = Passage(figures[0].place, min(p.start for p in passages), max(p.end for p in passages))
    return whole, min(f.quantity.start for f in figures), max(f.quantity.end for f in figures)


def _listed(figures: Sequence[Figure], names: Mapping[int, str]) -> str:
    return "、".join(f"{names[id(f)]}{f.text}" for f in figures)


def _measure_words(key: Figure, highest: bool, shared: int, voice: Voice) -> tuple[str, str]:
    """What is compared, with the ending that all names share, and the word for its extreme."""
    measure, extreme = _measure(key, highest)
    tail = key.indicator[-shared:] if shared else ""
    measure = tail if tail and measure == "数值" else tail + voice.say(measure)
    return measure, voice.say(extreme)


def _one_measure(figures: Sequence[Figure], shared: int) -> bool:
    """Whether the figures measure one thing: shares and growth do, amounts where their names end alike."""
    return bool(shared) or _measure(figures[0], True)[0] != "数值"


def _label(figure: Figure, shared: int) -> str:
    name = figure.label if len(figure.label) >= 2 else figure.indicator
    if shared and len(figure.indicator) > shared:
        name = figure.indicator[:-shared].removesuffix("的")
    return unpaired(name)


def _shared_measure(figures: Sequence[Figure]) -> int:
    """How many characters at the end all indicators share: the measure (营业收入利润率)."""
    names = [f.indicator for f in figures]
    size = 0
    while all(len(n) > size + 1 for n in names) and len({n[-size - 1] for n in names}) == 1:
        size += 1
    while size and names[0][-size] in _CLASS_LETTERS:
        size -= 1
    if any(len(n) - size <= _SHORTEST_NAME for n in names):
        return 0
    return size if size >= _SHORTEST_MEASURE else 0


# What is left of a name must say more than 第一 or 粮食总.
_SHORTEST_NAME = 2
# A measure begins behind the letter that closes the name of its holder (纺织业|利润率).
_CLASS_LETTERS = "业業类類区區省市县縣国國的"
# A shorter common ending (率, 额) is no measure of its own.
_SHORTEST_MEASURE = 2


def _measure(figure: Figure, highest: bool) -> tuple[str, str]:
    relation = fold(figure.relation)
    if any(
        w in relation for w in ("增长", "上涨", "上升", "提高", "增加")
    ) and figure.quantity.unit in ("%", "倍", "个百分点"):
        verb = next(w for w in ("增长", "上涨", "上升", "提高", "增加") if w in relation)
        return {"增长": "增速", "上涨": "涨幅", "上升": "升幅", "提高": "提高幅度", "增加": "增幅"}[
            verb
        ], "最大" if highest and verb != "增长" else (
            "最高" if highest else ("最低" if verb == "增长" else "最小")
        )
    if any(w in relation for w in ("下降", "下跌", "减少")) and figure.quantity.unit == "%":
        return "降幅", "最大" if highest else "最小"
    if "占" in relation:
        return "占比", "最高" if highest else "最低"
    return "数值", "最高" if highest else "最低"
