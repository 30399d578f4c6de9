"""What a quiz came to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from studykit.cards.model import CARD_TYPES, CardType
from studykit.quiz.quiz import Answer, Quiz


@dataclass(frozen=True, slots=True)
class Score:
    """`points` of `questions`, one for each that is right; how many were what.

    `right`, `near`, `wrong` and `unanswered` add up to `questions`.
    """

    points: float
    questions: int
    right: int
    near: int
    wrong: int
    unanswered: int

    @property
    def share(self) -> float:
        """The points of all there were, 0 to 1; 0 where there was no question."""
        return self.points / self.questions if self.questions else 0.0


def score_of(quiz: Quiz) -> Score:
    """The score of the whole quiz; what was not answered gives no points."""
    return _score(quiz.answers)


def by_type(quiz: Quiz) -> dict[CardType, Score]:
    """The score for each type of question that came."""
    pairs = [*zip(quiz.questions, quiz.answers, strict=True)]
    answers = {
        kind: [answer for question, answer in pairs if question.card.type == kind]
        for kind in CARD_TYPES
    }
    return {kind: _score(own) for kind, own in answers.items() if own}


def by_section(quiz: Quiz) -> dict[str, Score]:
    """The score for each section that was asked about, in the order of the questions."""
    answers: dict[str, list[Answer | None]] = {}
    for question, answer in zip(quiz.questions, quiz.answers, strict=True):
        answers.setdefault(question.card.section, []).append(answer)
    return {section: _score(own) for section, own in answers.items()}


def _score(answers: Iterable[Answer | None]) -> Score:
    answers = [*answers]
    counts = Counter(answer.grade if answer else "unanswered" for answer in answers)
    points = sum(answer.score for answer in answers if answer)
    return Score(
        points,
        len(answers),
        counts["right"],
        counts["near"],
        counts["wrong"],
        counts["unanswered"],
    )
