import pytest

from studykit.scheduling.habits import Habits, habits_of
from studykit.scheduling.metrics import histories
from tests.scheduling.learners import grade, learned

USUAL = Habits()


def of(*grades):
    return habits_of(histories(grades))


def test_without_reviews_they_are_those_of_others():
    found = of()
    assert found.first == pytest.approx(USUAL.first)
    assert found.seconds == USUAL.seconds
    assert found.reviews == 0


@pytest.mark.parametrize("found", [USUAL, habits_of(histories(learned(20, 6)))])
def test_chances_add_up_to_one(found):
    steps = [chances for _rating, chances in found.steps]
    for chances in (found.first, found.recalled, *steps):
        assert sum(chances) == pytest.approx(1, abs=1e-3)
        assert min(chances) >= 0
    assert found.recalled[0] == 0


def test_fifty_reviews_weigh_as_much_as_those_of_others():
    easy = [grade(f"c{n}", "2026-01-01", "easy", ms=2000) for n in range(50)]
    found = of(*easy)
    assert found.reviews == 50
    assert found.first == pytest.approx((0.12, 0.047, 0.2475, 0.5855))
    assert found.seconds == pytest.approx((*USUAL.seconds[:3], (8.94 + 2) / 2))
    assert found.recalled == pytest.approx(USUAL.recalled)


def test_each_review_counts_where_it_belongs():
    found = of(
        grade("a", "2026-01-01", "hard"),
        grade("a", "2026-01-01", "easy", 1),
        grade("a", "2026-01-05", "again"),
        grade("a", "2026-01-05", "good", 1),
        grade("a", "2026-01-06", "good"),
    )
    usual = dict(USUAL.steps)
    steps = dict(found.steps)
    assert found.first[1] == pytest.approx((1 + 50 * 0.094) / 51)
    assert steps["hard"][3] == pytest.approx((1 + 50 * usual["hard"][3]) / 51, rel=1e-3)
    assert steps["again"][2] == pytest.approx((1 + 50 * usual["again"][2]) / 51, rel=1e-3)
    assert steps["good"] == pytest.approx(usual["good"], rel=1e-3)
    assert found.recalled[2] == pytest.approx((1 + 50 * 0.631) / 51)


def test_a_break_and_a_missing_time_count_for_little():
    times = [4000, 4000, 4000, 0, 1_800_000]
    found = of(*(grade(f"c{n}", "2026-01-01", "good", ms=ms) for n, ms in enumerate(times)))
    assert found.seconds[2] == pytest.approx((4 * 4 + 50 * 12.38) / 54)


def test_practice_is_no_habit():
    assert of(grade("a", "2026-01-01", "easy", ms=9, practice=True)) == of()
