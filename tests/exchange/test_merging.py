from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_deck
from studykit.deck.model import Deck
from studykit.errors import DeckError
from studykit.exchange.merging import merge_imported
from tests.deck.edited import edited
from tests.deck.making import decks

TEA = Card("qa", "茶从哪里来？", "茶园", id="tea")
CUP = Card("qa", "杯子是什么做的？", "瓷", id="cup", tags=("器",))
FILE = """\
# 我的卡片
format: studykit-deck/1
title: 茶   # 题目
note: 我的
cards:
# 第一张
- id: tea
  prompt: 茶从哪里来？
  mine: 记一笔
  answer: "茶园"   # 老的

- {{mine: 二}}
"""
FILE = FILE.replace(
    "- {{mine: 二}}\n",
    "- mine: 二\n  id: cup\n  prompt: 杯子是什么做的？\n  answer: 瓷\n  tags: [器]\n",
)
NEW_TEA = replace(TEA, answer="老茶园")


def merge(text: str, *cards: Card, counts: bool | None = True):
    return merge_imported(
        text, "tea.yaml", Deck("d", "茶", "zh-Hans", cards), lambda _a, _b: counts
    )


@pytest.mark.parametrize("counts", [True, False, None])
@pytest.mark.parametrize("cards", [(), (TEA,), (CUP, TEA)])
@pytest.mark.parametrize("text", [FILE, FILE.replace("\n", "\r\n"), "\ufeff" + FILE, FILE[:-1]])
def test_nothing_new_changes_no_byte(text, cards, counts):
    merged = merge(text, *cards, counts=counts)
    assert (merged.text, merged.added, merged.changed, merged.disputed) == (text, (), (), ())


def test_a_card_that_changed_elsewhere_gets_new_lines_and_keeps_what_is_a_persons():
    merged = merge(FILE, NEW_TEA, CUP)
    assert merged.changed == ("tea",)
    assert merged.text == FILE.replace(
        '- id: tea\n  prompt: 茶从哪里来？\n  mine: 记一笔\n  answer: "茶园"   # 老的\n',
        "- id: tea\n  type: qa\n  prompt: 茶从哪里来？\n  answer: 老茶园\n  mine: 记一笔\n",
    )


def test_a_key_that_stands_first_is_kept_too():
    merged = merge(FILE, replace(CUP, answer="陶"))
    assert merged.text.endswith(
        "  prompt: 杯子是什么做的？\n  answer: 陶\n  tags: [器]\n  mine: 二\n"
    )


@pytest.mark.parametrize(("counts", "disputed"), [(False, ()), (None, ("tea",))])
def test_a_card_that_changed_here_stays(counts, disputed):
    merged = merge(FILE, NEW_TEA, CUP, counts=counts)
    assert (merged.text, merged.changed, merged.disputed) == (FILE, (), disputed)


def test_new_cards_come_last():
    new = Card("truefalse", "茶是红的。", False, id="red")
    merged = merge(FILE, new)
    assert merged.added == ("red",)
    assert (
        merged.text
        == FILE + "- id: red\n  type: truefalse\n  prompt: 茶是红的。\n  answer: false\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("cards: []\n", "cards:\n- id: tea\n  type: qa\n  prompt: 茶从哪里来？\n  answer: 茶园\n"),
        (
            "cards:\n    -   id: cup\n        prompt: 问\n        answer: 答\n",
            "cards:\n    -   id: cup\n        prompt: 问\n        answer: 答\n"
            "    -   id: tea\n        type: qa\n        prompt: 茶从哪里来？\n"
            "        answer: 茶园\n",
        ),
    ],
)
def test_new_cards_stand_as_those_before(before, after):
    head = "format: studykit-deck/1\ntitle: 茶\n"
    assert merge(head + before, TEA).text == head + after


def test_line_ends_stay():
    merged = merge("\ufeff" + FILE.replace("\n", "\r\n"), NEW_TEA)
    assert merged.text.startswith("\ufeff# ")
    assert merged.text.count("\r\n") == merged.text.count("\n")


@pytest.mark.parametrize(
    "text",
    ["", "format: studykit-deck/1\n", FILE + "- 3\n", FILE.replace("tea", "cup"), "format: x/1\n"],
)
def test_a_file_that_is_not_in_order_is_refused(text):
    with pytest.raises(DeckError, match=r"tea\.yaml"):
        merge(text, NEW_TEA)


@given(edited(), decks, st.booleans())
def test_whatever_the_file_looks_like_all_cards_are_in_it_afterwards(text, deck, counts):
    file = parse_deck(text, "d.yaml")
    assume(file.deck is not None and not file.problems)
    old = {card.id: card for card in file.deck.cards}
    incoming = {card.id: card for card in deck.cards}
    try:
        merged = merge_imported(text, "d.yaml", deck, lambda _a, _b: counts)
    except DeckError:
        return
    after = parse_deck(merged.text, "d.yaml")
    expected = old | incoming if counts else incoming | old
    assert not after.problems
    assert {card.id: card for card in after.deck.cards} == expected
    assert replace(after.deck, cards=()) == replace(file.deck, cards=())


@given(decks)
def test_a_deck_put_into_itself_is_itself(deck):
    text = dump_deck(deck)
    assert merge_imported(text, "d.yaml", deck, lambda _a, _b: True).text == text
