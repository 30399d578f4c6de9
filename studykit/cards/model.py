"""What a card is; the same value in the generator, the deck file and the review."""

from dataclasses import dataclass
from typing import Literal

from studykit.article.span import Span

CardType = Literal["qa", "numeric", "cloze", "choice", "truefalse", "list"]
CARD_TYPES: tuple[CardType, ...] = ("qa", "numeric", "cloze", "choice", "truefalse", "list")
BLANK = "____"
# They are called by the letters from A to Z.
MOST_OPTIONS = 26


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `answer` is a string; a tuple for cloze and list; a bool for truefalse.

    `quotes` and `spans` run beside each other. `fact` groups siblings. `id` is
    empty until the deck mints it. `derived` says how an answer that does not
    stand in the quote was computed or compared; empty otherwise. `gone` marks
    a card that the article no longer gives.
    """

    type: CardType
    prompt: str
    answer: str | bool | tuple[str, ...]
    quotes: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    section: str = ""
    fact: str = ""
    options: tuple[str, ...] = ()
    ordered: bool = False
    derived: str = ""
    accept: tuple[str, ...] = ()
    explanation: str = ""
    tags: tuple[str, ...] = ()
    id: str = ""
    gone: bool = False

    @property
    def answers(self) -> tuple[str, ...]:
        """The answer as a tuple of strings; empty for truefalse."""
        if isinstance(self.answer, bool):
            return ()
        return (self.answer,) if isinstance(self.answer, str) else self.answer
