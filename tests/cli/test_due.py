import json

import pytest

from tests.cli.learning import STREETS, TEA, grade, learner


@pytest.fixture
def due(studykit, tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path))
    return lambda *argv: studykit("due", *argv)


def test_new_cards_wait(due, tmp_path):
    learner(tmp_path, STREETS, TEA)
    result = due()
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "new   6  learning   0  due    0  小镇的街",
        "new   1  learning   0  due    0  小镇的茶",
        "new   7  learning   0  due    0  together",
    ]


def test_json_has_the_counts_of_every_deck(due, tmp_path):
    folder = learner(tmp_path, STREETS, TEA)
    grade(folder, "easy", "easy", days_ago=300)
    grade(folder, "again", "again", "again")
    found = json.loads(due("--json").out)
    assert found["learner"] == "me"
    assert (found["new"], found["learning"], found["due"], found["total"]) == (4, 3, 0, 7)
    assert [deck["new"] for deck in found["decks"]] == [3, 1]
    assert found["problems"] == []


def test_cards_come_back_when_they_are_due(due, tmp_path):
    grade(learner(tmp_path, STREETS), "easy", "easy", days_ago=300)
    assert json.loads(due("--json").out)["due"] == 2


def test_only_the_decks_that_are_named(due, tmp_path):
    learner(tmp_path, STREETS, TEA)
    assert due("--short", tmp_path / "tea.yaml").out == "1\n"
    assert due("--short").out == "7\n"


def test_what_comes_next_is_told_where_nothing_waits(due, tmp_path):
    folder = learner(tmp_path, STREETS)
    folder.config.write_text("new_per_day: 0\nfuzz: false\n", encoding="utf-8")
    grade(folder, "easy", "easy")
    assert "Next: 2 cards on 20" in due().out


def test_more_than_a_day_holds_is_told(due, tmp_path):
    folder = learner(tmp_path, STREETS)
    folder.config.write_text("new_per_day: 0\nreviews_per_day: 1\n", encoding="utf-8")
    grade(folder, "easy", "easy", "easy", days_ago=300)
    assert "2 more cards are due" in due().out


def test_without_decks_it_says_how_to_begin(due, tmp_path):
    assert "studykit learn ARTICLE" in due().out
    assert due("--short").out == "0\n"
    assert not (tmp_path / "me").exists()


def test_a_missing_deck_is_named_and_stops_nothing(due, tmp_path):
    learner(tmp_path, STREETS, TEA)
    (tmp_path / "tea.yaml").unlink()
    result = due()
    assert (result.code, "小镇的街" in result.out) == (0, True)
    assert "tea.yaml" in result.err


def test_learners_are_apart(due, tmp_path):
    grade(learner(tmp_path, STREETS), "easy", days_ago=300)
    learner(tmp_path, STREETS, name="li")
    assert json.loads(due("--json", "--learner", "li").out)["due"] == 0
    assert json.loads(due("--json").out)["due"] == 1
    result = due("--learner", "../me")
    assert (result.code, "cannot be called" in result.err) == (1, True)
