"""Half sentences: one clause of a pair, or words that point to what is not there."""

import pytest

from studykit.cards.halves import half

HALVES = [
    "水库既能防洪____。",
    "这样做不仅节约了什么？",
    "农家乐一方面带来____。",
    "山路虽然修通，村里缺少什么？",
    "只有疏通____，进村的路。",
    "大家一边种树、____。",
    "县里推出以下____。",
    "巡查要点如下，要检查什么？",
    "水庫既能防洪____。",
]
WHOLES = [
    "水库既能防洪，又能____。",
    "这样做不仅节约了什么，还缩短了工期？",
    "农家乐一方面带来____，另一方面带来垃圾。",
    "山路虽然修通，村里仍缺少什么？",
    "只有疏通____，才能保住进村的路。",
    "大家一边种树、一边____。",
    "县里为60岁以下居民提供什么？",
    "巡查比往年如何，既定路线检查什么？",
    "水庫既能防洪，也能____。",
]


@pytest.mark.parametrize("prompt", HALVES)
def test_half_a_sentence_is_told(prompt: str) -> None:
    assert half(prompt)


@pytest.mark.parametrize("prompt", WHOLES)
def test_a_whole_sentence_is_none(prompt: str) -> None:
    assert not half(prompt)
