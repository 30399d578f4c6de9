"""The words that ask for a list, by what stands around it."""

import pytest

from studykit.facts.model import HOLE
from tests.facts.reading import facts_of

ASKED = [
    # what a list that closes its clause behind a noun says of it, or what it is to do
    ("巷口老店味道好、分量足、服务周到。", ["有哪三个特点"]),
    ("新种水稻茎秆粗、根系深、产量高。", ["有哪三个特点"]),
    ("县里鼓励合作社改良土壤、统一品牌、拓展销路。", ["怎么做"]),
    ("县里支持合作社改良土壤、扩大规模、打造品牌。", ["怎么做"]),
    # things to do that are judged together
    ("保护湿地、涵养水源、守住耕地至关重要。", ["哪三件事"]),
    ("改善水质、恢复植被、减少噪声刻不容缓。", ["哪三件事"]),
    # sides of a thing
    ("县城在供水、排涝、绿化上仍有差距。", ["哪三个方面"]),
    ("县城从供水、排涝、绿化三个方面查漏补缺。", ["哪三个方面"]),
    # kinds and deeds, each with the word that counts it
    ("县里推广轮作、套种等模式。", ["哪两种模式"]),
    ("镇里举办灯会、庙会等活动。", ["哪两项活动"]),
    ("村里种植花生、油菜等作物。", ["哪两类作物"]),
    # torn from the words before them
    ("城外分布着古城门遗址、街巷、民居。", []),
    ("省里帮助各山区、林区、牧区。", []),
]
ASKED_PLAINLY = [
    ("巷口老店经营茶叶、瓷器、丝绸。", ["什么"]),
    ("新种水稻需要阳光、水分、肥料。", ["什么"]),
    ("县里鼓励发展养蜂业、养蚕业、养鱼业。", ["什么"]),
    ("县里支持合作社用好余热、雨水等资源。", ["哪两类资源"]),
    ("湿地、森林、海洋至关重要。", ["哪三者"]),
    ("水源、植被、空气刻不容缓。", ["哪三者"]),
    ("县城在供水、排涝、绿化方面仍有差距。", ["哪三个方面"]),
    ("县城从供水、排涝、绿化着手查漏补缺。", ["哪三者"]),
    ("县里推广轮作、套种等新法。", ["哪两个新法"]),
    ("镇里举办灯会、庙会等集市。", ["哪两个集市"]),
    ("村里种植花生、油菜等植物。", ["哪两个植物"]),
    ("城外分布着庙宇、街巷、民居。", ["什么"]),
    ("省里帮助山区、林区、牧区。", ["什么"]),
]


def asks(text: str) -> list[str]:
    return [s.asks for s in facts_of(text).statements if s.kind == "list"]


@pytest.mark.parametrize(("text", "words"), ASKED)
def test_a_list_is_asked_for_as_what_it_is(text: str, words: list[str]) -> None:
    assert asks(text) == words


@pytest.mark.parametrize(("text", "words"), ASKED_PLAINLY)
def test_objects_and_subjects_are_asked_for_plainly(text: str, words: list[str]) -> None:
    assert asks(text) == words


MASKED = [
    ("村里依靠茶叶、毛竹等传统作物增收，家家盖起新房。", "村里依靠▢增收，家家盖起新房"),
    ("老城区拆除围墙、铁门等障碍物，居民出行方便。", "老城区拆除▢，居民出行方便"),
]
MASKED_PLAINLY = [
    ("村里依靠茶叶、毛竹，家家盖起新房。", "村里依靠▢，家家盖起新房"),
    ("老城区拆除围墙、铁门，居民出行方便。", "老城区拆除▢，居民出行方便"),
]


@pytest.mark.parametrize(("text", "masked"), [*MASKED, *MASKED_PLAINLY])
def test_the_noun_that_a_question_names_is_masked_with_its_list(text: str, masked: str) -> None:
    found = [s.masked.replace(HOLE, "▢") for s in facts_of(text).statements if s.kind == "list"]
    assert found == [masked]
