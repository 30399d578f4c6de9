"""Our scheduler against py-fsrs and against Anki's own, on a thousand random histories.

py-fsrs: stability and difficulty to the last bit, and phase, step and due time.
It is given the raw instants, of histories in which spans of 24 hours and days agree.

Anki: stability and difficulty after the history, and after each rating that may
come next, to 1e-5 (it counts in single precision); phase and due time after
each rating. Anki also keeps the days of hard, good and easy apart
(rslib/src/scheduler/states, review.rs and learning.rs): each is at least a day
longer than the one before. py-fsrs and we do not, so that a due day
depends on stability and retention alone; here the rule is laid on top of our days.
"""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import fsrs
import pytest

from studykit.scheduling.model import RATINGS, CardState
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_between, days_later, moment
from tests.scheduling.anki_backend import DAYS_AFTER, anki
from tests.scheduling.histories import histories

HISTORIES = histories()
# Single precision over a dozen reviews; of stabilities near zero, a tenth of a second.
CLOSE = {"rel": 1e-5, "abs": 1e-6}
PLAIN = Settings(fuzz=False)
# Fitted to no one: the defaults, each a little off.
_PARAMETERS = tuple(
    round(value * (1 + random.Random(number).uniform(-0.1, 0.1)), 4)
    for number, value in enumerate(fsrs.scheduler.DEFAULT_PARAMETERS)
)
OWN = replace(
    PLAIN,
    desired_retention=0.83,
    parameters=_PARAMETERS,
    learning_steps=(60, 600, 3600),
    relearning_steps=(300, 1200),
    maximum_interval=200,
)
ONE_STEP = replace(PLAIN, learning_steps=(120,), relearning_steps=())
NO_STEPS = replace(PLAIN, learning_steps=(), relearning_steps=(), desired_retention=0.95)


def ours(settings, history):
    grades = [(review.rating, review.at, review.day) for review in history]
    return Scheduler(settings).replay(CardState("card"), grades)


def py_fsrs(settings, history):
    options = {"parameters": settings.parameters} if settings.parameters else {}
    scheduler = fsrs.Scheduler(
        **options,
        desired_retention=settings.desired_retention,
        learning_steps=[timedelta(seconds=step) for step in settings.learning_steps],
        relearning_steps=[timedelta(seconds=step) for step in settings.relearning_steps],
        maximum_interval=settings.maximum_interval,
        enable_fuzzing=False,
    )
    card = fsrs.Card(1)
    for review in history:
        rating = fsrs.Rating(RATINGS.index(review.rating) + 1)
        card, _log = scheduler.review_card(card, rating, review.moment)
    return card


def test_the_histories_have_everything_in_them():
    phases = {ours(PLAIN, history).phase for history in HISTORIES}
    assert phases == {"learning", "review", "relearning"}
    assert {review.rating for history in HISTORIES for review in history} == set(RATINGS)
    pairs = [pair for history in HISTORIES for pair in pairwise(history)]
    assert {later.days == earlier.days for earlier, later in pairs} == {True, False}


@pytest.mark.parametrize("settings", [PLAIN, OWN, ONE_STEP, NO_STEPS], ids=range(4))
def test_all_is_as_with_py_fsrs(settings):
    for history in HISTORIES:
        state, card = ours(settings, history), py_fsrs(settings, history)
        assert (state.stability, state.difficulty) == (card.stability, card.difficulty)
        assert (state.phase, state.step) == (card.state.name.lower(), card.step or 0)
        if state.phase == "review":
            assert state.due == card.due.date().isoformat()
        else:
            assert moment(state.due) == card.due.replace(tzinfo=UTC)


def test_py_fsrs_does_not_count_days():
    """Why ours is told noon: a night lies between these two, and the card is a day older."""
    evening = datetime(2026, 11, 25, 22, tzinfo=UTC)
    scheduler = fsrs.Scheduler()
    card, _log = scheduler.review_card(fsrs.Card(1), fsrs.Rating.Easy, evening)
    raw, _log = scheduler.review_card(card, fsrs.Rating.Good, evening + timedelta(hours=10))
    state = Scheduler(PLAIN).replay(
        CardState("card"),
        [
            ("easy", "2026-11-25T22:00:00.000Z", "2026-11-25"),
            ("good", "2026-11-26T08:00:00.000Z", "2026-11-26"),
        ],
    )
    assert state.stability > raw.stability


@pytest.mark.parametrize("settings", [PLAIN, OWN], ids=["defaults", "own"])
def test_all_is_as_with_anki(settings, tmp_path):
    pytest.importorskip("anki", reason="Anki's backend is not installed here")
    scheduler = Scheduler(settings)
    steps = {
        "review": 0,
        "learning": len(settings.learning_steps),
        "relearning": len(settings.relearning_steps),
    }
    with anki(tmp_path, settings, HISTORIES) as backend:
        for number, history in enumerate(HISTORIES, 1):
            state = ours(settings, history)
            memory = backend.memory(number)
            assert memory == pytest.approx((state.stability, state.difficulty), **CLOSE)
            theirs = backend.next_states(number, state, steps[state.phase])
            day = days_later(state.day, DAYS_AFTER)
            previewed = scheduler.preview(state, f"{day}T12:00:00.000Z", day)
            waits = kept_apart(previewed, day, settings)
            for rating in RATINGS:
                own, other = previewed[rating], theirs[rating]
                memory = (other.stability, other.difficulty)
                assert memory == pytest.approx((own.stability, own.difficulty), **CLOSE)
                assert (other.phase, other.wait) == (own.phase, waits[rating])


def kept_apart(previewed, day, settings):
    """The days or seconds that each rating waits, with Anki's rule on top."""
    asked = moment(previewed["good"].at)
    waits = {
        rating: days_between(day, state.due)
        if state.phase == "review"
        else (moment(state.due) - asked).total_seconds()
        for rating, state in previewed.items()
    }
    longest = settings.maximum_interval
    # Good may still be in a step; easy is a day longer than good would be.
    good = interval(previewed["good"].stability, settings)
    if previewed["hard"].phase == "review":
        good = waits["good"] = min(max(waits["good"], waits["hard"] + 1), longest)
    waits["easy"] = min(max(waits["easy"], good + 1), longest)
    return waits


def interval(stability, settings):
    """The days until retrievability has fallen to what is desired (FSRS-6)."""
    decay = -(settings.parameters or fsrs.scheduler.DEFAULT_PARAMETERS)[20]
    factor = 0.9 ** (1 / decay) - 1
    return max(1, round(stability / factor * (settings.desired_retention ** (1 / decay) - 1)))
