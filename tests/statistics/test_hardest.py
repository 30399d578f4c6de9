from dataclasses import replace

from studykit.statistics.hardest import hardest
from tests.scheduling.making import state


def lapsed(card, lapses, difficulty=5.0):
    return replace(state(card), lapses=lapses, difficulty=difficulty)


def test_the_most_often_lapsed_come_first_then_the_most_difficult():
    states = [lapsed("a", 2), lapsed("b", 5), lapsed("c", 2, 9.0), lapsed("d", 1, 10.0)]
    assert [one.card for one in hardest(states, {}, 10)] == ["b", "c", "a", "d"]
    assert [one.card for one in hardest(states, {}, 2)] == ["b", "c"]


def test_cards_that_never_lapsed_are_not_hard():
    assert hardest([lapsed("a", 0, 10.0)], {}, 10) == ()


def test_they_are_named_by_their_prompts():
    found = hardest([lapsed("a", 1), lapsed("b", 1)], {"a": "茶园有多大？"}, 10)
    assert [one.prompt for one in found] == ["茶园有多大？", ""]
