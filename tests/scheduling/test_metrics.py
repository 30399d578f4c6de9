from datetime import date
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.metrics import (
    Prediction,
    Quality,
    histories,
    log_loss,
    predictions,
    quality,
    rmse_bins,
)
from studykit.scheduling.model import RATINGS, Mark, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from tests.scheduling.learners import grade, learned

SCHEDULER = Scheduler(Settings())


def predicted(recall, recalled, days=1, reviews=2, lapses=0):
    return Prediction("2026-01-01T12:00:00.000Z", recall, recalled, days, reviews, lapses)


def foretold(*grades):
    return predictions(histories(grades), SCHEDULER)


def test_the_first_prediction_is_the_forgetting_curve_at_the_first_stability():
    (one,) = foretold(grade("a", "2026-01-01", "good"), grade("a", "2026-01-08", "again"))
    # FSRS-6: R = (1 + factor * days / S) ** -w20, with S = w2 = 2.3065 after a first "good".
    factor = 0.9 ** (1 / -0.1542) - 1
    assert one.recall == pytest.approx((1 + factor * 7 / 2.3065) ** -0.1542)
    assert one[2:] == (False, 7, 2, 0)


def test_days_reviews_and_lapses_leave_out_the_same_day():
    found = foretold(
        grade("a", "2026-01-01", "again"),
        grade("a", "2026-01-01", "good", 1),
        grade("a", "2026-01-03", "again"),
        grade("a", "2026-01-03", "again", 1),
        grade("a", "2026-01-03", "good", 2),
        grade("a", "2026-01-04", "hard"),
        grade("a", "2026-01-09", "easy"),
    )
    assert [one[2:] for one in found] == [
        (False, 2, 2, 0),
        (True, 1, 3, 1),
        (True, 5, 4, 1),
    ]


@pytest.mark.parametrize(
    "records",
    [
        [],
        [grade("a", "2026-01-01", "good")],
        [grade("a", "2026-01-01", "good"), grade("a", "2026-01-01", "good", 9)],
        [grade("a", "2026-01-01", "good"), grade("b", "2026-01-02", "good")],
        [grade("a", "2026-01-01", "good"), grade("a", "2026-01-02", "good", practice=True)],
        [grade("a", "2026-01-01", "good", practice=True), grade("a", "2026-01-02", "good")],
        [
            grade("a", "2026-01-01", "good"),
            grade("a", "2026-01-02", "good"),
            Undo("u", "2026-01-02T13:00:00.000Z", "2026-01-02", "a/2026-01-02/0"),
        ],
        [
            grade("a", "2026-01-01", "good"),
            Mark("m", "2026-01-02T12:00:00.000Z", "2026-01-02", "a", "flag"),
        ],
        # The learner flew west: a later instant, an earlier day.
        [
            grade("a", "2026-01-02", "good"),
            grade("a", "2026-01-03", "good")._replace(day="2026-01-01"),
        ],
    ],
)
def test_nothing_is_foretold(records):
    assert predictions(histories(records), SCHEDULER) == []


def test_practice_moves_no_prediction():
    first, last = grade("a", "2026-01-01", "good"), grade("a", "2026-01-09", "good")
    drill = grade("a", "2026-01-08", "again", practice=True)
    assert foretold(first, drill, last) == foretold(first, last)


def test_predictions_come_in_order_of_time():
    found = foretold(
        grade("b", "2026-01-01", "good"),
        grade("a", "2026-01-02", "good"),
        grade("a", "2026-01-03", "good"),
        grade("b", "2026-01-05", "good"),
        grade("a", "2026-01-09", "good"),
    )
    assert [one.at[:10] for one in found] == ["2026-01-03", "2026-01-05", "2026-01-09"]


def test_log_loss_by_hand():
    found = [predicted(0.9, True), predicted(0.8, False), predicted(0.5, True)]
    assert log_loss(found) == pytest.approx(-(log(0.9) + log(0.2) + log(0.5)) / 3)


def test_rmse_bins_by_hand():
    found = [
        # One bin: recall foretold 0.85 on average, seen 0.5.
        predicted(0.9, True),
        predicted(0.8, False, days=3),
        # Another: 0.7 and 1.
        predicted(0.7, True, days=4),
    ]
    assert rmse_bins(found) == pytest.approx(sqrt((2 * 0.35**2 + 0.3**2) / 3))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"days": 1}, {"days": 3}),  # bases 3.62, 1.89 and 1.73
        ({"days": 4}, {"days": 13}),
        ({"reviews": 2}, {"reviews": 3}),
        ({"reviews": 4}, {"reviews": 6}),
        ({"lapses": 2}, {"lapses": 2}),
        ({"lapses": 3}, {"lapses": 5}),
    ],
)
def test_like_reviews_share_a_bin(one, other):
    # What is too high in one makes up for what is too low in the other.
    assert rmse_bins([predicted(0.5, True, **one), predicted(0.5, False, **other)]) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"days": 3}, {"days": 4}),
        ({"days": 13}, {"days": 14}),
        ({"reviews": 3}, {"reviews": 4}),
        ({"reviews": 6}, {"reviews": 7}),
        ({"lapses": 0}, {"lapses": 1}),
        ({"lapses": 1}, {"lapses": 2}),
        ({"lapses": 2}, {"lapses": 3}),
    ],
)
def test_unlike_reviews_do_not(one, other):
    assert rmse_bins([predicted(0.5, True, **one), predicted(0.5, False, **other)]) == 0.5


def test_perfect_predictions():
    found = quality([predicted(1.0, True), predicted(0.0, False, days=9)])
    assert found == Quality(0, 0)


def test_a_certain_prediction_that_fails_is_dear_but_finite():
    assert log_loss([predicted(1.0, False)]) == pytest.approx(log(1e7))


@given(st.lists(st.booleans(), min_size=1, max_size=20), st.floats(0, 1))
def test_the_share_that_was_recalled_is_the_best_prediction_for_all(recalled, guess):
    share = sum(recalled) / len(recalled)
    best = log_loss([predicted(share, one) for one in recalled])
    assert log_loss([predicted(guess, one) for one in recalled]) >= best - 1e-12


def test_log_loss_is_that_of_fsrs_rs():
    rs = pytest.importorskip("fsrs_rs_python")
    told = histories(learned(40, 8))
    losses = []
    for grades in told.values():
        past = []
        for before, one in zip([grades[0], *grades], grades, strict=False):
            days = (date.fromisoformat(one.day) - date.fromisoformat(before.day)).days
            past.append(rs.FSRSReview(RATINGS.index(one.rating) + 1, days))
            if days:
                # One at a time: of several, fsrs-rs weighs the recent more.
                model = rs.FSRS(rs.DEFAULT_PARAMETERS)
                losses.append(model.evaluate([rs.FSRSItem(past)]).log_loss)
    found = predictions(told, SCHEDULER)
    assert len(losses) == len(found) > 100
    assert log_loss(found) == pytest.approx(sum(losses) / len(losses), abs=1e-6)
