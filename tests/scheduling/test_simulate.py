from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from studykit.scheduling.habits import Habits
from studykit.scheduling.model import RATINGS
from studykit.scheduling.settings import Settings
from studykit.scheduling.simulate import RETENTIONS, Plan, simulate

SETTINGS = Settings()
PLAN = Plan(days=60, cards=40, new_per_day=5)


@pytest.fixture(scope="module")
def simulation():
    return simulate(SETTINGS, Habits(), Plan(days=180, cards=100), Random(1))


def always(rating):
    """Habits of a learner whose every answer but a lapse is this one, in ten seconds."""
    only = tuple(float(one == rating) for one in RATINGS)
    return Habits(only, only, tuple((one, only) for one in RATINGS), (10.0,) * 4)


def at(simulation, retention):
    return next(one for one in simulation.workloads if one.retention == retention)


def test_more_retention_is_more_work_and_more_remembered(simulation):
    few = [at(simulation, retention) for retention in (0.70, 0.82, 0.91, 0.97)]
    for low, high in pairwise(few):
        assert low.reviews < high.reviews
        assert low.minutes < high.minutes
        assert low.remembered < high.remembered


def test_the_learners_own_retention_is_among_them(simulation):
    retentions = [one.retention for one in simulation.workloads]
    assert retentions == sorted({*RETENTIONS, 0.9})


def test_figures_are_possible(simulation):
    for one in simulation.workloads:
        assert one.reviews > 100 / 180
        # The quickest and the slowest rating bound the time.
        assert 8.94 <= one.minutes * 60 / one.reviews <= 19.38
        assert 0 < one.remembered < 100
        assert one.minutes_per_card == pytest.approx(one.minutes * 180 / one.remembered)


def test_what_is_remembered_is_near_what_was_desired(simulation):
    # On the whole more: a card is reviewed when its chance has come down to what is desired.
    for one in simulation.workloads:
        assert one.retention * 100 - 2 < one.remembered


def test_the_cheapest_has_the_least_minutes_a_card(simulation):
    least = min(one.minutes_per_card for one in simulation.workloads)
    assert at(simulation, simulation.cheapest).minutes_per_card == least


def test_the_same_seed_has_the_same_result():
    def run(seed):
        return simulate(SETTINGS, Habits(), PLAN, Random(seed))

    assert run(7) == run(7)
    assert run(7) != run(8)


def test_a_day_by_hand():
    # "Good" twice on the first day, after a minute and ten; then the card waits for days.
    found = simulate(SETTINGS, always("good"), Plan(1, 3, 2), Random(0))
    for one in found.workloads:
        assert one.reviews == 4
        assert one.minutes == pytest.approx(4 * 10 / 60)


def test_without_steps_each_new_card_is_seen_once():
    settings = replace(SETTINGS, learning_steps=())
    found = simulate(settings, always("easy"), Plan(2, 8, 3), Random(0))
    assert {one.reviews for one in found.workloads} == {3}


def test_a_step_of_a_day_waits_for_the_next_day():
    settings = replace(SETTINGS, learning_steps=(86400,))
    found = simulate(settings, always("again"), Plan(3, 1, 1), Random(0))
    assert {one.reviews for one in found.workloads} == {1}


def test_the_limit_of_reviews_holds():
    settings = replace(SETTINGS, learning_steps=(), relearning_steps=())
    habits = always("hard")
    free = simulate(settings, habits, Plan(60, 40, 40, 200), Random(0))
    tight = simulate(settings, habits, Plan(60, 40, 40, 1), Random(0))
    none = simulate(settings, habits, Plan(60, 40, 40, 0), Random(0))
    for one, other, least in zip(free.workloads, tight.workloads, none.workloads, strict=True):
        assert one.reviews > other.reviews
        # All new cards on the first day, then one card a day at most.
        assert least.reviews == 40 / 60 < other.reviews <= (40 + 59) / 60
    assert tight.workloads[-1].reviews == (40 + 59) / 60


def test_leeches_are_set_aside():
    lapse = replace(SETTINGS, learning_steps=(), leech_lapses=1)
    kept = replace(lapse, leech_lapses=0)
    plan = Plan(120, 30, 30)
    aside = simulate(lapse, Habits(), plan, Random(0)).workloads[-1]
    assert aside.reviews < simulate(kept, Habits(), plan, Random(0)).workloads[-1].reviews
