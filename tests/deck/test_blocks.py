import pytest
from hypothesis import given

from studykit.deck.blocks import joined, split_deck
from studykit.deck.dump import dump_deck
from studykit.deck.model import Deck
from studykit.errors import DeckError
from tests.deck.making import decks
from tests.deck.test_edits import BY_HAND

# Flow style cards cannot be cut out by lines.
IN_LINES = BY_HAND.replace("  - {prompt: 命脉？, answer: 人才}\n", "")
TEXT = """\
format: studykit-deck/1
title: 甲
cards: # 我的
# 开头
- id: a
  prompt: 问
  answer: |
    一

    # 不是注释
# 夹在中间

- id: b
  prompt: 再问
  answer: 二
  quote:
  - 三
  -   四
  span: [[1, 2],
         [3, 4]]

# 结尾
mine: 1
"""


def test_blocks_are_the_cards_and_what_stands_between_them() -> None:
    blocks = split_deck(TEXT, "d.yaml")
    assert blocks.header == "format: studykit-deck/1\ntitle: 甲\n"
    assert blocks.opening == "cards: # 我的\n# 开头\n"
    assert blocks.cards[0].text.endswith("    # 不是注释\n")
    assert blocks.cards[0].tail == "# 夹在中间\n\n"
    assert blocks.cards[1].text.endswith("         [3, 4]]\n")
    assert blocks.cards[1].tail == "\n# 结尾\n"
    assert blocks.foot == "mine: 1\n"
    assert [block.indent for block in blocks.cards] == [2, 2]


@pytest.mark.parametrize("text", [TEXT, IN_LINES])
def test_put_together_the_pieces_are_the_file(text: str) -> None:
    assert joined(split_deck(text, "d.yaml")) == text


@given(decks)
def test_any_written_deck_can_be_cut_and_put_together(deck: Deck) -> None:
    blocks = split_deck(dump_deck(deck), "d.yaml")
    assert tuple(block.card for block in blocks.cards) == deck.cards
    assert joined(blocks).replace("cards:\n", "") == dump_deck(deck).replace(
        "cards:\n" if deck.cards else "cards: []\n", ""
    )


@pytest.mark.parametrize(
    "cards",
    [
        "cards: [{prompt: 问, answer: 答}]",
        "cards:\n- {prompt: 问, answer: 答}",
        "cards:\n- prompt: 问",
        "cards:\n  []",
    ],
)
def test_cards_that_cannot_be_cut_are_refused_with_their_line(cards: str) -> None:
    with pytest.raises(DeckError, match=r"^d.yaml:[34]: "):
        split_deck(f"format: studykit-deck/1\ntitle: 甲\n{cards}\n", "d.yaml")
