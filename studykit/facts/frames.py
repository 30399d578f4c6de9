"""Frames: each clause of a sentence with what it leaves out (speaker, time, subject) put back.

Clause by clause, `speakers` and `periods` take speaker and time from its front;
what is left are its own words. They have a subject, or take over that of an
earlier clause, or need none: `demands` tells those that call for something.
"""

import re
from dataclasses import dataclass

from studykit.article.model import Sentence
from studykit.facts.clauses import Clause, skip_connectives, skip_we, split_clauses
from studykit.facts.demands import is_call, is_imperative
from studykit.facts.list_edges import JUDGEMENTS
from studykit.facts.model import Located
from studykit.facts.periods import is_vague, leading_period, said_period
from studykit.facts.phrases import Word, subject_end, within
from studykit.facts.scope import OTHERS, Scope
from studykit.facts.speakers import find_further_speech, find_speech, is_hearsay
from studykit.facts.stems import DANGLING, Renderer, unpaired

_ADVERBIAL = re.compile(
    r"^(?:在|随着|面对|经过|为了|为|通过|由于|受|按照|根据|围绕|聚焦|针对|对于|从|自|当|除|与|如果|若|一旦|只要|只有|尽管|虽然|无论|不论|放眼|立足|着眼|以)"
)
_ADVERBIAL_END = re.compile(
    r"(?:时|后|以来|期间|之中|中|方面|背景下|情况下|基础上|过程中|同时|之际|之前|以前|看)$"
)
_ANAPHOR = re.compile(
    r"(?<![与及尤极])其(?![他余中实次间])|该(?=[\u4e00-\u9fff])(?<!应该)(?<!本该)|[这那](?!么)|上述|此(?:举|次|类|项|前|时|后|外)|它|他们|她|"
    r"两者|二者|前者|后者|双方|本文|(?<![%个家人元倍年])以上|之前所述"
)
# A clause that opens with a nominal verb phrase (以A推动B是…).
_NOMINAL_CLAUSE = re.compile(
    r"以[^，]{4,40}为(?:主|核心|支撑|代表|重点)的[^，]{2,12}?(?=日益|逐步|正在|已经|已|不断|更加|基本|加快|初步|持续|得到|成为|是|在)|以[^，]{4,24}?(?=既|是|不仅|需要|有助于|有利于|能够|成为)"
)
# After such an opening the subject of the clauses before no longer holds.
_NEW_TOPIC = re.compile(r"(?:面对|随着|为了|针对|放眼|对此|下一步|未来|当前|与此同时)")
# Nor between two quotations.
_NEXT_QUOTATION = "”“"
# Behind a term these say what it means.
_MEANS = re.compile(r"(?:指的)?是指|指的是")
# What follows from the clause before and says nothing without it (企业便会…, 才能…).
_CONSEQUENCE = re.compile(r"[^，；：]{0,12}?(?:便|就|才|方)(?:会|能够|能(?!力)|可(?!以?说))")
# A deed with such words behind it is what they judge, not what is called for.
_JUDGED_DEEDS = (*JUDGEMENTS, "紧迫", "十分必要", "十分重要", "尤为重要", "大有可为")
_THEN = frozenset("便就才方")
_REACH_OF_THEN = 13
# Who calls a thing so, or when it is so: never what the clause is about.
_NO_SUBJECT = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:学上|法上|界上?|习惯上|历史上)(?=称|叫|又称|俗称)|(?:大?多数|有些|个别|少数|往常|平常)年份"
)
# Subjects that only announce what follows.
_ABSTRACT = re.compile(
    r"(?:关键|核心|重点|根本|目的|目标|前提|原因|根源|结果|问题|一方面|另一方面|主要|首先|其次|事实|实践|方向|总体|总的来看|这样|如此|今年|去年|全年|下一步|同时)"
)
_SO = "所谓"
_SO_CALLED = re.compile(rf"{_SO}“?(?P<x>[^“”，]{{2,12}}?)”?")
# 它 at the head of a sentence is the subject of the one before.
_PRONOUN = re.compile(r"它(?!们|的)(?:还|也|则|又|正|已)?")
_LONGEST_ANTECEDENT = 12
# A subject longer than this is a clause read wrongly; a shorter one than 2 says nothing.
_LONGEST_SUBJECT = 26
_SHORTEST_SUBJECT = 2
_SHORTEST_CLAUSE = 3
# What is quoted at this length is said, not named.
_SHORTEST_SPEECH = 10
_BLANKS = "，, "
# A period before 的 belongs to a noun phrase; 是 behind it tells what the time is (今年是…).
_OF = "的"
_IS = "是"


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause made ready to be asked about.

    `start:end` are its own words. `context` stands before them (speaker, time,
    condition), `subject` between the two where the clause has none of its own.
    `closed` says that the clause can be understood with these alone; `opens`
    is where the quote that proves all this begins. `demand` says that the clause
    calls for something to be done; `grounded` that it has a subject or is a demand;
    `general` is the context of what holds everywhere and always (the speaker alone),
    `area` the place in it that the article speaks for.
    """

    index: int
    clause: Clause
    start: int
    end: int
    context: str
    subject: str
    own_subject: bool
    opens: int
    closed: bool
    speaker: str = ""
    demand: bool = False
    grounded: bool = True
    general: str = ""
    area: str = ""


class Framer:
    """Makes frames of sentences; the words in front of a clause come from its own sentence first."""

    def __init__(self, renderer: Renderer, scope: Scope, published: str) -> None:
        """`renderer` cuts readable text, `scope` and `published` resolve anaphors of place and time."""
        self._setting = _Setting(renderer, scope, published)
        self._before = ""

    def frames(self, located: Located, words: list[Word], period: str) -> list[Frame]:
        """The frames of a sentence's clauses, in order; `period` holds where none of them names one.

        Sentences come in the order of the text: 它 is what the one before spoke of.
        """
        antecedent = "" if located.first else self._before
        reader = _Reader(self._setting, located.place.sentence, words, _Carried(antecedent, period))
        found = reader.read()
        self._before = reader.carried.spoken_of
        return found


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for every sentence of an article."""

    renderer: Renderer
    scope: Scope
    published: str


@dataclass(slots=True)
class _Carried:
    """What a clause takes over from the clauses before it.

    `antecedent` is what the sentence before spoke of and `spoken_of` what this one
    does. `time` is the period of the sentence until a clause names another.
    `subject_at` is where the clause begins that `subject` was found in.
    """

    antecedent: str
    time: str
    spoken_of: str = ""
    speaker: str = ""
    subject: str = ""
    subject_at: int = 0


class _Reader:
    """Walks the clauses of one sentence and keeps what later clauses take over."""

    def __init__(
        self, setting: _Setting, sentence: Sentence, words: list[Word], carried: _Carried
    ) -> None:
        self.carried = carried
        self._setting = setting
        self._sentence = sentence
        self._folded = sentence.folded
        self._words = words
        self._frames: list[Frame] = []

    def read(self) -> list[Frame]:
        """The frames; clauses that only say who speaks or when have none."""
        for index, clause in enumerate(split_clauses(self._folded)):
            start, end = self._own_words(clause)
            if end - start >= _SHORTEST_CLAUSE:
                self._frames.append(self._frame(index, clause, start, end))
        return self._frames

    # -- what stands in front of a clause's own words

    def _own_words(self, clause: Clause) -> tuple[int, int]:
        """What a clause says itself, by its offsets, once speaker and time in front are noted."""
        folded, end = self._folded, clause.end
        start = skip_connectives(folded, clause.start, end)
        if is_hearsay(folded[start:end]):
            self.carried.speaker = self.carried.speaker or self._cut(start, end)
            return end, end
        start = self._take_time(start, end)
        start = self._take_speaker(start, end)
        return self._unquoted(skip_we(folded, start, end), end)

    def _take_time(self, start: int, end: int) -> int:
        """Note the time that a clause begins with; where it goes on, `end` where it says no more."""
        folded = self._folded
        stop = leading_period(folded, start, end)
        if stop == start or folded.startswith(_OF, stop):
            return start
        text = folded[start:stop]
        if not is_vague(text):
            self.carried.time = said_period(self._sentence, start, stop, self._setting.published)
        while stop < end and folded[stop] in _BLANKS:
            stop += 1
        return end if folded.startswith(_IS, stop) else skip_connectives(folded, stop, end)

    def _take_speaker(self, start: int, end: int) -> int:
        """Note the speaker that a clause begins with; where the words said begin."""
        carried, folded = self.carried, self._folded
        further = find_further_speech(folded, start, end) if carried.subject else None
        if further:
            verb = self._sentence.text[start : further.verb_end]
            carried.speaker, carried.subject = carried.subject + verb, ""
            return further.stop
        speech = find_speech(folded, start, end)
        if speech is None:
            return start
        if not DANGLING.match(folded[start : speech.verb_end]):
            carried.speaker = unpaired(self._cut(start, speech.verb_end))
        return speech.stop

    def _unquoted(self, start: int, end: int) -> tuple[int, int]:
        """The offsets without the quotation marks around a whole clause, names aside."""
        folded = self._folded
        long = end - start > _SHORTEST_SPEECH
        if long and folded[start] == "“" and folded.find("”", start) == end - 1:
            return start + 1, end - 1
        return start, end

    # -- a clause's own words

    def _frame(self, index: int, clause: Clause, start: int, end: int) -> Frame:
        """The frame of a clause with these words of its own; notes the subject they name."""
        carried, folded = self.carried, self._folded
        pronoun = _PRONOUN.match(folded, start, end)
        if not self._frames:
            start = self._take_topic(clause, start, end, pronoun)
        head = self._subject_end(start, end, pronoun)
        text = folded[start:end]
        own = head > start or (text.endswith(_JUDGED_DEEDS) and not carried.subject)
        dangling = bool(DANGLING.match(text))
        if dangling or self._turns(clause, text):
            carried.subject = ""
        if own and not dangling and head < end:
            self._take_subject(clause, start, head)
        verbal = [] if own else within(self._words, start, end)
        calls = is_call(verbal, text)
        alone = own or is_imperative(verbal, text) or self._speaks_of_none(text)
        inherited = "" if alone else carried.subject
        area = "" if inherited else self._area(text)
        return Frame(
            index,
            clause,
            start,
            end,
            context=self._context() + area,
            subject=inherited,
            own_subject=own,
            opens=carried.subject_at if inherited else clause.start,
            closed=not dangling and (bool(carried.subject) or not _ANAPHOR.search(text)),
            speaker=carried.speaker,
            demand=calls and not inherited,
            grounded=(own or calls or bool(inherited or carried.speaker)) and not _follows(text),
            general=f"{carried.speaker}，" if carried.speaker else "",
            area=area,
        )

    def _take_topic(
        self, clause: Clause, start: int, end: int, pronoun: re.Match[str] | None
    ) -> int:
        """Note what a sentence says at its head that it is about; where the first clause goes on."""
        carried = self.carried
        named = _SO_CALLED.fullmatch(self._folded, start, end)
        if named:
            topic = self._sentence.text[slice(*named.span("x"))]
        elif pronoun and carried.antecedent:
            topic, start = carried.antecedent, pronoun.end()
        else:
            return start
        carried.subject = carried.spoken_of = topic
        carried.subject_at = clause.start
        return start

    def _subject_end(self, start: int, end: int, pronoun: re.Match[str] | None) -> int:
        """Where the subject of a clause ends; `start` where it has none of its own."""
        folded = self._folded
        nominal = _NOMINAL_CLAUSE.match(folded, start, end)
        if nominal:
            return nominal.end()
        if pronoun and self.carried.subject == self.carried.antecedent:
            return start  # 它 is the subject taken over
        head = subject_end(self._words, start, end)
        if head - start < _SHORTEST_SUBJECT or _ADVERBIAL.match(folded[start:head]):
            return start
        text = folded[start:end]
        return start if _names_nothing(text) or _MEANS.match(text) else head

    def _speaks_of_none(self, text: str) -> bool:
        """Whether a clause takes no subject over: the one before it is a term or an event."""
        so_called = self._folded.startswith(_SO, self.carried.subject_at)
        return _names_nothing(text) or (bool(_MEANS.match(text)) and not so_called)

    def _turns(self, clause: Clause, text: str) -> bool:
        """Whether a clause turns to something else than the clauses before it."""
        marks = self._folded[clause.start - 2 : clause.start]
        return bool(_NEW_TOPIC.match(text)) or marks == _NEXT_QUOTATION

    def _take_subject(self, clause: Clause, start: int, head: int) -> None:
        """Note the subject of a clause for later ones, if it names something."""
        carried = self.carried
        folded = self._folded[start:head]
        if _ADVERBIAL_END.search(folded) or _ABSTRACT.fullmatch(folded):
            return
        name = unpaired(self._cut(start, head))
        if not _SHORTEST_SUBJECT <= len(name) <= _LONGEST_SUBJECT:
            return
        carried.subject, carried.subject_at = name, clause.start
        if not carried.spoken_of and len(name) <= _LONGEST_ANTECEDENT:
            carried.spoken_of = name

    def _context(self) -> str:
        """Speaker and time as they stand before a clause."""
        return "".join(f"{c}，" for c in (self.carried.speaker, self.carried.time) if c)

    def _area(self, text: str) -> str:
        """The place that a clause without an inherited subject speaks of and doesn't name."""
        scope = self._setting.scope
        if not scope.regional or self.carried.speaker or OTHERS.match(text):
            return ""
        return "" if scope.named_in(text) else scope.name

    def _cut(self, start: int, end: int) -> str:
        """The words between two offsets as a prompt may show them."""
        return self._setting.renderer.cut(self._sentence, start, end)


def _follows(text: str) -> bool:
    """Whether a clause follows from the one before it (企业便会…); looked for only where it may."""
    return not _THEN.isdisjoint(text[:_REACH_OF_THEN]) and bool(_CONSEQUENCE.match(text))


def _names_nothing(text: str) -> bool:
    """Whether what a clause begins with is nobody it is about (生物学上称为…)."""
    return ("上" in text or "年份" in text) and bool(_NO_SUBJECT.match(text))


def adverbial(folded: str, start: int, end: int) -> bool:
    """Whether a clause only says when, where, why or how."""
    text = folded[start:end]
    return bool(_ADVERBIAL.match(text) or _ADVERBIAL_END.search(text))


def anaphoric(text: str) -> bool:
    """Whether folded text points outside itself (其, 这种, 上述)."""
    return bool(_ANAPHOR.search(text)) or bool(DANGLING.match(text))
