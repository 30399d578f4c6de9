"""What happens in a quiz: these are kept, and the quiz is a fold over them (`quiz.quiz`)."""

from dataclasses import dataclass
from typing import Literal

from studykit.grading.verdict import Verdict
from studykit.questions.model import Question

Why = Literal["done", "time", "given up"]
"""Why a quiz is over: all answered, no time left, or the learner began another."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a quiz is held.

    `whole` and `each` are the most seconds for all questions and for each one, 0 for no
    limit. In an `exam` answers are told only at the end. With `record` every answer
    is a review of its card.
    """

    whole: int = 0
    each: int = 0
    exam: bool = False
    record: bool = False


PRACTICE = Rules()
"""No clock, every answer told at once, and nothing recorded."""


@dataclass(frozen=True, slots=True)
class Started:
    """A quiz begins: from which decks (their paths and titles), by which seed, with what."""

    at: str
    decks: tuple[str, ...]
    titles: tuple[str, ...]
    seed: int
    rules: Rules
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question, from 0, was answered in so many milliseconds since it was last shown.

    `typed` has the blanks or items, the option, or "true" or "false"; nothing where the
    learner did not know. `late` where time ran out and what was there was taken.
    """

    at: str
    question: int
    typed: tuple[str, ...]
    verdict: Verdict
    ms: int
    late: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """The learner's own judgement of an answer that was not found right."""

    at: str
    question: int
    right: bool


@dataclass(frozen=True, slots=True)
class Left:
    """The learner left in the middle of a question, which had been shown for `ms`."""

    at: str
    ms: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The quiz is over and everything that follows from it is done."""

    at: str
    why: Why


Event = Answered | Judged | Left | Ended
