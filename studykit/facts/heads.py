"""Heads: what stands before the first figure of a clause — its subject and the words between."""

import re
from dataclasses import dataclass

from studykit.facts.clauses import Clause, skip_connectives
from studykit.facts.figure_context import Carried, Reading
from studykit.facts.indicators import CLASS_ENDINGS
from studykit.facts.quantities import Quantity
from studykit.facts.relations import relation_tail
from studykit.facts.segments import Segment

_TRAILING_DATE = re.compile(r"(?:在|于)?(?:(?:至|到)?(?:\d{4}(?:/\d{2,4})?年(?:度|底|末)?)的?)$")
_TRAILING_WORDS = re.compile(
    r"(?:比上年(?:末|同期)?|比去年(?:同期)?|较上年(?:末|同期)?|比上月|虽然|雖然|则|則|亦|也|更|仍|均|都|就|才|只|还|還|又|已)+$"
)
_RANKING = re.compile(
    r"(?:均|都|仍|已|也|继续|连续多年|首次)*(?:稳居|位居|位列|排名|名列|高居|跃居|升至|跃升至|居于|排在|列|居|进入|跻身|保持)(?:在|到|至)?[\u4e00-\u9fff]{0,5}$"
)
# Prepositions that relation_tail takes for relations: the figure behind them begins a phrase.
_PREPOSITIONS = ("为", "对", "向", "给")
_FROM = re.compile(
    r"由(?!于|此)|从(?!事|业|而|严)|自(?!来|主|由|动|然|治|身|己|贸|营|我|愿|行|筹|用|产|建|驾|媒)"
)
# Between 由 and its figure there is room for a date and a place, not for a clause.
_LONGEST_FROM = 16
# So near behind the first figure stands the 至 or 到 of the second.
_REACH_OF_TO = 12


@dataclass(frozen=True, slots=True)
class Head:
    """A clause, or a segment of one, taken apart before its first figure.

    `start` is where its own words begin, `subject` the words up to `subject_end`
    as a question shows them (or the prefix that the segment takes over),
    `relation` the words between subject and figure. `changes` says that 由 or 从
    stands there instead, `among` that the clause tells of a part of a whole.
    """

    reading: Reading
    carried: Carried
    clause: Clause
    segment: Segment
    start: int
    subject: str
    subject_end: int
    relation: str
    changes: bool
    among: bool

    @property
    def first(self) -> Quantity:
        """The first figure."""
        return self.segment.numbers[0]

    @property
    def lead(self) -> str:
        """All that stands before the first figure, folded."""
        return self.reading.folded[self.start : self.first.start]

    @property
    def named(self) -> str:
        """The words of the subject in this clause, folded."""
        return self.reading.folded[self.start : self.subject_end]

    @property
    def prefix(self) -> str:
        """Words of an earlier segment that belong to this one."""
        return self.segment.prefix

    @property
    def tied(self) -> bool:
        """Whether words tie the figure to a subject, so that it needs one."""
        return bool(self.relation) or self.changes

    @property
    def regional(self) -> bool:
        """Whether the article speaks for one place and lists what it did."""
        return self.reading.context.scope.regional

    @property
    def since_previous(self) -> int:
        """Where a quote begins that takes the clause before along."""
        return self.carried.previous[0] if self.carried.previous else self.clause.start


def read_head(
    reading: Reading, carried: Carried, clause: Clause, segment: Segment, among: bool
) -> Head:
    """Take a segment apart; `among` says that its clause opened with 其中."""
    folded, first = reading.folded, segment.numbers[0]
    start = segment.start
    if not segment.prefix:
        start = skip_connectives(folded, start, segment.end)
    lead = folded[start : first.start]
    change = _change_start(folded, lead, segment.numbers)
    size, relation = (change, "") if change is not None else _relation(reading, start, first)
    subject = segment.prefix or _TRAILING_WORDS.sub("", reading.cut(start, start + size))
    among = among or _goes_on(carried, subject, relation, first)
    if relation == lead and relation in _PREPOSITIONS and folded[first.end : segment.end].strip():
        size, relation, subject = len(lead), "", ""
    return Head(
        reading, carried, clause, segment, start, subject, start + size, relation,
        change is not None, among,
    )  # fmt: skip


def _relation(reading: Reading, start: int, first: Quantity) -> tuple[int, str]:
    """How long the words before the relation are, and the relation."""
    lead = reading.folded[start : first.start]
    ranking = _RANKING.search(lead) if first.kind == "rank" else None
    if ranking:
        return ranking.start(), ranking.group()
    size, relation, _ = relation_tail(_TRAILING_DATE.sub("", lead), reading.word_starts(start))
    return size, relation


def _change_start(folded: str, lead: str, numbers: list[Quantity]) -> int | None:
    """Where 由 stands in `lead` if the figures are the ends of a change (由A提高到B)."""
    match = next(reversed(list(_FROM.finditer(lead))), None)
    if match is None or len(lead) - match.start() > _LONGEST_FROM:
        return None
    stop = numbers[0].end
    if len(numbers) < 2 and not re.search("[至到]", folded[stop : stop + _REACH_OF_TO]):
        return None
    return match.start()


def _goes_on(carried: Carried, subject: str, relation: str, first: Quantity) -> bool:
    """Whether a clause tells of the next part after one that told of a part (…，其中A为…，B为…)."""
    return (
        carried.parts
        and bool(relation)
        and first.unit == carried.unit
        and (relation == carried.relation or subject.endswith(CLASS_ENDINGS))
    )
