from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.model import RATINGS, CardState
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_between, days_later, instant, moment
from tests.scheduling.histories import histories
from tests.scheduling.making import DAY, at, day

SCHEDULER = Scheduler(Settings(fuzz=False))
NEW = CardState("a")


def graded(*ratings, scheduler=SCHEDULER, apart=1440, start=NEW):
    return scheduler.replay(
        start, [(rating, at(n * apart), day(n * apart)) for n, rating in enumerate(ratings)]
    )


@pytest.mark.parametrize("settings", [Settings(), Settings(fuzz=False, leech_lapses=1)])
def test_one_by_one_comes_to_the_same_as_at_once(settings):
    scheduler = Scheduler(settings)
    for history in histories(200, seed=8):
        grades = [(review.rating, review.at, review.day) for review in history]
        state = NEW
        for rating, when, on in grades:
            state = scheduler.grade(state, rating, when, on)
        assert state == scheduler.replay(NEW, grades)


@pytest.mark.parametrize("settings", [Settings(), Settings(fuzz=False, maximum_interval=30)])
def test_the_course_of_a_card_is_what_grading_gives_in_turn(settings):
    scheduler = Scheduler(settings)
    for history in histories(200, seed=9):
        course = list(scheduler.course("a", [(one.rating, one.day) for one in history]))
        assert len(course) == len(history)
        state = NEW
        for review, step in zip(history, course, strict=True):
            before = state.phase
            state = scheduler.grade(state, review.rating, review.at, review.day)
            assert (step.before, step.phase) == (before, state.phase)
            assert step.difficulty == state.difficulty
            if state.phase == "review":
                assert days_later(review.day, step.wait.days) == state.due
            else:
                assert instant(moment(review.at) + step.wait) == state.due


@pytest.mark.parametrize(
    ("ratings", "phase", "step", "due"),
    [
        (["again"], "learning", 0, at(1)),
        (["hard"], "learning", 0, at(5.5)),
        (["good"], "learning", 1, at(10)),
        (["easy"], "review", 0, "2026-12-03"),
    ],
)
def test_the_first_grade(ratings, phase, step, due):
    state = graded(*ratings)
    assert (state.phase, state.step, state.due) == (phase, step, due)
    assert (state.first, state.day, state.at, state.touched) == (DAY, DAY, at(0), at(0))
    assert (state.reps, state.lapses) == (1, 0)


def test_steps_lead_to_review_and_a_lapse_to_relearning():
    known = graded("good", "good", apart=10)
    assert (known.phase, known.due > DAY, len(known.due)) == ("review", True, len(DAY))
    lapsed = SCHEDULER.grade(known, "again", at(9999), day(9999))
    assert (lapsed.phase, lapsed.due, lapsed.lapses) == ("relearning", at(10009), 1)
    assert SCHEDULER.grade(lapsed, "good", at(10009), day(10009)).phase == "review"


@pytest.mark.parametrize("ratings", [["again"] * 9, ["easy", "hard"], ["good", "again", "again"]])
def test_forgetting_what_was_not_yet_learned_is_no_lapse(ratings):
    assert graded(*ratings, apart=1).lapses == 0


@pytest.mark.parametrize("action", ["suspend", "flag"])
def test_a_leech_is_dealt_with_as_asked(action):
    scheduler = Scheduler(Settings(leech_lapses=2, leech_action=action))
    twice = graded("easy", "again", "easy", "again", scheduler=scheduler)
    assert (twice.suspended, twice.flagged) == (action == "suspend", action == "flag")
    once = graded("easy", "again", "easy", scheduler=scheduler)
    assert (once.suspended, once.flagged) == (False, False)
    never = graded(*["easy", "again"] * 20, scheduler=Scheduler(Settings(leech_lapses=0)))
    assert (never.lapses, never.suspended) == (20, False)


def test_a_night_makes_a_day():
    """Ten hours, but not the same day: the interval is counted as one day."""
    evening, morning = "2026-11-25T22:00:00.000Z", "2026-11-26T08:00:00.000Z"
    start = [("easy", evening, "2026-11-25")]
    overnight = SCHEDULER.replay(NEW, [*start, ("good", morning, "2026-11-26")])
    same_day = SCHEDULER.replay(NEW, [*start, ("good", morning, "2026-11-25")])
    assert overnight.stability > same_day.stability


def test_the_hour_of_a_review_changes_no_day():
    late = SCHEDULER.grade(NEW, "easy", f"{DAY}T23:59:59.999Z", DAY)
    early = SCHEDULER.grade(NEW, "easy", f"{DAY}T00:00:00.000Z", DAY)
    assert late.due == early.due == "2026-12-03"


def test_a_day_that_went_back_counts_as_the_same_day():
    """After a journey west, or with a clock that was set back."""
    known = graded("easy")
    back = SCHEDULER.grade(known, "good", at(1), days_later(DAY, -1))
    assert back.stability == SCHEDULER.grade(known, "good", at(1), DAY).stability


def test_no_interval_is_longer_than_the_longest():
    scheduler = Scheduler(Settings(maximum_interval=30))
    state = graded(*["easy"] * 20, scheduler=scheduler)
    assert 1 <= days_between(state.day, state.due) <= 30


def test_the_preview_is_what_grading_gives_and_changes_nothing():
    known = graded("easy")
    previewed = SCHEDULER.preview(known, at(9999), day(9999))
    assert tuple(previewed) == RATINGS
    assert previewed == {
        rating: SCHEDULER.grade(known, rating, at(9999), day(9999)) for rating in RATINGS
    }
    assert known == graded("easy")


@given(st.sampled_from(histories(50)), st.integers(0, 4000), st.integers(1, 400))
def test_retrievability_falls_from_one(history, days, more):
    state = SCHEDULER.replay(NEW, [(one.rating, one.at, one.day) for one in history])
    at_once, then, later = (
        SCHEDULER.retrievability(state, days_later(state.day, n)) for n in (0, days, days + more)
    )
    assert at_once == 1 >= then > later > 0


def test_retrievability_is_what_is_desired_when_stability_has_passed():
    state = replace(graded("easy"), stability=40.0)
    assert SCHEDULER.retrievability(state, days_later(state.day, 40)) == pytest.approx(0.9)
    assert SCHEDULER.retrievability(NEW, DAY) == 0


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.95])
def test_a_card_is_due_when_recall_has_fallen_to_what_is_desired(retention):
    scheduler = Scheduler(Settings(fuzz=False, desired_retention=retention))
    state = graded("easy", "easy", "easy", apart=20000, scheduler=scheduler)
    before, after = (
        scheduler.retrievability(state, days_later(state.due, days)) for days in (-1, 1)
    )
    assert after < retention < before


@pytest.mark.parametrize("mark", [{"suspended": True}, {"flagged": True}, {"buried": DAY}])
def test_marks_stay(mark):
    marked = replace(graded("easy"), **mark)
    after = SCHEDULER.grade(marked, "good", at(9999), day(9999))
    assert {name: getattr(after, name) for name in mark} == mark
