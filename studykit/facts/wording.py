"""Wording: the words before and after each figure of a clause, so that they read alone."""

import re
from dataclasses import dataclass

from studykit.article.script import fold
from studykit.facts.adverbials import is_adverbial_with_figure
from studykit.facts.heads import Head
from studykit.facts.neighbours import next_clause
from studykit.facts.quantities import Quantity
from studykit.facts.relations import relation_tail
from studykit.facts.subject import Subject
from studykit.facts.subjects import complete

# Money set aside is told apart by what it is for.
_SETS_ASIDE = re.compile(
    r"(?:安排|投入|拿出|筹集|统筹|下达|拨付|拨款|注入|注资|斥资|出资|耗资|预留|落实|争取)(?:资金|专项资金)?$"
)
# 由2020年5%，提高到…: the end of the change is in the next clause.
_SINCE_YEAR = re.compile(r"由[^，]{0,12}(?:年|年度|年底|年末)$")
_SHARE_OF = re.compile(r"[占佔]$")
# Behind the bare name of what was measured such words go on with its clause (税收|占收入的…).
_GOES_ON = re.compile(
    r"(?:仅|只|约|仍|已|都)?(?:占|高于|低于|快于|慢于|多于|少于|高出|增长|下降|增加|减少)"
)
_RELATION_SUFFIX = re.compile(r"[了至到为]+$")
# The words before the second figure of a change (由A提高到B) when they hold no relation.
TO = ("至", "到")
# Marks behind which the sentence goes on with the next clause; none at its end.
_LIGHT_MARKS = ("，", ",", "")
# So much of what follows names a figure that has nothing before it.
_NAMING = 20
# A count so small, in Chinese numerals, only introduces what another figure measures.
_INCIDENTAL = 10
_COUNTERS = frozenset("个 条 项 类 种 大 家 位 名 件 座 处 部 道 套 重 方面".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure with its own clause, before period, place and source are added.

    Its quote lies between `start` and `end`. `bare` says that no word ties it to
    what stands before, `own` that no place needs to be named, `change` whether it
    is the first (1) or the last (2) figure of a change.
    """

    quantity: Quantity
    start: int
    end: int
    before: str
    after: str
    indicator: str
    relation: str = ""
    context: str = ""
    label: str = ""
    group: str = ""
    readable: bool = True
    bare: bool = False
    own: bool = False
    change: int = 0


def drafts(head: Head, subject: Subject) -> list[Draft]:
    """The figures of a segment in order; none where a list shares more than one."""
    numbers = head.segment.numbers
    if head.prefix and len(numbers) > 1:
        return []
    return [
        _draft(head, subject, k)
        for k in range(len(numbers))
        if not _introduces(head.reading.folded, numbers[k : k + 2])
    ]


def adverbial(head: Head) -> bool:
    """Whether the clause only prepares the next one."""
    text = head.reading.folded[head.start : head.segment.end]
    return head.clause.mark in _LIGHT_MARKS and is_adverbial_with_figure(text)


def words_before(head: Head, quantity: Quantity) -> str:
    """The words between the subject and a figure."""
    return head.reading.cut(head.start if head.prefix else head.subject_end, quantity.start)


def _draft(head: Head, subject: Subject, k: int) -> Draft:
    numbers = head.segment.numbers
    first = k == 0
    text = subject.counted or subject.text
    after = _after(head, numbers[k], counted=first and bool(subject.counted))
    relation = head.relation
    if not first:
        relation = relation_tail(head.reading.folded[numbers[k - 1].end : numbers[k].start])[1]
    before, inherited = _before(head, text, numbers[k], after), subject.inherited
    goes_on = not head.changes and _GOES_ON.match(fold(before))
    wider, _, nearest = inherited.rpartition("，")
    if goes_on and nearest in (head.carried.indicator, *head.carried.indicators[-1:]):
        before, inherited = nearest + before, wider
    return Draft(
        numbers[k],
        subject.since,
        head.clause.end,
        before=before,
        after=after,
        indicator=text or after[:_NAMING],
        relation=relation,
        context=inherited,
        label=head.reading.cut(head.start, head.subject_end),
        group=f"s{head.reading.place.order}",
        readable=complete(head, subject),
        bare=first and not head.tied and not head.prefix,
        own=subject.own,
        change=k + 1 if head.changes and len(numbers) == 2 else 0,
    )


def _before(head: Head, subject: str, quantity: Quantity, after: str) -> str:
    words = words_before(head, quantity)
    if not head.prefix and words in TO and head.carried.relation:
        return subject + _RELATION_SUFFIX.sub("", head.carried.relation_shown) + words
    before = (head.prefix or subject) + words
    if before.endswith(("：", ":")):
        before = before[:-1] + "为"
    if not after and _SHARE_OF.search(before):
        before += head.carried.counted
    return before


def _after(head: Head, quantity: Quantity, *, counted: bool) -> str:
    """What follows a figure, with the next clause where this one needs it."""
    reading, clause = head.reading, head.clause
    lead = reading.folded[head.start : quantity.start]
    after = reading.cut(quantity.end, head.segment.end) + head.segment.suffix
    if after.startswith("、"):
        after = ""
    if clause.mark in _LIGHT_MARKS and (
        _SINCE_YEAR.search(lead) or (not after and not head.relation and _SETS_ASIDE.search(lead))
    ):
        after = f"{after}，{next_clause(reading, clause)}".rstrip("，")
    if adverbial(head):
        following = next_clause(reading, clause)
        if after.endswith("中") and not reading.folded.startswith("在", head.start):
            after = after[:-1]
        elif following:
            after = f"{after}，{following}"
    if counted and reading.folded.startswith("则", quantity.end):
        after = after[1:]
    return after


def _introduces(folded: str, pair: list[Quantity]) -> bool:
    """Whether a small count only introduces what the next figure measures (三条产业链产值合计…)."""
    if len(pair) < 2 or pair[1].kind == "rank":
        return False
    quantity = pair[0]
    text = folded[quantity.core_start : quantity.core_end]
    return (
        quantity.unit in _COUNTERS
        and quantity.value <= _INCIDENTAL
        and not any(ch.isdigit() for ch in text)
    )
