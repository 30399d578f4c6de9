import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.statistics.spread import (
    DIFFICULTY_EDGES,
    STABILITY_EDGES,
    bins,
    spread,
)
from tests.scheduling.making import DAY, state
from tests.statistics.making import SCHEDULER


def filled(found):
    return [(one.low, one.high) for one in found if one.cards]


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (0.0, (0, 1)),
        (0.99, (0, 1)),
        (1.0, (1, 3)),
        (29.9, (14, 30)),
        (364.9, (240, 365)),
        (365.0, (365, None)),
        (36500.0, (365, None)),
    ],
)
def test_stability(value, want):
    assert filled(bins([value], STABILITY_EDGES, open_end=True)) == [want]


@pytest.mark.parametrize(
    ("value", "want"),
    [(1.0, (1, 2)), (1.99, (1, 2)), (5.0, (5, 6)), (9.9, (9, 10)), (10.0, (9, 10))],
)
def test_difficulty(value, want):
    assert filled(bins([value], DIFFICULTY_EDGES)) == [want]


@given(st.lists(st.floats(0, 1e6)), st.booleans())
def test_every_value_is_in_one_bin(values, open_end):
    assert sum(one.cards for one in bins(values, STABILITY_EDGES, open_end=open_end)) == len(values)


def test_cards_that_are_new_have_no_memory():
    found = spread([state("a", "new")], SCHEDULER, DAY)
    assert (found.cards, found.recalled) == (0, 0)


def test_the_chances_add_up_to_what_is_recalled():
    states = [state("a", seen=0), state("b", seen=-5, stability=5.0), state("c", suspended=True)]
    found = spread(states, SCHEDULER, DAY)
    assert found.cards == 3
    # Just seen: surely; after as many days as the stability: nine in ten, by its definition.
    assert found.recalled == pytest.approx(1.0 + 0.9 + 0.9)
    assert [one.cards for one in found.retrievability][-1] == 3
