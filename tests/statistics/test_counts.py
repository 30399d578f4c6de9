from dataclasses import replace

import pytest

from studykit.statistics.counts import BEST_KNOWN_FIRST, STAGES, Counts, count_cards, stage_of
from tests.scheduling.making import state
from tests.statistics.making import PLACES, STATES


@pytest.mark.parametrize(
    ("one", "want"),
    [
        (state("a", "new"), "new"),
        (state("a", "learning"), "learning"),
        (state("a", "relearning"), "learning"),
        (state("a", due=15, seen=-5), "young"),
        (state("a", due=16, seen=-5), "mature"),
        (state("a", "new", suspended=True), "suspended"),
        (state("a", due=100, suspended=True), "suspended"),
    ],
)
def test_stages(one, want):
    assert stage_of(one) == want


def test_groups_are_in_the_order_of_the_decks():
    found = count_cards(PLACES, STATES, 8)
    assert found.all == Counts(new=1, learning=1, young=1, mature=1)
    assert [(one.name, one.counts) for one in found.decks] == [
        ("小镇的茶", Counts(young=1, mature=1)),
        ("海边的渔村", Counts(new=1, learning=1)),
    ]
    assert [(one.deck, one.name, one.counts.total) for one in found.sections] == [
        ("小镇的茶", "茶园", 1),
        ("小镇的茶", "市场", 1),
        ("海边的渔村", "", 2),
    ]
    assert [(one.name, one.counts.total) for one in found.tags] == [("figure", 2), ("市场", 1)]


@pytest.mark.parametrize(
    ("lapses", "threshold", "leeches"), [(7, 8, 0), (8, 8, 1), (9, 8, 1), (9, 0, 0), (0, 0, 0)]
)
def test_leeches(lapses, threshold, leeches):
    states = {"a": replace(STATES["a"], lapses=lapses)}
    counts = count_cards(PLACES[:1], states, threshold).all
    assert (counts.leeches, counts.total) == (leeches, 1)


def test_states_of_other_cards_do_not_count():
    assert count_cards(PLACES[:1], STATES, 8).all.total == 1
    assert count_cards((), STATES, 8).all == Counts()


def test_every_stage_has_its_place_in_both_orders():
    assert sorted(STAGES) == sorted(BEST_KNOWN_FIRST)
    assert Counts(1, 2, 3, 4, 5, 2).stages == (1, 2, 3, 4, 5)
