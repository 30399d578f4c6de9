"""Emission: a drafted figure becomes a fact — hedge, period, place and source put where they belong."""

import re
from dataclasses import replace

from studykit.article.script import fold
from studykit.facts.clauses import trim
from studykit.facts.figure_context import Carried, Reading
from studykit.facts.model import Figure, Passage
from studykit.facts.periods import years
from studykit.facts.phrases import IMPERATIVES, NOMINAL
from studykit.facts.quantities import Quantity, currency
from studykit.facts.scope import OTHERS
from studykit.facts.stems import join_context, tidy, unpaired
from studykit.facts.units import PHYSICAL
from studykit.facts.wording import Draft

_MEASURED = frozenset(PHYSICAL)
# Hedges that are verbs too: they stay in the question (首次超过多少).
_VERBAL_HEDGE = re.compile(r"超过|接近|不足|不到|将近|不低于|不超过|不少于")
_VERB = re.compile(r"[为是达至到占增减升降]|增长|提高|下降")
# Hedges that a question says as verbs where no other verb stands.
_ROUGH = {"超": "超过", "逾": "超过", "近": "接近", "将近": "接近"}
# A rank held for years is asked by its years; so far before the rank they stand.
_CONTINUED = re.compile(r"连续[\d一二两三四五六七八九十]+年")
_REACH_OF_CONTINUED = 10
_LIST = re.compile(r"[、和及与]")
# A clause that says its own time in its first words takes no period before it.
_OWN_TIME = re.compile(r"现时|目前|\d{4}/\d{2,4}年度")
_FIRST_WORDS = 8
_PLANNED = re.compile(
    r"目标|预期|力争|计划|拟|将(?=达|为|增|超|突破|建|新增|实现|完成|提|录得|有|升|降)|争取|确保|(?<![升高增加长涨降低少跌减大展])到20[2-9]\d年|规划|预计|安排"
)
# Persons, bodies and the place's own short names take no place before them.
_OWN_STANDING = re.compile(
    r"我(?!国)|省|市(?!场|政)|自治区|各|全(?!社会)|党中央|国务院|中央|[\u4e00-\u9fff]{2,10}(?:总书记|主席|总理|书记|省长|同志)|向|回顾|根本"
)
# Within so many characters a clause names its place.
_HEAD_OF_CLAUSE = 14
_COMPARES = re.compile(r"(?:高于|低于|快于|慢于|多于|少于|大于|小于|比)[^，]{1,12}$")
# 占X and 相当于X take 的 before their share.
_DENOMINATOR = re.compile(r"(?:占|相当于)(?![^，]*(?:比重|比例|比率|率)$)[^，]{2,}$")
_OPENS_WITH_VERB = re.compile(
    r"(?:累计|共|新)?(?:新建|改建|扩建|改扩建|新增|净增|建成|完成|改造|盘活|发放|安排|实施|培育|引进|接待|办结|受理|开工|投放|新改建|新开工|压减|带动|惠及|补充|治理|修复|处置|查处|减免|兑现|拨付|组织|开展|举办|签约|落地)"
)
_ENDS_VERBALLY = re.compile(r"(?:为|是|达|到|至|增长|下降|占|超|有|于|了|比|的|，)$")


def make_figure(reading: Reading, carried: Carried, draft: Draft) -> Figure:
    """The figure that a draft states where it stands."""
    draft = _settle_hedge(reading, replace(draft, before=unpaired(draft.before)))
    quantity, before = draft.quantity, draft.before
    low, high = trim(reading.folded, draft.start, max(draft.end, quantity.end))
    period = _period(reading, carried, draft)
    place = _place_to_name(reading, draft)
    if draft.bare and not draft.after and before and not _ENDS_VERBALLY.search(before):
        before += _link(reading, before, quantity)
    readable = draft.readable and not _says_more_than_rank(reading.folded, draft)
    planned = bool(_PLANNED.search(reading.folded[low : quantity.start]))
    return Figure(
        Passage(reading.place, low, high),
        quantity,
        tidy(reading.sentence.text[quantity.start : quantity.end]),
        before=before if draft.context else place + before,
        after=draft.after,
        indicator=tidy(draft.indicator),
        context=_context(reading, carried, draft, period, place),
        scope=place,
        period=period,
        relation=_as_printed(reading, draft),
        attribution=carried.attribution,
        group=f"{reading.place.order}:{draft.group}",
        label=draft.label,
        counts=_counts(reading, quantity),
        planned=reading.context.planned or planned,
        first_of_change=draft.change == 1,
        last_of_change=draft.change == 2,
        doubtful="" if readable else "unreadable",
    )


def _settle_hedge(reading: Reading, draft: Draft) -> Draft:
    """A hedge that is the only verb goes from the answer to the question (超过|100万)."""
    quantity = draft.quantity
    if quantity.high is not None:
        return draft
    before = draft.before
    exact = replace(quantity, start=quantity.core_start, hedge="")
    verb = _VERBAL_HEDGE.match(reading.folded, quantity.start, quantity.core_start)
    if verb and not _VERB.search(draft.relation):
        before += reading.cut(quantity.start, quantity.core_start)
        relation = draft.relation + verb.group()
        return replace(draft, before=before, quantity=exact, relation=relation, bare=False)
    said = reading.say(_ROUGH.get(quantity.hedge, ""))
    if (
        said
        and draft.bare
        and before
        and not draft.after.startswith(("的", "，"))
        and reading.folded[quantity.start : quantity.core_start].strip()
    ):
        before = before.removesuffix(said) + said
        return replace(draft, before=before, quantity=exact, bare=False)
    return draft


def _says_more_than_rank(folded: str, draft: Draft) -> bool:
    """Whether a rank is held by several (均居首位) or for years, and can't be asked alone."""
    start = draft.quantity.start
    if draft.quantity.kind != "rank":
        return False
    return bool(
        ("均" in draft.relation and not _LIST.search(draft.before))
        or _CONTINUED.search(folded[max(0, start - _REACH_OF_CONTINUED) : start])
    )


def _as_printed(reading: Reading, draft: Draft) -> str:
    """The relation in the article's script."""
    relation = draft.relation
    at = reading.folded.rfind(relation, 0, draft.quantity.start) if relation else -1
    return reading.sentence.text[at : at + len(relation)] if at >= 0 else relation


def _period(reading: Reading, carried: Carried, draft: Draft) -> str:
    """The period to name, said as an aim where the section speaks of aims."""
    if years(draft.before[:_FIRST_WORDS]) or _OWN_TIME.search(fold(draft.before)):
        return ""
    period, context = carried.period, reading.context
    if period and context.planned and period == context.period and not draft.context:
        return reading.say("按") + period + reading.say("的安排")
    return period


def _place_to_name(reading: Reading, draft: Draft) -> str:
    """The place that the article speaks for, where its report leaves it out."""
    scope = reading.context.scope
    if not scope.regional or not scope.name or draft.own:
        return ""
    text = draft.before or draft.after
    head = fold(text[:_HEAD_OF_CLAUSE])
    stands = (
        scope.name in text
        or scope.name[:2] in head
        or OTHERS.match(head)
        or _OWN_STANDING.match(head)
    )
    return "" if stands else scope.name


def _context(reading: Reading, carried: Carried, draft: Draft, period: str, place: str) -> str:
    """All that has to stand before the clause: source, period, label, adverbials, other clauses."""
    leads = [lead for lead in carried.leads if lead not in draft.before]
    label = reading.context.label
    if label and label not in draft.before:
        leads.insert(0, label + reading.say("方面"))
    source = reading.say("据") + carried.attribution if carried.attribution else ""
    inherited = place + draft.context if draft.context else ""
    return join_context(source, period, *leads, inherited, carried.once)


def _counts(reading: Reading, quantity: Quantity) -> bool:
    """Whether the word after the figure is a noun that it counts or shares out."""
    word = next((w for w in reading.words if w.start >= quantity.end), None)
    return word is not None and not word.verb and (word.noun or word.tag.startswith(("a", "b")))


def _link(reading: Reading, before: str, quantity: Quantity) -> str:
    """The verb that a question needs where the text sets noun beside figure."""
    folded = fold(before)
    if _COMPARES.search(folded):
        return ""
    percents = quantity.kind == "range" and quantity.unit == "%"
    if quantity.kind in ("share", "ratio") or percents:
        return "的" if _DENOMINATOR.search(folded) else "为"
    if quantity.kind in ("rank", "multiple", "duration"):
        return ""
    # Words taken over from elsewhere make `before` longer than what stands here.
    low = max(0, quantity.start - len(before))
    words = [w for w in reading.words if low <= w.start and w.end <= quantity.start]
    if not words or words[0].verb or words[0].text in IMPERATIVES:
        return ""
    if _OPENS_WITH_VERB.match(folded) or not (words[-1].noun or words[-1].text in NOMINAL):
        return ""
    money_or_measure = currency(quantity.unit) or quantity.unit in _MEASURED
    return reading.say("为" if money_or_measure else "有")
