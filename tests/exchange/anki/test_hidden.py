import pytest
from hypothesis import given

from studykit.cards.model import Card
from studykit.exchange.anki.fields import html_of
from studykit.exchange.anki.hidden import Hidden, hidden_html, hidden_of
from tests.deck.making import cards


@given(cards())
def test_what_is_hidden_comes_back(card: Card) -> None:
    hidden = hidden_of(hidden_html(card, "deck"))
    assert (hidden.id, hidden.type, hidden.deck) == (card.id, card.type, "deck")
    assert (hidden.fact, hidden.spans, hidden.tags) == (card.fact, card.spans, card.tags)
    assert hidden.gone == card.gone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "3",
        "{",
        '{"studykit":2,"type":"qa"}',
        '{"studykit":1,"spans":[3]}',
        '{"studykit":1,"key":"x"}',
        '{"studykit":1,"tags":4}',
        "[" * 100_000,
    ],
)
def test_what_is_none_of_ours_hides_nothing(text: str) -> None:
    assert hidden_of(html_of(text)) == Hidden()


def test_html_of_someone_else_hides_nothing() -> None:
    assert hidden_of('<b>{"studykit":1}</b>') == Hidden()
