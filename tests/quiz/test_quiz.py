from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.questions.model import Question
from studykit.quiz.events import Answered, Ended, Judged, Left
from studykit.quiz.quiz import after, begun, replay, with_cards
from tests.quiz.making import AT, answered, started
from tests.terminal.samples import ALL, CHOICE, CLOZE, NUMERIC, QA, TRUEFALSE

START = started(QA, NUMERIC, CHOICE)
RIGHT = answered(START, 0, QA.answer)
NEAR = answered(START, 1, "36.5")
WRONG = answered(START, 2, "本地")


def test_questions_come_one_after_another():
    quiz = begun(START)
    for at, event in enumerate((RIGHT, NEAR, WRONG)):
        assert (quiz.at, quiz.done, quiz.current) == (at, at, START.questions[at])
        quiz = after(quiz, event)
    assert (quiz.at, quiz.done, quiz.current) == (3, 3, None)
    assert [answer.grade for answer in quiz.answers] == ["right", "near", "wrong"]
    assert [answer.rating for answer in quiz.answers] == ["good", "hard", "again"]
    assert quiz.spent == 12000
    assert quiz.missed == (1, 2)


@pytest.mark.parametrize(
    ("event", "right", "grade", "score", "rating"),
    [
        (NEAR, True, "right", 1.0, "good"),
        (NEAR, False, "wrong", 0.0, "again"),
        (WRONG, True, "right", 1.0, "good"),
        (WRONG, False, "wrong", 0.0, "again"),
    ],
)
def test_the_learners_own_judgement_counts(event, right, grade, score, rating):
    quiz = replay(START, [event, Judged(AT, event.question, right)])
    answer = quiz.answers[event.question]
    assert (answer.grade, answer.score, answer.rating) == (grade, score, rating)
    assert answer.verdict == event.verdict


@pytest.mark.parametrize(
    "event",
    [
        answered(START, 0, "别的"),  # a second answer
        Judged(AT, 0, False),  # of what was right
        Judged(AT, 2, True),  # of what was not answered
        Judged(AT, -1, True),
        Judged(AT, 3, True),
        replace(WRONG, question=3),
        replace(WRONG, question=-1),
    ],
)
def test_what_cannot_have_happened_changes_nothing(event):
    quiz = replay(START, [RIGHT])
    assert after(quiz, event) == quiz


def test_a_lost_answer_is_asked_for_again():
    quiz = replay(START, [NEAR, WRONG])
    assert quiz.current == START.questions[0]
    assert after(quiz, RIGHT).current is None


@pytest.mark.parametrize("why", ["done", "time", "given up"])
def test_nothing_is_taken_after_the_end(why):
    quiz = replay(START, [RIGHT, Ended(AT, why)])
    assert (quiz.ended, quiz.current) == (why, None)
    for event in (NEAR, Judged(AT, 0, True), Left(AT, 5), Ended(AT, "done")):
        assert after(quiz, event) == quiz


@pytest.mark.parametrize(
    ("rules", "shown", "left"),
    [
        ({}, 99_000, None),
        ({"whole": 60}, 0, 56_000),
        ({"whole": 60}, 50_000, 6_000),
        ({"whole": 60}, 90_000, 0),
        ({"each": 10}, 0, 10_000),
        ({"each": 10}, 9_999, 1),
        ({"each": 10}, 11_000, 0),
        ({"whole": 60, "each": 10}, 0, 10_000),
        ({"whole": 12, "each": 10}, 0, 8_000),
    ],
)
def test_the_time_that_is_left(rules, shown, left):
    quiz = replay(started(QA, NUMERIC, **rules), [RIGHT])
    assert quiz.left(shown) == left


def test_time_spent_before_leaving_counts():
    quiz = replay(started(QA, NUMERIC, whole=60, each=10), [RIGHT, Left(AT, 3000), Left(AT, 1000)])
    assert (quiz.spent, quiz.left(0)) == (8000, 6000)
    quiz = after(quiz, NEAR)
    assert (quiz.answers[1].ms, quiz.before, quiz.spent) == (8000, 0, 12000)


def test_without_time_nothing_more_is_asked():
    quiz = replay(started(QA, NUMERIC, CHOICE, whole=6), [RIGHT])
    assert not quiz.out_of_time
    quiz = after(quiz, NEAR)
    assert quiz.out_of_time
    assert quiz.current is None
    assert quiz.missed == (1, 2)


def test_the_time_of_one_question_ends_no_quiz():
    quiz = replay(started(QA, NUMERIC, each=5), [Left(AT, 6000)])
    assert quiz.left(0) == 0
    assert quiz.current == quiz.questions[0]


def test_cards_are_taken_from_the_deck_as_it_is_now():
    order = (3, 1, 0, 2)
    asked = tuple(Question.of(replace(card, quotes=()), order if card.options else ())
                  for card in (CHOICE, QA, CLOZE, TRUEFALSE))  # fmt: skip
    start = replace(START, questions=asked)
    reworded = replace(QA, prompt="现在怎么问？")
    fresh = with_cards(
        start,
        {CHOICE.id: CHOICE, QA.id: reworded, TRUEFALSE.id: replace(QA, id=TRUEFALSE.id)},
    )
    assert fresh.questions == (Question.of(CHOICE, order), Question.of(reworded), *asked[2:])


@st.composite
def histories(draw):
    start = started(*ALL, whole=draw(st.sampled_from([0, 20])), each=draw(st.sampled_from([0, 5])))
    numbers = st.integers(0, len(ALL))
    words = st.sampled_from(["", "36.5吨", "36.5", "邻省", "false", "采摘", "绿茶"])

    def reply(at, typed, ms):
        card = min(at, len(ALL) - 1)
        return replace(answered(start, card, *typed, ms=ms), question=at)

    events = st.one_of(
        st.builds(reply, numbers, st.lists(words, max_size=3), st.integers(0, 9000)),
        st.builds(Judged, st.just(AT), numbers, st.booleans()),
        st.builds(Left, st.just(AT), st.integers(0, 9000)),
        st.builds(Ended, st.just(AT), st.sampled_from(["done", "time", "given up"])),
    )
    return start, draw(st.lists(events, max_size=15))


@given(histories())
def test_whatever_happens_answers_stay_and_points_come_only_by_events(history):
    start, events = history
    quiz = begun(start)
    for event in events:
        before, quiz = quiz, after(quiz, event)
        assert quiz.done - before.done in (0, 1)
        assert quiz.done == before.done or isinstance(event, Answered)
        for old, new in zip(before.answers, quiz.answers, strict=True):
            if old and old != new:
                assert isinstance(event, Judged)
                assert new == replace(old, own=event.right)
        assert quiz.spent >= before.spent
        assert (quiz.current is None) == bool(
            quiz.ended or quiz.done == len(ALL) or quiz.out_of_time
        )
    assert replay(start, events) == quiz
