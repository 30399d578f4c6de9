import json
from dataclasses import replace

import pytest

from studykit.deck.file import write_deck
from tests.cli.learning import STREETS, TEA, grade, learner


@pytest.fixture
def history(studykit, tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path))
    folder = learner(tmp_path, STREETS, TEA)
    grade(folder, "easy", "good", days_ago=3)
    grade(folder, "again")
    return lambda *argv: studykit("history", *argv)


@pytest.mark.parametrize("words", ["street0", "第0条街", "小镇第0"])
def test_a_card_is_found_by_its_id_or_its_words(history, words):
    found = json.loads(history(words, "--json").out)
    assert (found["card"], found["prompt"]) == ("street0", "小镇第0条街叫什么名字？")
    assert [event["rating"] for event in found["events"]] == ["easy", "again"]


def test_a_person_gets_a_table(history):
    result = history("street0")
    assert (result.code, result.err) == (0, "")
    assert "street0 · 2 reviews · 1 lapse" in result.out


def test_a_card_that_was_never_reviewed(history):
    assert "not reviewed yet" in history("tea0").out


def test_several_are_named(history):
    result = history("小镇")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("6 cards have 小镇 in their prompts")
    assert "street0 小镇第0条街叫什么名字？; street1" in result.err
    assert result.err.endswith("; …\n")


def test_none_is_told(history):
    result = history("海边")
    assert result.code == 1
    assert "海边" in result.err


def test_a_card_that_has_gone_from_the_decks_keeps_its_history(history, tmp_path):
    gone = tuple(replace(card, gone=True) for card in STREETS.cards)
    write_deck(tmp_path / "streets.yaml", replace(STREETS, cards=gone))
    assert json.loads(history("第1条街", "--json").out)["card"] == "street1"
    (tmp_path / "streets.yaml").unlink()
    assert json.loads(history("street1", "--json").out)["prompt"] == ""
