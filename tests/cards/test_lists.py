"""Choices of what belongs to a list: asked only where the list has a name."""

import pytest

from studykit.cards.lists import Pool, member_choice
from studykit.cards.voice import Voice
from tests.facts.reading import facts_of

# Items of these lists end like those that are asked for, and belong elsewhere.
OTHERS = (
    "学校开设编程课、陶艺课、烹饪课。商场设有修表店、修伞店、修鞋店。邻县种植红茶、黑茶、白茶。"
)

NAMED = [
    ("县里扶持面包店、理发店、文具店等行业。", "县里扶持下列哪一个行业？"),
    ("社区学校开办书法课、声乐课、厨艺课等课程。", "社区学校开办下列哪一个课程？"),
]
UNNAMED = ["县里扶持面包店、理发店、文具店。", "社区学校把书法课、声乐课、厨艺课办到家门口。"]


def choices(text: str) -> list[str]:
    facts = facts_of(text + OTHERS)
    pool = Pool(facts.statements)
    first = next(s for s in facts.statements if s.kind == "list")
    card = member_choice(first, pool, "", Voice("zh-Hans"))
    return [] if card is None else [card.prompt]


@pytest.mark.parametrize(("text", "prompt"), NAMED)
def test_a_choice_says_what_its_options_are(text: str, prompt: str) -> None:
    assert choices(text) == [prompt]


@pytest.mark.parametrize("text", UNNAMED)
def test_a_list_without_a_name_gives_no_choice(text: str) -> None:
    assert choices(text) == []
