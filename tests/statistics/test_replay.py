from hypothesis import given

from studykit.scheduling.fold import fold, in_force
from studykit.scheduling.model import CardState, Grade, Mark
from studykit.statistics.replay import replay
from studykit.statistics.reviews import reviews
from tests.scheduling.making import at, day, grades, logs
from tests.statistics.making import SCHEDULER


@given(logs())
def test_the_last_states_are_those_of_the_fold(records):
    last = {step.record.card: step.after for step in replay(records, SCHEDULER)}
    assert {card: state for card, state in last.items() if state.touched} == fold(
        records, SCHEDULER
    )


@given(logs())
def test_each_step_begins_where_the_last_of_its_card_ended(records):
    states = {}
    for step in replay(records, SCHEDULER):
        card = step.record.card
        assert step.before == states.get(card, CardState(card))
        states[card] = step.after


@given(logs())
def test_every_grade_in_force_is_a_review(records):
    kept = [record for record in in_force(records) if isinstance(record, Grade)]
    found = [(one.day, one.rating, one.ms) for one in reviews(records, SCHEDULER)]
    assert found == [(grade.day, grade.rating, grade.ms) for grade in kept]


def test_what_a_review_was_is_the_phase_before_it():
    found = list(reviews(grades(["good", "good", "again", "good"]), SCHEDULER))
    assert [one.kind for one in found] == ["new", "learning", "review", "relearning"]
    assert [one.interval for one in found] == [0, 0, 7, 0]


def test_practice_is_a_kind_of_its_own_and_changes_nothing():
    practice = Grade("p", at(9000), day(9000), "a", "again", 5, True)
    *_, last = reviews([*grades(["easy"]), practice], SCHEDULER)
    assert (last.kind, last.rating, last.ms) == ("practice", "again", 5)
    step = list(replay([*grades(["easy"]), practice], SCHEDULER))[-1]
    assert step.before == step.after


def test_a_second_review_on_a_day_is_told():
    found = list(reviews(grades(["good", "good", "good"], apart=10), SCHEDULER))
    assert [one.again_today for one in found] == [False, True, True]
    apart = list(reviews(grades(["good", "good", "good"]), SCHEDULER))
    assert [one.again_today for one in apart] == [False, False, False]


def test_marks_are_steps_and_no_reviews():
    records = [Mark("m", at(0), day(0), "a", "suspend")]
    assert [step.after.suspended for step in replay(records, SCHEDULER)] == [True]
    assert list(reviews(records, SCHEDULER)) == []
