import json

import pytest

from studykit.deck.file import write_deck
from tests.terminal.samples import DECK, HOSTILE


@pytest.fixture
def deck(tmp_path):
    write_deck(tmp_path / "tea.yaml", DECK)
    return "tea.yaml"


def ids(result):
    return [line.split("\t")[0] for line in result.out.splitlines()]


def test_a_pipe_gets_a_line_a_card(studykit, deck):
    result = studykit("show", deck)
    assert (result.code, result.err) == (0, "")
    assert ids(result) == [card.id for card in DECK.cards]
    assert (
        result.out.splitlines()[2]
        == "cl000001\tcloze\t茶园的一年\t小镇以____为主，以____为辅。\t绿茶 / 花茶"
    )


@pytest.mark.parametrize(
    ("words", "want"),
    [
        (["--section", "市场"], ["ch000001", "tf000001", "li000001"]),
        (["--section", "场"], ["ch000001", "tf000001", "li000001"]),
        (["--type", "numeric"], ["nu000001"]),
        (["--tag", "figure"], ["nu000001"]),
        (["--search", "36.5"], ["nu000001"]),
        (["--search", "修剪"], ["qa000001"]),
        (["--search", "海外"], ["ch000001"]),
        (["--section", "市场", "--search", "三步"], ["li000001"]),
        (["--tag", "fig"], []),
        (["--search", "[bold]"], []),
        (["--section", "海"], []),
    ],
)
def test_cards_are_found(studykit, deck, words, want):
    assert ids(studykit("show", deck, *words)) == want


def test_json(studykit, deck):
    first, *_rest, last = json.loads(studykit("show", deck, "--json").out)
    assert first["prompt"] == DECK.cards[0].prompt
    assert last["answer"] == ["采摘", "杀青", "烘干"]


def test_controls_of_a_deck_are_harmless(studykit, tmp_path):
    from dataclasses import replace

    write_deck(tmp_path / "x.yaml", replace(DECK, cards=(HOSTILE,)))
    text = studykit("show", "x.yaml").out
    assert "␛[31m" in text
    assert not set(text) & {"\x1b", "\x07", "\x9b"}


def test_a_list_for_people():
    from studykit.terminal.listing import print_cards
    from tests.terminal.samples import memory_console, written

    console = memory_console(80)
    print_cards(console, DECK.cards)
    text = written(console)
    assert "A. 本地   B. 邻省" in text
    assert "  → 邻省" in text
    assert text.endswith("6 cards\n")


def test_a_deck_with_a_fault_is_named_by_line(studykit, article):
    path = article("bad.yaml", "format: studykit-deck/1\ntitle: 茶\ncards:\n- prompt: 一\n")
    result = studykit("show", path)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("bad.yaml:4: ")
