from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.questions.choose import choose
from studykit.questions.kin import akin, clash
from tests.questions.making import card, cards, names

SECTIONS = (*cards("abcdefgh", section="甲"), *cards("ijkl", section="乙"), *cards("mn"))
seeds = st.integers(0, 1 << 30)


def counted(found):
    return dict(Counter(one.section for one in found))


@pytest.mark.parametrize(
    ("n", "shares"),
    [
        (0, {}),
        (1, {"甲": 1}),
        (7, {"甲": 4, "乙": 2, "": 1}),
        (14, {"甲": 8, "乙": 4, "": 2}),
        (99, {"甲": 8, "乙": 4, "": 2}),
    ],
)
def test_every_section_gets_its_share(n, shares):
    assert counted(choose(SECTIONS, n, Random(1))) == shares


def test_weights_count_for_a_section_and_within_it():
    weights = {one.id: 0.0 for one in SECTIONS} | {"j": 1.0, "k": 1.0}
    assert names(choose(SECTIONS, 2, Random(1), weights)) == "jk"


def test_twice_the_weight_is_drawn_first_two_times_out_of_three():
    rng = Random(1)
    pair = cards("ab")
    drawn = [names(choose(pair, 1, rng, {"a": 0.4, "b": 0.2})) for _ in range(3000)]
    assert drawn.count("a") / 3000 == pytest.approx(2 / 3, abs=0.03)


def test_cards_stay_in_their_order_and_a_seed_in_its_choice():
    first, again, other = (names(choose(SECTIONS, 6, Random(seed))) for seed in (1, 1, 2))
    assert first == again == "".join(sorted(first))
    assert first != other


def test_what_tells_an_answer_is_left_out_even_if_too_few_are_left():
    telling = card("b", prompt="答案a号是怎么来的？")
    for seed in range(9):
        assert len(choose((card("a"), telling), 2, Random(seed))) == 1


def test_kin_are_taken_only_where_there_are_too_few_others():
    siblings = cards("abc", fact="f")
    for seed in range(9):
        assert Counter(one.fact for one in choose((*siblings, *cards("de")), 3, Random(seed))) == {
            "f": 1,
            "": 2,
        }
        assert len(choose((*siblings, *cards("de")), 4, Random(seed))) == 4


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "f", "g"]), st.sampled_from(["", "甲", "乙"]), st.integers(0, 11)
        ),
        max_size=12,
    ),
    st.integers(0, 12),
    seeds,
)
def test_no_two_of_the_chosen_clash(rows, n, seed):
    deck = [
        card(str(at), fact=fact, section=section, prompt=f"答案{told}号与第{at}条有什么关系？")
        for at, (fact, section, told) in enumerate(rows)
    ]
    found = choose(deck, n, Random(seed))
    pairs = [(a, b) for a in found for b in found if a is not b]
    assert len(found) <= n
    assert not any(clash(a, b) for a, b in pairs)
    left = [one for one in deck if one not in found]
    if len(found) < n:  # then none could have been added
        assert all(any(clash(one, other) for other in found) for one in left)
    elif any(akin(a, b) for a, b in pairs):
        assert all(any(clash(one, b) or akin(one, b) for b in found) for one in left)
