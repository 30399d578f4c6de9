"""Single words that a clause turns on: quoted terms, comparisons, 既是A又是B, the closing noun."""

import re

from studykit.facts.frames import Frame, anaphoric
from studykit.facts.governing import OF, SAYS_WHAT_IT_IS, in_a_name, opens_with_deed, tells_an_event
from studykit.facts.model import Passage, Statement
from studykit.facts.phrases import Word, phrase_start, within
from studykit.facts.statement_maker import FIGURE, StatementMaker

# What each is worth beside others of its sentence.
_WORTH_BOTH = 1.6
_WORTH_TERMS = 1.5
_WORTH_TERM = 1.0
_WORTH_GIST = 0.7
_WORTH_COMPARED = 0.5

_TERM = re.compile(r"“([^“”，。；]{2,12})”")
_TERMS = re.compile(r"“[^“”，。；]{1,12}”(?:、?“[^“”，。；]{1,12}”)+")
# More quoted terms of one clause are more of the same.
_MOST_TERMS = 2
# Behind these a quoted term is told, not only used.
_TELLS = re.compile(
    r"(?:[^，]{3}的|是|为|成为|成|叫|叫做|作|之为|起到|发挥|一个|一种|一道|一场|当好|打造|变成)$"
)
_COMPARED = re.compile(r"远超过?|高于|低于|快于|慢于|多于|少于|大于|小于|优于|强于|领先于|落后于")
_SHORTEST_COMPARED = 3
_TWO_CHARACTERS = re.compile(r"[\u4e00-\u9fff]{2}")
_PAIR = re.compile(r"既是(?P<a>[^，；。]{3,40})，(?P<j>(?:也|又|更|还)是)(?P<b>[^，；。]{3,40})")
_SHORTEST_SUBJECT = 2

_SHORTEST_GIST_CLAUSE = 6
_SHORTEST_GIST, _LONGEST_GIST = 4, 14
# What may stand before a closing noun beside a verb.
_BEFORE_GIST = frozenset("的 是 为 了 着 到 在 于 成".split())
# Heads that carry nothing to learn.
_GENERIC = frozenset(
    "工作 成果 活力 步伐 行动 任务 成就 水平 现象 力量 作用 方面 情况 问题 程度 阶段 时期 时候 过程 部分 内容 方式 局面 态势 进展 成效 效果 基础 条件 环境 氛围 新篇章 篇章 征程 力度 机遇 挑战 要求 目标".split()
)


def both(maker: StatementMaker, frame: Frame) -> list[Statement]:
    """What a subject is at once: 既是A，又是B."""
    match = _PAIR.search(maker.folded, frame.start)
    if match is None or match.start() >= frame.end:
        return []
    subject = frame.subject or maker.cut(frame.start, match.start())
    if len(subject) < _SHORTEST_SUBJECT or anaphoric(subject):
        return []
    a, b = maker.cut(*match.span("a")), maker.cut(*match.span("b"))
    return [
        Statement(
            Passage(maker.place, frame.opens, match.end()),
            "both",
            f"{subject}既是{a}，{maker.cut(*match.span('j'))}",
            b,
            "",
            "什么",
            frame.context,
            items=(a, b),
            weight=_WORTH_BOTH,
            lead=maker.lead,
            clause=frame.index,
            plain=maker.cut(frame.start, match.end()),
        )
    ]


def terms(maker: StatementMaker, frame: Frame) -> list[Statement]:
    """Quoted terms: those in a row as one list, else those that the clause tells."""
    run = _TERMS.search(maker.folded, frame.start, frame.end)
    if run:
        quoted = _TERM.finditer(maker.folded, run.start(), run.end())
        items = tuple(maker.cut(*match.span(1)) for match in quoted)
        row = maker.make(frame, "terms", run.span(), "什么", _WORTH_TERMS, items=items)
        return [row] if row is not None else []
    made = (
        maker.make(frame, "term", match.span(1), "什么", _WORTH_TERM)
        for match in _TERM.finditer(maker.folded, frame.start, frame.end)
        if not FIGURE.search(match[1]) and _told(maker.folded, frame, match)
    )
    return [statement for statement in made if statement is not None][:_MOST_TERMS]


def _told(folded: str, frame: Frame, match: re.Match[str]) -> bool:
    """Whether the clause says what a quoted term is: it closes the clause, behind 是, 的, 称为."""
    before = folded[frame.start : match.start()]
    return match.end() == frame.end and bool(_TELLS.search(before))


# A clause that opens so speaks of more than the subject it takes over.
_ALL_OF_THEM = ("均", "都", "皆")


def compared(maker: StatementMaker, frame: Frame) -> list[Statement]:
    """A comparison in words; `asks` is the word of comparison, folded."""
    match = _COMPARED.search(maker.folded, frame.start, frame.end)
    if match is None or FIGURE.search(maker.folded[frame.start : frame.end]):
        return []
    if not (frame.own_subject or frame.subject):
        return []
    if frame.subject and maker.folded.startswith(_ALL_OF_THEM, frame.start):
        return []
    if not frame.subject and match.start() - frame.start < _SHORTEST_COMPARED:
        return []
    if not _TWO_CHARACTERS.search(maker.folded[match.end() : frame.end]):
        return []
    statement = maker.make(frame, "compare", match.span(), match.group(), _WORTH_COMPARED)
    return [statement] if statement is not None else []


def gist(maker: StatementMaker) -> Statement | None:
    """The noun phrase that closes the fullest clause, for a sentence that tells nothing better."""
    found = [g for g in (_gist_of(maker, frame) for frame in maker.frames) if g is not None]
    return max(found, key=lambda statement: len(statement.plain), default=None)


def _gist_of(maker: StatementMaker, frame: Frame) -> Statement | None:
    text = maker.folded[frame.start : frame.end]
    if not frame.closed or FIGURE.search(text) or len(text) < _SHORTEST_GIST_CLAUSE:
        return None
    low = phrase_start(maker.words, frame.start, frame.end)
    if low <= frame.start + 1 or not _SHORTEST_GIST <= frame.end - low <= _LONGEST_GIST:
        return None
    before, closing = maker.word_before(low), maker.word_before(frame.end)
    if before is None or closing is None or closing.text in _GENERIC:
        return None
    if before.text not in _BEFORE_GIST:
        if tells_an_event(maker.folded[low : frame.end]):
            return None
        low = _behind_verb(maker, frame, before)
    return maker.make(frame, "gist", (low, frame.end), "什么", _WORTH_GIST) if low else None


def _behind_verb(maker: StatementMaker, frame: Frame, verb: Word) -> int:
    """Where the phrase behind a verb begins that closes a clause; 0 where the verb rules none."""
    low = verb.end
    if not verb.verb or len(verb.text) == 1:
        return 0
    text = maker.folded[frame.start : verb.start]
    if OF in maker.folded[low : frame.end] and text.endswith(SAYS_WHAT_IT_IS):
        return verb.start if frame.end - verb.start <= _LONGEST_GIST else 0
    words = within(maker.words, frame.start, verb.start)
    deed = opens_with_deed(within(maker.words, low, frame.end))
    return 0 if deed or in_a_name(words, verb) else low
