import pytest

from studykit.quiz.events import Judged
from studykit.quiz.quiz import begun, replay
from studykit.quiz.score import Score, by_section, by_type, score_of
from tests.quiz.making import AT, answered, started
from tests.terminal.samples import ALL, CHOICE, LIST, NUMERIC, QA

START = started(*ALL)


def test_parts_give_credit_and_what_is_left_gives_none():
    quiz = replay(
        START,
        [
            answered(START, 0, QA.answer),
            answered(START, 1, "36.5"),
            answered(START, 2, "绿茶", "红茶"),
            answered(START, 3, "本地"),
        ],
    )
    score = score_of(quiz)
    assert score == Score(2.0, 6, right=1, near=2, wrong=1, unanswered=2)
    assert score.share == pytest.approx(1 / 3)


def test_a_list_gives_credit_for_each_item():
    start = started(LIST)
    quiz = replay(start, [answered(start, 0, "采摘", "杀青")])
    assert score_of(quiz).points == pytest.approx(2 / 3)
    assert score_of(quiz).near == 1


def test_own_judgements_change_the_score():
    quiz = replay(START, [answered(START, 1, "36.5"), Judged(AT, 1, True)])
    assert score_of(quiz) == Score(1.0, 6, 1, 0, 0, 5)


def test_scores_by_type_and_section_add_up():
    start = started(NUMERIC, CHOICE, QA)
    quiz = replay(start, [answered(start, 0, NUMERIC.answer), answered(start, 1, "本地")])
    assert {kind: (one.points, one.questions) for kind, one in by_type(quiz).items()} == {
        "qa": (0, 1),
        "numeric": (1, 1),
        "choice": (0, 1),
    }
    assert {name: (one.points, one.questions) for name, one in by_section(quiz).items()} == {
        "茶园的一年": (1, 2),
        "市场": (0, 1),
    }


def test_no_answer_no_points():
    assert score_of(begun(START)) == Score(0, 6, 0, 0, 0, 6)
    assert Score(0, 0, 0, 0, 0, 0).share == 0
