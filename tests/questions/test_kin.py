import pytest

from studykit.questions.kin import akin, clash
from tests.questions.making import card

YIELD = card("产量", prompt="茶叶产量是多少？", answer="36.5吨", accept=("三十六点五吨",))


@pytest.mark.parametrize(
    "other",
    [
        card("a", prompt="产量36.5吨比上一年多了多少？"),
        card("b", prompt="产量３６．５ 吨是怎么来的？"),
        card("c", prompt="三十六点五吨里有多少是绿茶？"),
        card("d", prompt="茶叶的产量有多大？", answer="产量是多少"),
        card("e", prompt="文中指出，茶叶产量是多少？"),
    ],
)
def test_one_tells_the_answer_of_the_other_or_asks_the_same(other):
    assert clash(YIELD, other)
    assert clash(other, YIELD)


@pytest.mark.parametrize(
    "other",
    [
        card("a", prompt="茶园有多大？"),
        card("b", prompt="产量36吨的是哪一年？"),
        card("c", prompt="茶叶卖到哪里？", answer="36.5吨"),
        card("d", type="truefalse", prompt="茶叶产量下降了。", answer=False),
        card("e", prompt="有几座茶园？", answer="多"),
    ],
)
def test_what_tells_nothing_may_be_asked_beside_it(other):
    assert not clash(YIELD, other)
    assert not clash(other, YIELD)


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ({"fact": "f"}, {"fact": "f"}, True),
        ({"quotes": ("甲地产茶三吨，乙地四吨",)}, {"quotes": ("乙地四吨",)}, True),
        ({"quotes": ("别处", "乙地 四吨")}, {"quotes": ("乙地四吨",)}, True),
        ({"fact": "f"}, {"fact": "g"}, False),
        ({"fact": ""}, {"fact": ""}, False),
        ({"quotes": ("甲地产茶三吨",)}, {"quotes": ("乙地产茶四吨",)}, False),
        ({"quotes": ()}, {"quotes": ("乙地四吨",)}, False),
        ({"quotes": ("",)}, {"quotes": ("乙地四吨",)}, False),
    ],
)
def test_cards_of_one_fact_or_of_the_same_words_are_akin(one, other, kin):
    assert akin(card("a", **one), card("b", **other)) is kin
    assert akin(card("b", **other), card("a", **one)) is kin
