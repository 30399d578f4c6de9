from dataclasses import replace

import pytest
from hypothesis import given

from studykit.deck.model import Deck, Warning
from studykit.exchange.anki.deck_header import description_of, headers_in
from tests.deck.making import DECK, decks

BARE = replace(DECK, cards=())


@given(decks)
def test_a_header_comes_back(deck: Deck) -> None:
    deck = replace(deck, cards=(), made=("header-1", "a-2"))
    text = description_of(deck)
    assert headers_in(text) == [deck]
    assert headers_in(f"我的说明<br>{text}<!-- x -->{text}") == [deck, deck]


def test_what_is_seen_of_it() -> None:
    seen = description_of(BARE).partition("<!--")[0]
    assert seen == "作者 · 本报 · 2025-12-19<ul><li>两端同年：“2025年”</li></ul>"


def test_texts_do_not_end_the_comment() -> None:
    deck = replace(BARE, title="--> <b>", warnings=(Warning("--", 1, "---><!--"),))
    text = description_of(deck)
    assert text.count("-->") == 1
    assert text.endswith("-->")
    assert headers_in(text) == [deck]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "历史",
        "<!-- studykit -->",
        "<!--studykit {}-->",
        "<!--studykit []-->",
        '<!--studykit {"id": "a"',
        '<!--studykit {"id": "a", "title": "b", "language": "zh-Hans", "source": 3}-->',
        "<!--studykit " + "[" * 100_000 + "-->",
    ],
)
def test_other_descriptions_hold_none(text: str) -> None:
    assert headers_in(text) == []


def test_a_long_description_without_an_end() -> None:
    assert headers_in("<!--studykit {" * 200_000) == []
