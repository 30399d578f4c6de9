import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from studykit.errors import StudykitError
from studykit.scheduling.fold import fold
from studykit.scheduling.metrics import histories, predictions, quality
from studykit.scheduling.model import CardState
from studykit.scheduling.optimize import LEAST_REVIEWS, Moves, fit, moves
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from tests.scheduling.learners import FORGETFUL, grade, learned

SETTINGS = Settings()


@pytest.fixture(scope="module")
def forgetful():
    return histories(learned(200, 10))


def fitter(parameters, given=None):
    """A fitting package that always gives these parameters, and says what it was given."""

    class Model:
        def __init__(self, _parameters):
            pass

        def compute_parameters(self, items, num_relearning_steps):
            if given is not None:
                given.append((items, num_relearning_steps))
            return list(parameters)

    return SimpleNamespace(FSRS=Model, FSRSItem=tuple, FSRSReview=lambda *one: one)


def test_a_learner_unlike_the_defaults_gains(forgetful):
    pytest.importorskip("fsrs_rs_python")
    found = fit(forgetful, SETTINGS)
    assert found.better
    assert found.after.log_loss < found.before.log_loss - 0.02
    assert found.after.rmse_bins < found.before.rmse_bins
    # What was fitted is nearly as good as what the learner was made of.
    fitted = predictions(forgetful, Scheduler(replace(SETTINGS, parameters=found.parameters)))
    truth = predictions(forgetful, Scheduler(Settings(parameters=FORGETFUL)))
    assert quality(fitted).log_loss < quality(truth).log_loss + 0.01


def test_the_same_log_has_the_same_fit(forgetful):
    pytest.importorskip("fsrs_rs_python")
    assert fit(forgetful, SETTINGS) == fit(forgetful, SETTINGS)


def test_who_is_as_the_parameters_say_has_nothing_to_gain():
    pytest.importorskip("fsrs_rs_python")
    told = histories(learned(600, 10))
    found = fit(told, replace(SETTINGS, parameters=FORGETFUL))
    assert not found.better
    assert found.parameters == FORGETFUL


def test_a_fit_that_is_worse_is_not_offered(forgetful, monkeypatch):
    worst = [*([100.0] * 4), *DEFAULT_PARAMETERS[4:]]  # never forgets
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", fitter(worst))
    found = fit(forgetful, SETTINGS)
    assert not found.better
    assert found.after.log_loss > found.before.log_loss
    assert found.parameters == DEFAULT_PARAMETERS


def test_what_is_out_of_bounds_is_put_on_the_limit(forgetful, monkeypatch):
    beyond = [*FORGETFUL[:3], 1000.0, *FORGETFUL[4:-1], 0.0]
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", fitter(beyond))
    found = fit(forgetful, SETTINGS)
    assert found.clamped == 2
    assert found.parameters[3] == UPPER_BOUNDS_PARAMETERS[3]
    assert found.parameters[20] == LOWER_BOUNDS_PARAMETERS[20]
    assert (*found.parameters[:3], *found.parameters[4:-1]) == (*FORGETFUL[:3], *FORGETFUL[4:-1])


def test_the_trial_sees_only_what_came_before(monkeypatch):
    log = learned(80, 10)
    told = histories(log)
    given = []
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", fitter(FORGETFUL, given))
    found = fit(told, SETTINGS)
    (trial, steps), (whole, _steps) = given
    assert steps == 1
    assert found.better
    assert found.held_back == pytest.approx(found.reviews * 0.2, abs=3)
    assert len(whole) == found.reviews
    assert trial == whole[: found.reviews - found.held_back]
    # Every item is a review on another day than the one before, with all that led to it.
    assert all(item[0][1] == 0 and item[-1][1] > 0 for item in whole)
    later = predictions(told, Scheduler(SETTINGS))[-found.held_back :]
    assert found.before == quality(later)


def test_items_hold_ratings_and_days(monkeypatch):
    story = [
        grade(f"card{number}", day, rating, at)
        for number in range(LEAST_REVIEWS)
        for day, rating, at in (
            ("2026-01-01", "again", 0),
            ("2026-01-01", "easy", 1),
            ("2026-01-04", "hard", 0),
        )
    ]
    given = []
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", fitter(FORGETFUL, given))
    fit(histories(story), replace(SETTINGS, relearning_steps=()))
    assert given[0][1] == 0
    assert all(set(items) <= {((1, 0), (4, 0), (2, 3))} for items, _steps in given)


def test_too_few_reviews():
    days = ("2026-01-01", "2026-01-04")
    told = histories(
        [grade(f"c{n}", day, "good") for n in range(LEAST_REVIEWS - 1) for day in days]
    )
    with pytest.raises(StudykitError, match=r"there are 399 reviews .* needs 400"):
        fit(told, SETTINGS)


def test_a_package_that_is_missing(forgetful, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(StudykitError, match="pip install fsrs-rs-python"):
        fit(forgetful, SETTINGS)


def review(card, due, **more):
    return CardState(card, "review", stability=1.0, difficulty=5.0, due=due, **more)


def test_moves_count_cards_in_review():
    learning = CardState("c", "learning", due="2026-01-01T12:10:00.000Z")
    before = {
        "a": review("a", "2026-01-01"),
        "b": review("b", "2026-01-09"),
        "c": learning,
        "d": review("d", "2026-01-01", suspended=True),
    }
    after = {**before, "b": review("b", "2026-01-02"), "c": replace(learning, due="2026-01-02T")}
    assert moves(before, after, "2026-01-02") == Moves(3, 1, 1, 2)


def test_the_same_parameters_move_nothing():
    states = fold(learned(5, 6), Scheduler(SETTINGS))
    same = fold(learned(5, 6), Scheduler(replace(SETTINGS, parameters=DEFAULT_PARAMETERS)))
    found = moves(states, same, "2026-02-01")
    assert (found.moved, found.due_before) == (0, found.due_after)
