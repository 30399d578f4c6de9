from dataclasses import replace

import pytest

from studykit.deck.dump import dump_card, dump_header
from studykit.deck.made import HEADER, fingerprint, prints_of, stamp
from tests.deck.making import CARDS, DECK

TEXT = dump_card(replace(CARDS[0], id="x1"))


def test_a_stamped_deck_remembers_each_card_and_the_header() -> None:
    deck = stamp(replace(DECK, cards=CARDS))
    prints = prints_of(deck.made)
    assert list(prints) == [HEADER, *(card.id for card in deck.cards)]
    assert prints[HEADER] == fingerprint(dump_header(deck))
    assert prints[deck.cards[1].id] == fingerprint(dump_card(deck.cards[1]))
    assert stamp(deck) == deck


@pytest.mark.parametrize(
    "lines", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "  \n"), TEXT + "  gone: true\n"]
)
def test_line_ends_and_the_mark_of_regenerating_are_no_edit(lines: str) -> None:
    assert fingerprint(lines) == fingerprint(TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        TEXT.replace("42.6", "42.7"),
        TEXT + "  # 注释\n",
        TEXT + "  mine: 1\n",
        TEXT.replace('"', "'"),
        TEXT.replace("numeric", "qa"),
        TEXT.replace("x1", "x2"),
    ],
)
def test_anything_else_is_an_edit(lines: str) -> None:
    assert fingerprint(lines) != fingerprint(TEXT)


def test_an_id_may_hold_a_hyphen() -> None:
    assert prints_of(("my-card-0123abcd",)) == {"my-card": "0123abcd"}
