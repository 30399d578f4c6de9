from dataclasses import replace

import pytest

from studykit.quiz.events import Ended
from studykit.quiz.quiz import replay
from studykit.terminal.quiz.history import print_history
from tests.quiz.making import AT, answered, started
from tests.terminal.samples import CHOICE, NUMERIC, memory_console, written


def past(*typed, day=20, over=True):
    start = replace(started(NUMERIC, CHOICE), at=f"2026-11-{day}T09:30:00.000Z")
    events = [answered(start, at, word) for at, word in enumerate(typed)]
    return replay(start, [*events, *([Ended(AT, "done")] if over else [])])


def shown(*quizzes, width=80):
    console = memory_console(width)
    print_history(console, "[li]", quizzes)
    return written(console)


QUIZZES = (past("36.5", "邻省"), past("36.5吨", "邻省", day=21), past("36.5", day=22, over=False))


@pytest.mark.parametrize("width", [80, 120])
def test_a_line_for_each_quiz(width):
    text = shown(*QUIZZES, width=width)
    assert "[li] · 3 quizzes" in text
    rows = [line.split() for line in text.splitlines() if "小镇的茶" in line]
    assert [row[0] for row in rows] == ["2026-11-20", "2026-11-21", "2026-11-22"]
    assert [row[3:-2] for row in rows] == [
        ["1.5/2", "75%", "1", "1"],
        ["2/2", "100%", "2"],
        ["0.5/2", "not", "over", "1"],
    ]
    assert all(len(line) <= width for line in text.splitlines())


def test_the_scores_are_drawn_once_there_are_two():
    assert "Points of 100" in shown(*QUIZZES)
    assert "  100 " in shown(QUIZZES[0], past("36.5", "本地"))
    assert " 11-20" in shown(*QUIZZES).split("Points of 100")[1]
    assert "Points of 100" not in shown(QUIZZES[0], QUIZZES[2])


def test_no_quiz_yet():
    assert "studykit quiz DECK" in shown()
    assert "0 quizzes" in shown()
