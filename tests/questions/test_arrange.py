from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.questions.arrange import arrange, shuffled, spread
from tests.questions.making import cards, names
from tests.terminal.samples import CHOICE


@pytest.mark.parametrize("seed", range(9))
def test_two_that_are_akin_are_half_a_quiz_apart(seed):
    order = names(spread((*cards("ab", fact="f"), *cards("cdefghij")), Random(seed)))
    assert abs(order.index("a") - order.index("b")) == 5


@pytest.mark.parametrize("seed", range(9))
def test_kin_of_kin_are_spread_too(seed):
    chain = (
        *cards("a", fact="f", quotes=("甲地三吨",)),
        *cards("b", quotes=("甲地三吨", "乙地四吨")),
        *cards("c", quotes=("乙地四吨",)),
    )
    order = names(spread((*chain, *cards("defghi")), Random(seed)))
    first, second, third = sorted(order.index(one) for one in "abc")
    assert second - first == third - second == 3


@given(st.lists(st.sampled_from(["", "", "", "f", "g", "h"]), max_size=20), st.integers(0, 1 << 30))
def test_none_is_lost_and_all_that_are_not_akin_may_come_in_any_place(facts, seed):
    deck = [cards(chr(97 + at), fact=fact)[0] for at, fact in enumerate(facts)]
    assert sorted(names(spread(deck, Random(seed)))) == sorted(names(deck))


def test_every_place_comes_first_at_times():
    assert {spread(cards("abcd"), Random(seed))[0].id for seed in range(40)} == set("abcd")


def test_the_key_stands_in_every_place_and_where_the_seed_says():
    keys = [shuffled(CHOICE, Random(seed)).key for seed in range(40)]
    assert set(keys) == set("ABCD")
    assert keys == [shuffled(CHOICE, Random(seed)).key for seed in range(40)]


def test_arranged_questions_have_the_same_options():
    (question,) = arrange((CHOICE,), Random(3))
    assert sorted(question.card.options) == sorted(CHOICE.options)
    assert [CHOICE.options[at] for at in question.order] == [*question.card.options]
