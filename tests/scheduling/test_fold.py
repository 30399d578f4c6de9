import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.fold import after, distinct, fold, in_force
from studykit.scheduling.model import CardState, Grade, Mark, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from tests.scheduling.making import DAY, at, grades, logs

SCHEDULER = Scheduler(Settings(leech_lapses=2))
GRADE = Grade("g", at(0), DAY, "a", "good")


def folded(*records):
    return fold(records, SCHEDULER)


@given(logs(), st.randoms(use_true_random=False))
def test_neither_order_nor_doubling_matters(records, rng):
    shuffled = [*records, *rng.choices(records, k=len(records))] if records else []
    rng.shuffle(shuffled)
    assert fold(shuffled, SCHEDULER) == fold(records, SCHEDULER)


@given(logs(), logs(), st.integers(0, 99))
def test_two_logs_join_to_the_same_in_either_order(mine, theirs, seed):
    theirs = [one._replace(id="t" + one.id) for one in theirs]
    joined = [*mine, *theirs]
    random.Random(seed).shuffle(joined)
    assert fold([*theirs, *mine], SCHEDULER) == fold(joined, SCHEDULER)


@given(logs(), st.lists(st.sampled_from(["again", "good", "easy"]), min_size=30, max_size=40))
def test_the_last_steps_undone_are_as_if_never_done(before, ratings):
    before = [one for one in before if not isinstance(one, Undo)]
    steps = [one._replace(id=f"s{n:02}") for n, one in enumerate(grades(ratings, "b"))]
    undone = [Undo(f"u{one.id}", "2030-01-01T00:00:00.000Z", DAY, one.id) for one in steps]
    assert fold([*before, *steps, *reversed(undone)], SCHEDULER) == fold(before, SCHEDULER)


@given(logs(), st.integers(0, 30))
def test_states_moved_on_are_those_of_the_whole(records, cut):
    records = in_force(records)
    moved = dict(fold(records[:cut], SCHEDULER))
    for card in "abc":
        own = [one for one in records[cut:] if one.card == card]
        moved[card] = after(moved.get(card, CardState(card)), own, SCHEDULER)
    assert {card: one for card, one in moved.items() if one.touched} == fold(records, SCHEDULER)


@given(logs())
def test_practice_changes_nothing(records):
    practice = [one for one in records if isinstance(one, Grade) and one.practice]
    rest = [one for one in records if one not in practice]
    assert fold(records, SCHEDULER) == fold(rest, SCHEDULER)


@pytest.mark.parametrize(
    ("deeds", "expected"),
    [
        (["suspend"], {"suspended": True}),
        (["suspend", "unsuspend"], {}),
        (["bury"], {"buried": DAY}),
        (["bury", "unbury"], {}),
        (["flag"], {"flagged": True}),
        (["flag", "unflag"], {}),
        (["suspend", "flag", "bury"], {"suspended": True, "flagged": True, "buried": DAY}),
        (["unsuspend", "unbury", "unflag"], {}),
        (["suspend", "suspend", "unsuspend"], {}),
    ],
)
def test_marks(deeds, expected):
    marks = [Mark(f"m{n}", at(n), DAY, "a", deed) for n, deed in enumerate(deeds)]
    touched = at(len(deeds) - 1)
    assert folded(*marks) == {"a": replace(CardState("a", touched=touched), **expected)}


@pytest.mark.parametrize("deed", ["suspend", "bury", "flag"])
def test_a_mark_moves_no_schedule(deed):
    with_mark = folded(GRADE, Mark("m", at(3), DAY, "a", deed))["a"]
    assert (with_mark.due, with_mark.reps, with_mark.at) == (
        folded(GRADE)["a"].due, 1, GRADE.at,
    )  # fmt: skip


def test_a_leech_is_suspended_until_it_is_taken_back():
    ratings = ["easy", "again", "easy", "again"]
    leech = grades(ratings)
    assert folded(*leech[:-1])["a"].suspended is False
    assert folded(*leech)["a"].suspended is True
    assert folded(*leech, Mark("m", at(9999), DAY, "a", "unsuspend"))["a"].suspended is False
    assert folded(*leech, Undo("u", at(9999), DAY, leech[-1].id))["a"].suspended is False


@pytest.mark.parametrize(
    "others",
    [
        [],
        [GRADE],
        [Undo("u", at(1), DAY, "nothing")],
        [Undo("u", at(1), DAY, "u")],
        [Grade("p", at(1), DAY, "a", "again", practice=True)],
        [Grade("h", at(1), DAY, "a", "again"), Undo("u", at(2), DAY, "h")],
        # Taken back before it was done, by a clock that was wrong.
        [Grade("h", at(1), DAY, "a", "again"), Undo("u", at(-9), DAY, "h")],
        [Mark("m", at(1), DAY, "a", "suspend"), Undo("u", at(2), DAY, "m")],
        [Grade("p", at(1), DAY, "b", "again", practice=True)],
    ],
)
def test_what_changes_nothing(others):
    assert folded(GRADE, *others) == folded(GRADE)


def test_an_undo_cannot_be_undone():
    undo = Undo("u", at(1), DAY, "g")
    assert folded(GRADE, undo, Undo("v", at(2), DAY, "u")) == {}


def test_one_of_two_that_differ_under_one_id_counts_whatever_the_order():
    other = GRADE._replace(rating="again")
    third = GRADE._replace(card="b")
    assert len({repr(distinct(order)) for order in (
        (GRADE, other, third), (third, other, GRADE), (other, third, GRADE),
    )}) == 1  # fmt: skip


def test_records_of_one_instant_are_in_the_order_of_their_ids():
    first, second = GRADE, Grade("h", GRADE.at, DAY, "a", "easy")
    assert in_force([second, first]) == [first, second]
