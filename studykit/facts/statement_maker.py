"""Making statements: an answer cut out of its clause, with all that a card may need around it."""

import re

from studykit.facts.frames import Frame, anaphoric
from studykit.facts.model import HOLE, Located, Passage, Statement
from studykit.facts.phrases import Word, word_at, word_before
from studykit.facts.stems import Renderer, unpaired

FIGURE = re.compile(r"\d")
# A longer answer can't be written from memory.
_LONGEST_ANSWER = 45
_SHORTEST_ANSWER = 2
# As much of a sentence as a prompt may show.
_LONGEST_WINDOW = 80
# A longer title names too much to stand in a question.
_LONGEST_TITLE = 20
# A clause that opens so waits for the one behind it.
_SUBORDINATE = re.compile(
    r"如果|若(?!干)|要是|假如|一旦|只要|只有|除非|虽然|尽管|即使|随着|为了|当(?!中|地|年|前|日|月)"
)
# Over these a sentence goes on; behind a colon it explains itself, a semicolon sets
# clauses apart unless the second is held against the first (…；B则是…).
_LIGHT_MARKS = ("，", ",")
_APART = ("；", ";")
_CONTRAST = re.compile(r"[^，；：]{1,10}(?:则|却)")
_SENTENCE_END = re.compile(r"[。！？]")
# Kinds that hold everywhere and always: no place and time before them.
_GENERAL = frozenset(
    "definition judgement copula equation condition unequal metaphor without essence meaning once need reason both".split()
)
# Kinds whose answer is words, not a figure: figures are asked in their own way.
_PLAIN_ANSWERS = frozenset(
    "object copula gist unequal where turn with found effect helps use rely agent against avoid".split()
)
# Words behind which a noun is counted and would be torn off.
_COUNTING_TAGS = ("m", "q", "mq")
_COUNTING = ("第", "个", "项", "种")


class StatementMaker:
    """The clauses of one sentence made ready, and the statements that can be cut out of them."""

    def __init__(
        self, located: Located, words: list[Word], frames: list[Frame], renderer: Renderer
    ) -> None:
        """`frames` are the clauses in order, `renderer` cuts readable text."""
        self.place = located.place
        self.sentence = located.place.sentence
        self.folded = self.sentence.folded
        self.words = words
        self.frames = frames
        self.lead = _lead(located)
        self._renderer = renderer
        self._position = {frame.index: k for k, frame in enumerate(frames)}

    def cut(self, low: int, high: int) -> str:
        """The words between two offsets as a prompt may show them."""
        return self._renderer.cut(self.sentence, low, high)

    def word_at(self, at: int) -> Word | None:
        """The word that begins at an offset."""
        return word_at(self.words, at)

    def word_before(self, at: int) -> Word | None:
        """The word that ends at an offset."""
        return word_before(self.words, at)

    def make(
        self,
        frame: Frame,
        kind: str,
        answer: tuple[int, int],
        asks: str,
        worth: float,
        *,
        items: tuple[str, ...] = (),
        open_: bool = False,
        resume: int | None = None,
        stop: int = 0,
    ) -> Statement | None:
        """The statement whose answer stands between two offsets; None where it can't be asked.

        The clause goes on at `resume` behind the answer, and ends at `stop` where
        the pattern reads on over commas.
        """
        low, high = answer
        end = max(frame.end, stop)
        before, said = self.cut(frame.start, low), self.cut(low, high)
        after = self.cut(high if resume is None else resume, end)
        if not self._can_ask(frame, kind, low, (before, said, after)):
            return None
        opens = min(frame.opens, frame.clause.start)
        k = self._position[frame.index]
        window = self._window(frame, end)
        demand = frame.demand and not before.startswith(("是", "为"))
        return Statement(
            Passage(self.place, opens, max(frame.clause.end, end)),
            kind,
            frame.subject + before,
            said,
            after,
            asks,
            context=frame.general if kind in _GENERAL else frame.context,
            items=items,
            open=open_,
            weight=worth,
            demand=demand,
            lead=self.lead,
            previous=self._around(k - 1),
            clause=frame.index,
            plain=frame.subject + self.cut(frame.start, end),
            masked=self._masked(frame, (low, high if resume is None else resume), end, window),
            span=answer,
            window=window,
            own=frame.start,
            grounded=frame.grounded and (demand or not frame.demand or _has_subject(frame)),
        )

    def mask(self, low: int, high: int, holes: list[tuple[int, int]]) -> str:
        """The words from `low` to `high` with holes in them; empty where an answer is repeated."""
        out = []
        at = low
        for a, b in holes:
            if a < at:
                return ""
            out.append(self.cut(at, a) + HOLE)
            at = b
        out.append(self.cut(at, high))
        text = unpaired("".join(out))
        if _SENTENCE_END.search(text.strip("。！？")):
            return ""
        return "" if any(self.cut(a, b) in text for a, b in holes) else text

    def _can_ask(self, frame: Frame, kind: str, low: int, parts: tuple[str, str, str]) -> bool:
        """Whether an answer of this kind can be told from the words around it."""
        before, answer, after = parts
        if kind != "list" and not _SHORTEST_ANSWER <= len(answer) <= _LONGEST_ANSWER:
            return False
        if self._renderer.broken(before + answer + after) or anaphoric(answer):
            return False
        if kind in _PLAIN_ANSWERS and (FIGURE.search(answer) or self._after_number(low)):
            return False
        return kind == "gist" or len(before + after + frame.subject) > 1

    def _after_number(self, low: int) -> bool:
        """Whether a number or measure word stands before the answer, which it would be torn from."""
        before = self.word_before(low)
        return before is not None and (before.tag in _COUNTING_TAGS or before.text in _COUNTING)

    def _around(self, k: int) -> str:
        """The words of the clause at `k`, where there is one that can be read alone."""
        if not 0 <= k < len(self.frames):
            return ""
        frame = self.frames[k]
        if anaphoric(self.folded[frame.start : frame.end]):
            return ""
        return unpaired(self.cut(frame.start, frame.end))

    def _masked(
        self, frame: Frame, answer: tuple[int, int], end: int, window: tuple[int, int]
    ) -> str:
        """The window around a clause with a hole for the answer, or the clause alone."""
        begin, stop = window
        masked = self.mask(begin, stop, [answer])
        if not masked and begin < frame.start:
            begin = frame.start
            masked = self.mask(begin, end, [answer])
        opener = self.frames[self._position[frame.index] - 1] if begin < frame.start else frame
        return opener.subject + masked if masked else ""

    def _window(self, frame: Frame, end: int) -> tuple[int, int]:
        """As much of the sentence around a clause as fits a prompt and can open one."""
        k = self._position[frame.index]
        low, high = frame.start, end
        following = self.frames[k + 1] if k + 1 < len(self.frames) else None
        fits = following is not None and following.end - low <= _LONGEST_WINDOW
        if following is not None and fits and frame.clause.mark in _LIGHT_MARKS:
            opening = self.folded[high : following.end].lstrip("，；： ")
            high = high if _SUBORDINATE.match(opening) else max(high, following.end)
        if k:
            before = self.frames[k - 1]
            fits = high - before.start <= _LONGEST_WINDOW
            apart = before.clause.mark in _APART and not _CONTRAST.match(self.folded, low, high)
            if before.closed and fits and not apart and before.speaker == frame.speaker:
                low = before.start
        return low, high


def _has_subject(frame: Frame) -> bool:
    """Whether somebody does what a clause tells: who speaks, or the place spoken for."""
    return bool(frame.speaker or frame.area)


def _lead(located: Located) -> str:
    """What the sentence's paragraph or section says it is about."""
    lead = located.paragraph.lead
    if lead is not None and lead is not located.place.sentence:
        return lead.text.rstrip("。：:！")
    title = located.section.title
    return title if located.section.level and len(title) <= _LONGEST_TITLE else ""
