import pytest

from studykit.deck.decode import parse_deck
from studykit.deck.edits import add_missing_ids
from studykit.errors import DeckError

BY_HAND = """\
# 我的卡片
format: studykit-deck/1   # 版本

title: '甲'
cards:
  # 第一张
  - prompt: "根基是什么？"   # 双引号
    answer: 实体经济

  - {prompt: 命脉？, answer: 人才}
  -
    # 先注释
    answer: 2.54%
    prompt: 强度？
    mine: 我自己的
  - id: mine-1
    prompt: 已有
    answer: 有
  - prompt: 空的
    id:
    answer: 空
  - prompt: 空串
    id: ""
    answer: 空
# 完
"""
WITH_IDS = """\
# 我的卡片
format: studykit-deck/1   # 版本

id: <0>
title: '甲'
cards:
  # 第一张
  - id: <1>
    prompt: "根基是什么？"   # 双引号
    answer: 实体经济

  - {id: <2>, prompt: 命脉？, answer: 人才}
  -
    # 先注释
    id: <3>
    answer: 2.54%
    prompt: 强度？
    mine: 我自己的
  - id: mine-1
    prompt: 已有
    answer: 有
  - prompt: 空的
    id: <5>
    answer: 空
  - prompt: 空串
    id: <6>
    answer: 空
# 完
"""


def expected() -> str:
    deck = parse_deck(BY_HAND, "").deck
    assert deck
    text = WITH_IDS.replace("<0>", deck.id)
    for at, card in enumerate(deck.cards, 1):
        text = text.replace(f"<{at}>", card.id)
    return text


def test_ids_are_put_in_and_nothing_else_is_touched() -> None:
    assert add_missing_ids(BY_HAND) == expected()


@pytest.mark.parametrize("lead", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_and_byte_order_mark_stay(lead: str, newline: str) -> None:
    text = lead + BY_HAND.replace("\n", newline)
    assert add_missing_ids(text) == lead + expected().replace("\n", newline)


def test_the_ids_are_those_that_reading_gave() -> None:
    assert parse_deck(add_missing_ids(BY_HAND), "").deck == parse_deck(BY_HAND, "").deck


def test_a_deck_with_all_its_ids_is_left_alone() -> None:
    assert add_missing_ids(expected()) == expected()


@pytest.mark.parametrize("text", ["", "no deck", "format: studykit-deck/1\ntitle: 甲\ncards: [{}]"])
def test_a_deck_that_is_not_in_order_is_refused(text: str) -> None:
    with pytest.raises(DeckError, match=r"^d.yaml:\d+: "):
        add_missing_ids(text, "d.yaml")
