"""A quiz as a value: where it stands after the events so far.

No clock, no files, no screen: a front end shows `current`, keeps an event, and
goes on with what `after` makes of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from studykit.cards.model import Card
from studykit.grading.verdict import POINTS, Grade, Rating, Verdict, propose
from studykit.questions.model import Question
from studykit.quiz.events import Answered, Ended, Event, Judged, Left, Rules, Started, Why


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and what was made of it; `own` is the learner's judgement where they gave one."""

    at: str
    typed: tuple[str, ...]
    verdict: Verdict
    ms: int
    late: bool = False
    own: bool | None = None

    @property
    def grade(self) -> Grade:
        """Right, near or wrong; the learner's own judgement counts."""
        return self.verdict.grade if self.own is None else ("right" if self.own else "wrong")

    @property
    def score(self) -> float:
        """From 0 to 1, with credit for parts; the learner's own judgement counts."""
        return self.verdict.score if self.own is None else POINTS[self.grade]

    @property
    def rating(self) -> Rating:
        """What the answer says of the card as a review."""
        return propose(replace(self.verdict, grade=self.grade))


@dataclass(frozen=True, slots=True)
class Quiz:
    """Where a quiz stands: an answer, or None, for each question.

    `before` is for how many milliseconds the current question had been shown when
    the learner last left; `ended` says why it is over, once it is.
    """

    start: Started
    answers: tuple[Answer | None, ...]
    before: int = 0
    ended: Why | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, in their order."""
        return self.start.questions

    @property
    def rules(self) -> Rules:
        """How it is held."""
        return self.start.rules

    @property
    def at(self) -> int:
        """The number, from 0, of the question to be answered; how many there are if none is."""
        unanswered = (at for at, answer in enumerate(self.answers) if answer is None)
        return next(unanswered, len(self.answers))

    @property
    def current(self) -> Question | None:
        """The question to be answered; None where all are, or no time is left."""
        if self.ended or self.at == len(self.questions) or self.out_of_time:
            return None
        return self.questions[self.at]

    @property
    def done(self) -> int:
        """How many questions are answered."""
        return sum(answer is not None for answer in self.answers)

    @property
    def spent(self) -> int:
        """The milliseconds for which questions were shown, until they were answered."""
        return self.before + sum(answer.ms for answer in self.answers if answer)

    @property
    def out_of_time(self) -> bool:
        """Whether the time for the whole quiz is over."""
        return self.ends_in(0)

    def ends_in(self, ms: int) -> bool:
        """Whether the time for the whole quiz is over once the question was shown for `ms` more."""
        return bool(self.rules.whole) and self.spent + ms >= self.rules.whole * 1000

    def left(self, ms: int) -> int | None:
        """Milliseconds left for the current question once it has been shown for `ms` since.

        0 where time is over, None where there is no limit.
        """
        limits = []
        if self.rules.whole:
            limits.append(self.rules.whole * 1000 - self.spent - ms)
        if self.rules.each:
            limits.append(self.rules.each * 1000 - self.before - ms)
        return max(0, min(limits)) if limits else None

    @property
    def missed(self) -> tuple[int, ...]:
        """The numbers, from 0, of questions that were not answered or not quite right."""
        return tuple(
            at for at, answer in enumerate(self.answers) if not answer or answer.grade != "right"
        )


def begun(start: Started) -> Quiz:
    """A quiz at its beginning."""
    return Quiz(start, (None,) * len(start.questions))


def after(quiz: Quiz, event: Event) -> Quiz:
    """The quiz after something happened; itself where that cannot have happened.

    The first answer to a question counts, and nothing is taken after the end.
    """
    if quiz.ended:
        return quiz
    match event:
        case Answered():
            if not 0 <= event.question < len(quiz.answers) or quiz.answers[event.question]:
                return quiz
            before = quiz.before if event.question == quiz.at else 0
            answer = Answer(event.at, event.typed, event.verdict, before + event.ms, event.late)
            rest = quiz.before - before
            return replace(quiz, answers=_put(quiz.answers, event.question, answer), before=rest)
        case Judged():
            known = 0 <= event.question < len(quiz.answers)
            judged = quiz.answers[event.question] if known else None
            if judged is None or judged.verdict.grade == "right":
                return quiz
            answer = replace(judged, own=event.right)
            return replace(quiz, answers=_put(quiz.answers, event.question, answer))
        case Left():
            return replace(quiz, before=quiz.before + event.ms)
        case Ended():
            return replace(quiz, ended=event.why)
    assert_never(event)


def replay(start: Started, events: Iterable[Event]) -> Quiz:
    """The quiz after all that happened."""
    quiz = begun(start)
    for event in events:
        quiz = after(quiz, event)
    return quiz


def with_cards(start: Started, cards: Mapping[str, Card]) -> Started:
    """A quiz whose questions are these cards by their ids, with all that a deck says of them.

    A question whose card is not there, or is of another type now, stays as it was kept.
    """

    def fresh(kept: Question) -> Question:
        card = cards.get(kept.card.id)
        if card is None or card.type != kept.card.type:
            return kept
        return Question.of(card, kept.order)

    return replace(start, questions=tuple(map(fresh, start.questions)))


def _put(answers: tuple[Answer | None, ...], at: int, answer: Answer) -> tuple[Answer | None, ...]:
    return (*answers[:at], answer, *answers[at + 1 :])
