"""What the reading of figures knows of its surroundings.

`Context` is handed in by the article, `Reading` is the sentence being read, and
`Carried` is what a clause takes over from the clauses before it.
"""

from dataclasses import dataclass, field

from studykit.article.model import Sentence
from studykit.facts.model import Place
from studykit.facts.phrases import Word
from studykit.facts.quantities import Quantity
from studykit.facts.scope import Scope
from studykit.facts.stems import Renderer


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence inherits from where it stands.

    `period` holds for the section or paragraph, `published` dates 去年 and 今年,
    `planned` says that the section speaks of aims. `carried` is the indicator of
    the sentence before and `before` its closing clauses, both for 其中. `label`
    names what the paragraph is about (教育：). `strict` marks a text without
    punctuation, where a subject must be a proper name in its own clause.
    """

    scope: Scope
    renderer: Renderer
    period: str = ""
    published: str = ""
    planned: bool = False
    carried: str = ""
    before: str = ""
    label: str = ""
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence while its figures are read: its words, its numbers in order, its context."""

    place: Place
    words: list[Word]
    numbers: list[Quantity]
    context: Context

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.place.sentence

    @property
    def folded(self) -> str:
        """The sentence as patterns read it."""
        return self.place.sentence.folded

    def cut(self, start: int, end: int) -> str:
        """The words between two offsets as a question may show them."""
        return self.context.renderer.cut(self.place.sentence, start, end)

    def say(self, words: str) -> str:
        """Our own words in the article's script."""
        return self.context.renderer.say(words)

    def word_starts(self, start: int) -> frozenset[int]:
        """Where words begin, counted from `start`."""
        return frozenset(w.start - start for w in self.words if w.start >= start)


@dataclass(slots=True)
class Carried:
    """What a clause may take over from those before it in its sentence; changed as they are read.

    Empty fields carry nothing. Offsets are in the sentence.
    """

    # Said once, true until said anew: the source, the period, and up to two adverbials.
    attribution: str = ""
    period: str = ""
    leads: list[str] = field(default_factory=list)
    # True of the next figure alone (扣除价格因素，).
    once: str = ""

    # The last figure: what it measures, the words between the two as matched and as
    # printed, its unit, and what a share without a subject is a share of.
    indicator: str = ""
    relation: str = ""
    relation_shown: str = ""
    unit: str = ""
    counted: str = ""
    # All indicators so far, and the last parallel items (A、B、C分别…).
    indicators: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    # How many groups of parallel figures there were.
    group: int = 0

    # The whole that 其中 speaks of parts of; the clause before was 其中 and no more;
    # the last figure was one of parts.
    base: str = ""
    among: bool = False
    parts: bool = False

    # The last clause without a figure, and the subject of the last clause that had one.
    topic: str = ""
    topic_subject: str = ""
    topic_span: tuple[int, int] = (0, 0)

    # The clause before, and the context that its figures took.
    previous: tuple[int, int] | None = None
    previous_context: str = ""
    # The clause opened with 同期.
    same_time: bool = False

    @property
    def topic_before(self) -> bool:
        """Whether the clause right before was the topic."""
        return self.previous == self.topic_span
