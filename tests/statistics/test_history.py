import pytest
from hypothesis import given

from studykit.scheduling.fold import fold
from studykit.scheduling.model import CardState, Grade, Mark, Undo
from studykit.statistics.history import history, wait_of
from tests.scheduling.making import at, day, grades, logs, state
from tests.statistics.making import SCHEDULER


def told(records, card="a"):
    return history(card, "茶园有多大？", records, SCHEDULER)


def test_every_grade_says_what_it_changed():
    first, second, third = told(grades(["good", "good", "again"])).events
    assert (first.day, first.rating, first.phase) == (day(0), "good", "learning")
    assert first.wait == pytest.approx(600 / 86400)
    assert first.retrievability is None
    assert (second.phase, second.wait) == ("review", round(second.stability))
    assert 0 < second.retrievability < 1
    assert third.phase == "relearning"
    assert third.stability < second.stability
    assert third.difficulty > second.difficulty


def test_what_was_undone_is_marked_and_counts_for_nothing():
    records = [*grades(["good", "again", "good"]), Undo("u", at(5000), day(5000), "a001")]
    events = told(records).events
    assert [event.undone for event in events] == [False, True, False]
    assert (events[1].rating, events[1].stability, events[1].wait) == ("again", None, None)
    kept = [events[0], events[2]]
    assert kept == list(told([records[0], records[2]]).events)


def test_marks_and_practice_are_told():
    records = [
        *grades(["easy"]),
        Mark("m", at(20), day(20), "a", "suspend"),
        Grade("p", at(1500), day(1500), "a", "again", 800, True),
    ]
    graded, mark, practice = told(records).events
    assert (mark.deed, mark.rating, mark.ms, mark.retrievability) == ("suspend", None, None, None)
    assert (practice.practice, practice.ms) == (True, 800)
    assert practice.stability == graded.stability
    assert told(records).state.suspended


def test_a_card_without_records():
    found = told(grades(["good"], "b"))
    assert (found.events, found.state) == ((), CardState("a"))


def test_a_record_that_came_twice_is_told_once():
    records = grades(["good", "good"])
    assert told([*records, *records]) == told(records)


@pytest.mark.parametrize(
    ("one", "want"),
    [
        (CardState("a"), None),
        (state("a", due=3, seen=-5), 8),
        (CardState("a", "learning", due=at(10), at=at(0)), 10 / 1440),
    ],
)
def test_waits(one, want):
    assert wait_of(one) == pytest.approx(want)


@given(logs())
def test_the_state_is_that_of_the_fold(records):
    states = fold(records, SCHEDULER)
    for card in "abc":
        found = told(records, card)
        assert found.state == states.get(card, CardState(card))
        own = {one.id for one in records if not isinstance(one, Undo) and one.card == card}
        assert len(found.events) == len(own)
