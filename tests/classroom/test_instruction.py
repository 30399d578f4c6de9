import pytest

from studykit.classroom.instruction import shift, worth_discussing


@pytest.mark.parametrize(("right", "answers"), [(3, 10), (5, 10), (7, 10), (2, 4), (6, 20)])
def test_worth_discussing(right, answers):
    assert worth_discussing(right, answers)


@pytest.mark.parametrize(
    ("right", "answers"), [(2, 10), (8, 10), (0, 10), (10, 10), (1, 3), (0, 0)]
)
def test_not_worth_discussing(right, answers):
    assert not worth_discussing(right, answers)


def test_only_those_who_voted_twice_count():
    moved = shift(
        {1: True, 2: False, 3: False, 4: False, 5: True},
        {1: True, 2: True, 3: False, 4: True, 6: True},
    )
    assert (moved.voters, moved.right_before, moved.right_after) == (4, 1, 3)
    assert (moved.gained, moved.lost) == (2, 0)
    assert moved.gain == pytest.approx(2 / 3)


def test_a_discussion_can_lead_astray():
    moved = shift({1: True, 2: True, 3: False}, {1: True, 2: False, 3: False})
    assert (moved.gained, moved.lost, moved.gain) == (0, 1, -1.0)


def test_where_all_were_right_there_is_nothing_to_gain():
    assert shift({1: True}, {1: True}).gain is None
    assert shift({}, {}).gain is None
