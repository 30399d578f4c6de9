import pytest

from studykit.classroom import events as ev
from studykit.classroom.scores import missed, scores, were_put
from tests.classroom.lesson import EVENTS, GUEST, HAN, LI, answered, at, homework, lesson


def test_scores_are_as_they_were_marked():
    assert scores(lesson(), (1, 1)) == {LI: 1, HAN: 1, GUEST: 0}


def test_what_nobody_was_shown_is_scored_as_well():
    found = lesson()
    assert (2, 1) not in found.marks
    assert scores(found, (2, 1)) == {HAN: 1, GUEST: 0}


def test_a_vote_that_was_not_held_has_no_scores():
    assert scores(lesson(), (3, 1)) == {}


def test_missed_is_what_was_not_known_at_first_or_not_answered():
    assert missed(lesson()) == {LI: (2,), HAN: (0,), GUEST: (0, 1, 2)}


@pytest.mark.parametrize(("first", "want"), [(0, ()), (3, ()), (4, (0,)), (len(EVENTS), (0, 1, 2))])
def test_which_questions_were_put(first, want):
    assert were_put(lesson(EVENTS[:first])) == want


def test_homework_puts_all_questions_at_once():
    events = [ev.Joined(at(1), LI, "李雷", "s")]
    assert were_put(homework(events)) == ()
    events += [ev.Asked(at(2), 0), answered(LI, 0, 3, right=True)]
    found = homework(events)
    assert were_put(found) == (0, 1, 2, 3)
    assert missed(found) == {LI: (1, 2, 3)}
