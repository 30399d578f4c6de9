"""A card among the events of a session comes back as it was, or not at all."""

import pytest

from studykit.deck.file import load_deck, write_deck
from studykit.journal.card_fields import card_fields, card_of
from studykit.journal.lines import line_of, strict_event
from tests.terminal.samples import ALL, DECK, HOSTILE


@pytest.mark.parametrize("card", [*ALL, HOSTILE], ids=lambda card: card.id)
def test_a_card_comes_back(card):
    line = line_of(card_fields(card))
    (kept,) = strict_event(line)
    assert card_of(kept) == card


def test_the_cards_of_a_deck_come_back(tmp_path):
    write_deck(tmp_path / "tea.yaml", DECK)
    for card in load_deck(tmp_path / "tea.yaml").cards:
        assert card_of(card_fields(card)) == card


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"type": "qa"},
        {"type": "song", "prompt": "a", "answer": "b"},
        {"type": "truefalse", "prompt": "a", "answer": "b"},
        {"type": "list", "prompt": "a", "answer": "b"},
        {"type": "list", "prompt": "a", "answer": ["b", 1]},
        {"type": "qa", "prompt": "a", "answer": "b", "ordered": "yes"},
        {"type": "qa", "prompt": "a", "answer": "b", "spans": [[1]]},
        {"type": "qa", "prompt": "a", "answer": "b", "spans": [[1, -2]]},
    ],
)
def test_what_is_no_card(fields):
    with pytest.raises(ValueError):  # noqa: PT011 - the value is the message
        card_of(fields)
