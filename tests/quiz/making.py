"""A quiz of the sample cards, and answers to it."""

from studykit.cards.model import Card
from studykit.grading.judge import judge
from studykit.questions.model import Question
from studykit.quiz.events import Answered, Rules, Started
from tests.terminal.samples import ALL

AT = "2026-11-25T09:30:00.000Z"


def started(*cards: Card, **rules) -> Started:
    """A quiz of these cards, in their order, under these rules."""
    asked = tuple(map(Question.of, cards or ALL))
    return Started(AT, ("tea.yaml",), ("小镇的茶",), 7, Rules(**rules), asked)


def answered(start: Started, at: int, *typed: str, ms: int = 4000, late: bool = False) -> Answered:
    """An answer to the question with this number, as it is judged."""
    return Answered(AT, at, typed, judge(start.questions[at].card, typed), ms, late)
