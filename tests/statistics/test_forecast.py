import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.scheduling.fold import fold
from studykit.scheduling.times import days_later
from studykit.statistics.counts import Place, count_cards
from studykit.statistics.forecast import forecast
from tests.scheduling.making import DAY, logs, state
from tests.statistics.making import SCHEDULER, day_of


def due(*states, n=4):
    found = forecast(states, DAY, n, day_of)
    return [day.total for day in found.days], found.overdue, found.later


@pytest.mark.parametrize(
    ("one", "want"),
    [
        (state("a", due=0), ([1, 0, 0, 0], 0, 0)),
        (state("a", due=-9), ([1, 0, 0, 0], 1, 0)),
        (state("a", due=3), ([0, 0, 0, 1], 0, 0)),
        (state("a", due=4), ([0, 0, 0, 0], 0, 1)),
        (state("a", due=-9, buried=DAY), ([0, 1, 0, 0], 0, 0)),
        (state("a", due=2, buried=DAY), ([0, 0, 1, 0], 0, 0)),
        (state("a", due=0, buried=days_later(DAY, -1)), ([1, 0, 0, 0], 0, 0)),
        (state("a", "learning", due=10), ([1, 0, 0, 0], 0, 0)),
        (state("a", "learning", due=-2000), ([1, 0, 0, 0], 0, 0)),
        (state("a", "relearning", due=1440), ([0, 1, 0, 0], 0, 0)),
    ],
)
def test_each_card_is_due_once(one, want):
    assert due(one) == want


@pytest.mark.parametrize(
    "one", [state("a", "new"), state("a", suspended=True), state("a", "learning", suspended=True)]
)
def test_cards_that_will_not_come(one):
    assert due(one) == ([0, 0, 0, 0], 0, 0)


def test_cards_in_learning_are_told_apart():
    found = forecast([state("a"), state("b", "learning", due=5)], DAY, 1, day_of)
    assert (found.days[0].review, found.days[0].learning) == (1, 1)


@given(logs(cards="abcdef"), st.integers(1, 40), st.integers(-3, 60))
def test_no_card_is_lost(records, n, ahead):
    states = fold(records, SCHEDULER)
    found = forecast(states.values(), days_later(DAY, ahead), n, day_of)
    counts = count_cards([Place(card, "") for card in "abcdefg"], states, 8).all
    coming = sum(day.total for day in found.days) + found.later
    assert coming + counts.suspended + counts.new == counts.total == 7
