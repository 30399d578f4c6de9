from dataclasses import replace

import pytest

from studykit.progress.record_ids import is_minted
from studykit.quiz.events import Judged
from studykit.quiz.quiz import replay
from studykit.quiz.reviews import LONGEST_MS, review_of
from tests.quiz.making import AT, answered, started
from tests.terminal.samples import CHOICE, NUMERIC, QA

START = started(QA, NUMERIC, CHOICE)


def day_of(at):
    return at[:10]


def reviews(*events, start=START):
    quiz = replay(start, events)
    return [review_of(quiz, at, day_of) for at in range(len(start.questions))]


@pytest.mark.parametrize(
    ("at", "typed", "rating"),
    [(0, QA.answer, "good"), (1, "36.5", "hard"), (2, "本地", "again")],
)
def test_an_answer_is_a_review(at, typed, rating):
    found = reviews(answered(START, at, typed))
    grade = found[at]
    assert (grade.card, grade.rating, grade.ms) == (START.questions[at].card.id, rating, 4000)
    assert (grade.at, grade.day, grade.practice) == (AT, AT[:10], False)
    assert is_minted(grade.id)
    assert [one for one in found if one] == [grade]


def test_the_learners_judgement_is_what_counts():
    near = answered(START, 1, "36.5")
    assert reviews(near, Judged(AT, 1, True))[1].rating == "good"
    assert reviews(near, Judged(AT, 1, False))[1].rating == "again"


def test_a_review_always_has_the_same_id_and_no_other():
    events = [answered(START, at, "x") for at in range(3)]
    first = [one.id for one in reviews(*events)]
    assert first == [one.id for one in reviews(*events)]
    assert len({*first}) == 3
    later = replace(START, at="2026-11-25T09:31:00.000Z")
    assert {*first}.isdisjoint(one.id for one in reviews(*events, start=later))


def test_whoever_takes_longer_has_left_the_table():
    assert reviews(answered(START, 0, "x", ms=999_999))[0].ms == LONGEST_MS
