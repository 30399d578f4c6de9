"""Facts: what the text states, each tied to the sentence and the words that state it.

Texts in facts are in the article's own script; offsets are in the sentence.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from studykit.article.model import Paragraph, Section, Sentence
from studykit.facts.quantities import Quantity

# Stands for an answer in `Statement.masked`; no text contains it, for the cleaner drops it.
HOLE = "\ufffc"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: sentence, and the numbers of its section and paragraph."""

    sentence: Sentence
    section: int
    paragraph: int
    order: int


@dataclass(frozen=True)
class Passage:
    """The words of one sentence that prove a fact: `sentence.text[start:end]`."""

    place: Place
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.place.sentence.text[self.start : self.end]

    @cached_property
    def folded(self) -> str:
        """The words in Simplified, half-width."""
        return self.place.sentence.folded[self.start : self.end]

    def key(self, kind: str) -> str:
        """A stable name for the fact of this kind that these words state."""
        digest = hashlib.sha256(f"{kind}|{self.folded}".encode()).hexdigest()
        return f"f{digest[:7]}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what is needed to ask for it.

    `before` + the figure + `after` is a clause that can be read alone, in the
    article's script; `context` is what has to stand before it (period, scope,
    source named). `indicator` is what is measured, `label` its short name among
    its sisters in `group`. `counts` says that what follows the figure is what it
    counts (7家中心), `planned` that it is a target and not yet a fact. `doubtful`
    says why it must not be asked for; empty where nothing is wrong.
    """

    passage: Passage
    quantity: Quantity
    text: str
    before: str
    after: str
    indicator: str
    context: str = ""
    scope: str = ""
    period: str = ""
    relation: str = ""
    attribution: str = ""
    group: str = ""
    label: str = ""
    doubtful: str = ""
    counts: bool = False
    planned: bool = False
    last_of_change: bool = False
    first_of_change: bool = False

    @property
    def key(self) -> str:
        """A stable name for this figure: its quote and its value."""
        return self.passage.key(f"figure|{self.text}|{self.quantity.start - self.passage.start}")

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.passage.place


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator at two times: from `first` to `last`."""

    first: Figure
    last: Figure
    same_year: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that share one indicator: a whole and its parts, or parallel items."""

    indicator: str
    figures: tuple[Figure, ...]
    whole: Figure | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said that is not a figure, split at what can be asked.

    `before` + answer + `after` is a readable clause. `kind` names the extractor
    (judgement, list, means, cause, quotation …); `asks` the interrogative to put
    in place of the answer; `items` the members where the answer is a list.
    """

    passage: Passage
    kind: str
    before: str
    answer: str
    after: str
    asks: str = ""
    context: str = ""
    items: tuple[str, ...] = ()
    open: bool = False
    weight: float = 1.0
    demand: bool = False
    lead: str = ""
    previous: str = ""
    clause: int = 0
    plain: str = ""
    masked: str = ""
    span: tuple[int, int] = (0, 0)
    window: tuple[int, int] = (0, 0)
    own: int = 0
    grounded: bool = True

    @property
    def key(self) -> str:
        """A stable name for what is stated: the clause and the answer in it."""
        return self.passage.key(f"statement|{self.answer}")


@dataclass(frozen=True, slots=True)
class Located:
    """A sentence with the section and paragraph it stands in."""

    place: Place
    section: Section
    paragraph: Paragraph
    first: bool
