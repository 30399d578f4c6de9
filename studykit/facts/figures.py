"""Figures of a sentence: each quantity with its indicator, relation, period and scope.

The clause around a figure is kept as a stem, so that a question is the clause
itself with an interrogative where the figure stood: Chinese asks in place.
What a clause leaves out (subject, period, place, source) is carried over from
the clauses before it, as a reader would. Clause by clause:

- `attribution` and `periods` take source and time from its front;
- `parallels` reads A、B分别a、b, `segments` parts a clause at its 、;
- `heads` takes each part apart before its figure, `subjects` says what it is about;
- `wording` puts words before and after the figure, `emission` makes the fact.
"""

import re
from dataclasses import replace

from studykit.facts.adverbials import is_adverbial
from studykit.facts.attribution import find_source, introduces_speech
from studykit.facts.clauses import Clause, skip_connectives, skip_we, split_clauses, trim
from studykit.facts.emission import make_figure
from studykit.facts.figure_context import Carried, Context, Reading
from studykit.facts.heads import Head, read_head
from studykit.facts.model import Figure, Place
from studykit.facts.parallels import Parallel, find_parallel
from studykit.facts.periods import is_absolute, is_vague, leading_period, said_period
from studykit.facts.phrases import Word, causative, subject_end
from studykit.facts.quantities import Quantity, find_quantities
from studykit.facts.ranks import find_ranks
from studykit.facts.segments import segments
from studykit.facts.stems import DANGLING, tidy, unpaired
from studykit.facts.subject import Subject
from studykit.facts.subjects import find_subject
from studykit.facts.wording import TO, Draft, adverbial, drafts, words_before

_ASIDE = re.compile(r"[（(]([^（）()]*)[）)]")
# A shorter bracket only repeats a figure or names its unit.
_SHORTEST_ASIDE = 5
_BULLET = re.compile(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]\s*")
_AMONG = re.compile(r"(?:其中|当中|内中)[，,]?(?:的)?")
_AMONG_ALONE = ("其中", "当中")
# 分类别看: what follows are parts of what was measured before.
_BREAKDOWN = re.compile(r"(?:其中，?)?(?:分[^，]{1,5}看|按[^，]{1,8}(?:划分|分|看))")
# A first clause that only names what the sentence is about (育有初生婴儿的纳税人，…).
_NOUN_TOPIC = re.compile(r"(?![^，]*(?:是|有|为|已|将|会|在))[^，]{3,16}的[^，的]{2,6}")
_ONCE = ("扣除", "剔除", "不计")
_SAME_TIME = ("同期", "期内", "期间")
# Vague periods that mean the year of the report, whatever the clause before spoke of.
_THIS_YEAR = ("全年", "本年", "当年")
# A period before these is part of a noun phrase, a comparison or a range.
_NO_PERIOD_BEFORE = tuple("的是比与和至到—-")
_SEMICOLONS = ("；", ";")
_BLANKS = "，, "
# More adverbials than these would bury the question.
_MOST_LEADS = 2
# A subject of fewer characters names nothing.
_SHORTEST_SUBJECT = 2
# What a share is of is a noun phrase no longer than this.
_LONGEST_COUNTED = 12
# Items so far behind the start of their clause stand behind the name of a source.
_LONGEST_OPENING = 30
# An indicator that still holds these was cut at the wrong place and is not carried on.
_REMAINS = re.compile(r"，|跨过|突破|稳居|迈上|创历史|创下|位居|达到|首次|连续|累计为|均居")
_VERB_AHEAD = re.compile(
    r"用于|用作|用来|投向|来自|因|由于|属于|是|为|毋须|无须|不|已|都|均|可|能|会|将|则|以"
)


def sentence_figures(place: Place, words: list[Word], context: Context) -> list[Figure]:
    """The figures, ranks among them, that one sentence states, in order."""
    folded = place.sentence.folded
    ranks = find_ranks(folded)
    others = [
        q
        for q in find_quantities(folded)
        if not any(r.start < q.end and q.start < r.end for r in ranks)
    ]
    numbers = sorted([*others, *ranks], key=lambda q: q.start)
    return _Reader(Reading(place, words, numbers, context)).read() if numbers else []


class _Reader:
    """Walks the clauses of one sentence and keeps what later clauses take over."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.folded = reading.folded
        context = reading.context
        self.carried = Carried(period=context.period, indicator=context.carried)
        if _AMONG.match(self.folded):
            self.carried.base = context.carried
        self.figures: list[Figure] = []
        self.asides = [m.span() for m in _ASIDE.finditer(self.folded) if self._states(m)]

    def read(self) -> list[Figure]:
        """The figures, those of a bracket behind those of the clause that it stands in."""
        ended = False
        for clause in split_clauses(self.folded):
            if ended:
                self.carried.leads = []
                self.carried.previous_context = ""
            asides = [a for a in self.asides if clause.start <= a[0] and a[1] <= clause.end]
            self._read_clause(clause, asides)
            for low, high in asides:
                self._read_aside(low, high)
            ended = clause.mark in _SEMICOLONS
        return self.figures

    def _states(self, aside: re.Match[str]) -> bool:
        """Whether a bracket states figures of its own."""
        low, high = aside.span()
        inside = any(low < q.start and q.end <= high for q in self.reading.numbers)
        return inside and len(aside[1]) >= _SHORTEST_ASIDE

    def _read_aside(self, low: int, high: int) -> None:
        """A bracket: it takes over what its clause says, and hands on adverbials and indicators only."""
        outside = replace(self.carried)  # with the same lists
        for clause in split_clauses(self.folded, low + 1, high - 1):
            self._read_clause(clause, [])
        self.carried = outside

    def _read_clause(self, clause: Clause, asides: list[tuple[int, int]]) -> None:
        """One clause, the brackets in it left out."""
        folded, end = self.folded, clause.end
        if asides and asides[-1][1] == end:
            _, end = trim(folded, clause.start, asides[-1][0])
        bullet = _BULLET.match(folded, clause.start, end)
        low = bullet.end() if bullet else clause.start
        start = skip_connectives(folded, low, end)
        among = bool(_AMONG.match(folded, low) or _AMONG.search(folded, low, start))
        start = self._take_period(self._take_source(start, end), end)
        if start >= end:
            return
        numbers = [
            q
            for q in self.reading.numbers
            if start <= q.start and q.end <= end and not any(a <= q.start < b for a, b in asides)
        ]
        start = skip_we(folded, skip_connectives(folded, start, end), end)
        if numbers:
            self._read_figures(clause, start, end, numbers, among or self.carried.among)
        else:
            self._read_words(start, end)

    def _take_source(self, start: int, end: int) -> int:
        """Note the source that a clause names first; where the clause goes on."""
        source = find_source(self.folded, start, end)
        if source is None or any(
            source.start <= q.start and q.end <= source.end for q in self.reading.numbers
        ):
            return start
        self.carried.attribution = self.reading.cut(source.start, source.end)
        return skip_connectives(self.folded, source.stop, end)

    def _take_period(self, start: int, end: int) -> int:
        """Note the period that a clause begins with; where the clause goes on."""
        carried, folded = self.carried, self.folded
        carried.same_time = False
        stop = leading_period(folded, start, end)
        text = folded[start:stop]
        if not text or folded[stop:end].lstrip(_BLANKS).startswith(_NO_PERIOD_BEFORE):
            return start
        carried.same_time = text in _SAME_TIME
        if is_vague(text):
            if text.startswith(_THIS_YEAR) and not is_absolute(carried.period):
                carried.period = ""
        else:
            reading = self.reading
            carried.period = said_period(reading.sentence, start, stop, reading.context.published)
        while stop < end and folded[stop] in _BLANKS:
            stop += 1
        return stop

    def _read_words(self, start: int, end: int) -> None:
        """A clause without a figure: an adverbial that is carried on, or a new topic."""
        carried, carried_in = self.carried, self.reading.context.carried
        text = self.folded[start:end]
        shown = self.reading.cut(start, end)
        opens = carried.previous is None and not DANGLING.match(text)
        if introduces_speech(text):
            return
        if text in _AMONG_ALONE:
            carried.among = True
        elif _BREAKDOWN.fullmatch(text) and (carried.base or carried_in):
            carried.among = True
            carried.base = carried.base or carried_in
        elif text.startswith(_ONCE):
            carried.once = shown
        elif is_adverbial(text):
            if carried.indicator == carried_in:
                carried.indicator = ""
            if opens and len(carried.leads) < _MOST_LEADS:
                carried.leads.append(shown)
        else:
            if opens and not carried.leads and _NOUN_TOPIC.fullmatch(text):
                carried.leads.append(shown)
            self._take_topic(start, end, shown)

    def _take_topic(self, start: int, end: int, shown: str) -> None:
        """A clause that says something new: what follows is about it, no longer about figures."""
        carried, reading = self.carried, self.reading
        opens = causative(self.folded, start, end)
        subject = unpaired(reading.cut(opens, subject_end(reading.words, opens, end)))
        carried.topic = unpaired(shown)
        carried.topic_subject = subject if len(subject) >= _SHORTEST_SUBJECT else ""
        carried.topic_span = carried.previous = (start, end)
        carried.indicator = carried.base = ""
        carried.items = []

    # -- clauses with figures

    def _read_figures(
        self, clause: Clause, start: int, end: int, numbers: list[Quantity], among: bool
    ) -> None:
        self.carried.among = False
        parallel = find_parallel(self.reading, self.carried, start, end, numbers)
        if parallel:
            self._read_parallel(clause, start, end, parallel)
            return
        for segment in segments(self.reading, start, end, numbers):
            head = read_head(self.reading, self.carried, clause, segment, among)
            subject = find_subject(head)
            for draft in drafts(head, subject):
                self._emit(draft)
            self._hand_on(head, subject)

    def _read_parallel(self, clause: Clause, start: int, end: int, parallel: Parallel) -> None:
        carried = self.carried
        carried.group += 1
        begin = clause.start
        if carried.previous and (parallel.earlier or start > clause.start + _LONGEST_OPENING):
            begin = carried.previous[0]
        first = parallel.values[0].start
        shown = tidy(self.reading.sentence.text[first - len(parallel.relation) : first])
        for name, quantity in zip(parallel.names, parallel.values, strict=True):
            self._emit(
                Draft(
                    quantity, begin, clause.end, before=name + shown, after="", indicator=name,
                    relation=parallel.relation.strip(), label=name, group=f"p{carried.group}",
                )
            )  # fmt: skip
        carried.indicator = ""
        carried.items = parallel.names
        carried.previous = (clause.start, clause.end) if parallel.again else (start, end)

    def _emit(self, draft: Draft) -> None:
        self.figures.append(make_figure(self.reading, self.carried, draft))
        self.carried.once = ""

    def _hand_on(self, head: Head, subject: Subject) -> None:
        """Note what later clauses may take over from a clause with figures."""
        carried, reading, end = self.carried, self.reading, head.segment.end
        carried.previous_context = subject.inherited
        carried.parts = head.among
        carried.unit = head.first.unit
        if adverbial(head) and len(carried.leads) < _MOST_LEADS:
            carried.leads.append(reading.cut(head.start, end))
        if not head.prefix and not head.among:
            stop = subject_end(reading.words, head.start, head.first.start)
            name = unpaired(reading.cut(head.start, stop))
            if len(name) >= _SHORTEST_SUBJECT:
                carried.topic_subject = name
        self._hand_on_indicator(head, subject)
        words = words_before(head, head.segment.numbers[-1])
        if words not in TO:
            carried.relation, carried.relation_shown = head.relation, words
        carried.counted = self._counted(head.first.end, end) if not head.lead.strip() else ""
        carried.items = []
        carried.previous = (head.start, end)

    def _hand_on_indicator(self, head: Head, subject: Subject) -> None:
        """Note what was measured, and whether parts of it may follow."""
        carried, text = self.carried, subject.counted or subject.text
        if text.strip():
            carried.indicators.append(text)
        if subject.inherited:
            return
        if text.endswith(("的", "是")) or _REMAINS.search(text):
            carried.indicator = ""
        elif text.strip() and not head.prefix:
            carried.indicator = text
            if not head.among:
                carried.base = text

    def _counted(self, start: int, end: int) -> str:
        """The noun phrase behind a figure that opens its clause: what a share may be of."""
        verb = _VERB_AHEAD.search(self.folded, start, end)
        stop = verb.start() if verb else subject_end(self.reading.words, start, end)
        return self.reading.cut(start, stop) if stop - start <= _LONGEST_COUNTED else ""
