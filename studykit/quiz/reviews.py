"""The answers of a quiz as reviews of their cards, each with an id that it always has.

Whoever records them twice, after a crash or on another machine, records the same.
"""

from collections.abc import Callable
from hashlib import sha256

from studykit.progress.record_ids import new_id
from studykit.quiz.quiz import Answer, Quiz
from studykit.scheduling.model import Grade
from studykit.scheduling.times import moment

# As in a review: whoever takes longer has left the table.
LONGEST_MS = 60_000


def review_of(quiz: Quiz, at: int, day_of: Callable[[str], str]) -> Grade | None:
    """The review that the answer to a question is; None where there is no answer.

    `day_of` gives the learner's day of an instant.
    """
    answer = quiz.answers[at]
    if answer is None:
        return None
    ms = min(answer.ms, LONGEST_MS)
    card = quiz.questions[at].card.id
    return Grade(_id(quiz, at, answer), answer.at, day_of(answer.at), card, answer.rating, ms)


def _id(quiz: Quiz, at: int, answer: Answer) -> str:
    name = f"{quiz.start.at} {quiz.start.seed} {at}".encode()
    return new_id(moment(answer.at), lambda size: sha256(name).digest()[:size])
