import pytest

from studykit.cards.model import Card
from studykit.cards.rules import grounding_flaws
from tests.cards.making import at, quoting

SOURCE = "标题\n县域发展的根基是实体\n  经济。命脉是人才。\n"
QUOTE = "县域发展的根基是实体经济"
TWO = quoting("人才", quotes=(QUOTE, "命脉是人才"))

GROUNDED = [
    at(quoting("实体经济", quotes=(QUOTE,)), (3, 18)),
    at(TWO, (3, 18), (19, 24)),
    quoting("实体经济", quotes=(QUOTE,)),
    quoting("实体经济", quotes=("命脉是人才",)),
    quoting("实体经济", quotes=()),
]
NOT_GROUNDED = [
    at(quoting("实体经济", quotes=(QUOTE,)), (2, 18)),
    at(quoting("实体经济", quotes=(QUOTE,)), (3, 17)),
    at(quoting("实体经济", quotes=(QUOTE,)), (3, 400)),
    at(quoting("实体经济", quotes=(QUOTE,)), (18, 3)),
    at(TWO, (3, 18)),
    quoting("实体经济", quotes=("县域发展的根基是数字经济",)),
]


@pytest.mark.parametrize("card", GROUNDED)
def test_a_quote_at_its_span_is_grounded(card: Card) -> None:
    assert grounding_flaws(card, SOURCE) == []


@pytest.mark.parametrize("card", NOT_GROUNDED)
def test_a_quote_that_is_not_there_breaks_rule_1(card: Card) -> None:
    assert [flaw.rule for flaw in grounding_flaws(card, SOURCE)] == [1]
