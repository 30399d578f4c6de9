"""A test as it is set: which card stands where, in each of its versions."""

from dataclasses import dataclass

from studykit.cards.model import CardType
from studykit.questions.model import Question


@dataclass(frozen=True, slots=True)
class Item:
    """One question, its number in the test (from 1) and its points."""

    number: int
    question: Question
    points: int


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one type, at least one."""

    kind: CardType
    items: tuple[Item, ...]

    @property
    def points(self) -> int:
        """What all its questions are worth."""
        return sum(item.points for item in self.items)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a test; `version` is empty where there is only one."""

    title: str
    language: str
    version: str
    parts: tuple[Part, ...]

    @property
    def points(self) -> int:
        """What the whole test is worth."""
        return sum(part.points for part in self.parts)
