import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom import events as ev
from studykit.classroom.report import Wrong, report_of
from tests.classroom.lesson import EVENTS, LI, answered, at, homework, lesson


def of(name, report):
    return next(one for one in report.students if one.player.name == name)


def test_the_votes_on_a_question_and_what_the_discussion_changed():
    first = report_of(lesson()).questions[0]
    assert first.number == 1
    assert [(vote.answers, vote.right) for vote in first.votes] == [(3, 1), (2, 2)]
    assert first.share == pytest.approx(1 / 3)
    assert first.shift is not None
    assert (first.shift.voters, first.shift.gained, first.shift.lost) == (2, 1, 0)
    assert first.shift.gain == 1


def test_a_question_without_a_discussion_has_no_shift():
    assert [one.shift for one in report_of(lesson()).questions[1:]] == [None, None]


def test_wrong_answers_and_who_was_sure_of_them():
    choice, typed, truth = report_of(lesson()).questions
    (wrong,) = choice.wrong
    assert (wrong.count, wrong.sure) == (2, 2)
    assert choice.misconceptions == (wrong,)
    # The teacher let the other wording count.
    assert typed.wrong == (Wrong(("不知道",), 1, 0),)
    assert typed.misconceptions == ()
    assert truth.misconceptions == (Wrong(("false",), 1, 1),)


def test_misconceptions_of_all_questions_the_most_widespread_first():
    found = report_of(lesson()).misconceptions
    assert [(one.number, one.first.sure_wrong) for one in found] == [(1, 2), (3, 1)]


def test_the_hardest_questions_first():
    report = report_of(lesson())
    assert [one.number for one in report.hardest] == [1, 3, 2]
    assert report.share == pytest.approx(4 / 8)


def test_each_student():
    report = report_of(lesson())
    assert [one.player.name for one in report.students] == ["李雷", "韩梅梅", "小明"]
    li, han, guest = report.students
    assert (li.answered, li.right, li.after, li.sure_wrong, li.missed) == (2, 2, 2, 0, (3,))
    assert (han.answered, han.right, han.after, han.sure_wrong, han.missed) == (3, 2, 3, 1, (1,))
    assert (guest.answered, guest.right, guest.sure_wrong) == (2, 0, 1)
    assert guest.missed == (1, 2, 3)
    assert (li.first, guest.first) == ((1, 1, None), (None, 0, 0))
    assert (li.points, li.rank, han.rank, guest.rank) == (200, 1, 1, 3)
    assert (li.team, guest.team) == ("红队", "绿队")


def test_who_was_sent_away_is_no_student():
    assert "坏人" not in {one.player.name for one in report_of(lesson()).students}


def test_teams_by_points_for_each_of_them():
    assert report_of(lesson()).teams == ((1, "红队", 200), (2, "绿队", 100))


@pytest.mark.parametrize("events", [EVENTS[:0], EVENTS[:3]], ids=["nobody", "lobby"])
def test_before_the_first_question_there_is_nothing_to_tell(events):
    report = report_of(lesson(events))
    assert report.questions == report.hardest == report.misconceptions == ()
    assert report.share is None
    assert all(one.missed == () == one.first for one in report.students)


def test_a_question_that_nobody_answered():
    (only,) = report_of(lesson(EVENTS[:4])).questions
    assert only.share is None
    assert only.first.answers == 0
    assert report_of(lesson(EVENTS[:4])).hardest == ()


def test_homework_counts_what_nobody_came_to():
    events = [ev.Joined(at(1), LI, "李雷", "s"), ev.Asked(at(2), 0)]
    report = report_of(homework([*events, answered(LI, 0, 3, right=False, sure=True)]))
    assert [one.first.answers for one in report.questions] == [1, 0, 0, 0]
    assert of("李雷", report).missed == (1, 2, 3, 4)
    assert of("李雷", report).first == (0, None, None, None)


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.booleans(), st.sampled_from([True, False, None])),
        max_size=40,
    ),
    st.integers(1, 4),
)
def test_questions_and_students_add_up_to_the_same(answers, count):
    found = lesson([ev.Joined(at(player), player, f"p{player}", "s") for player in range(1, 6)])
    for question in range(count):
        found.apply(ev.Asked(at(10 + question), question))
        for player, right, sure in answers[question::count]:
            found.apply(answered(player, question, 10 + question, right=right, sure=sure))
        found.apply(ev.Closed(at(11 + question)))
    report = report_of(found)
    assert sum(one.first.right for one in report.questions) == sum(
        one.right for one in report.students
    )
    assert sum(one.first.answers for one in report.questions) == sum(
        one.answered for one in report.students
    )
    assert sum(one.first.sure_wrong for one in report.questions) == sum(
        one.sure_wrong for one in report.students
    )
    for one in report.students:
        assert one.right + len(one.missed) == count
        assert one.right == one.after
    for question in report.questions:
        counted = sum(wrong.sure for wrong in question.misconceptions)
        assert counted == question.first.sure_wrong
