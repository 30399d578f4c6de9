import json

import pytest
from hypothesis import given

from studykit.deck.model import Deck
from studykit.errors import ExchangeError
from studykit.exchange.deck_json import read_json, write_json
from tests.deck.making import DECK, decks


@given(decks)
def test_a_deck_comes_back_as_it_was(deck: Deck) -> None:
    (file,) = read_json(write_json([deck]).data, "deck.json")
    assert file.problems == ()
    assert file.deck == deck


def test_any_reader_of_json_sees_the_keys_of_the_deck_file() -> None:
    value = json.loads(write_json([DECK]).data)
    assert value["title"] == "县域经济"
    assert value["cards"][1]["answer"] == ["30.1万吨", "8.2万吨"]
    assert value["cards"][1]["span"] == [[23, 32], [33, 41]]
    assert value["cards"][2]["answer"] is False
    assert "options" not in value["cards"][0]


def test_a_deck_indented_by_tabs_is_read() -> None:
    text = json.dumps(json.loads(write_json([DECK]).data), indent="\t")
    (file,) = read_json(text.encode(), "deck.json")
    assert (file.problems, file.deck) == ((), DECK)


def test_a_card_that_is_not_in_order_is_told_by_its_line() -> None:
    text = write_json([DECK]).data.decode().replace("首位产业是什么？", "")
    (file,) = read_json(text.encode(), "deck.json")
    line = text[: text.index('"prompt": ""')].count("\n") - 3
    assert [str(problem) for problem in file.problems] == [
        f"deck.json:{line}: the card has no prompt"
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{\n"a" 1}', "deck.json:2: not readable as JSON: Expecting ':' delimiter"),
        (b"\xff", "deck.json: not readable as JSON: byte 0 is no UTF-8"),
        (b"[" * 200_000, "deck.json: not readable as JSON: nested too deeply"),
    ],
)
def test_what_is_no_json_is_one_line(data: bytes, message: str) -> None:
    with pytest.raises(ExchangeError, match="not readable") as error:
        read_json(data, "deck.json")
    assert str(error.value) == message


@pytest.mark.parametrize("data", [b"{}", b"[]", b"null", b'{"format": "other/1"}', b'"text"'])
def test_json_that_is_no_deck_is_a_problem(data: bytes) -> None:
    (file,) = read_json(data, "deck.json")
    assert file.deck is None
    assert len(file.problems) == 1
