import json

import pytest

from tests.cli.learning import STREETS, TEA, grade, learner


@pytest.fixture
def stats(studykit, tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path))
    return lambda *argv: studykit("stats", *argv)


@pytest.fixture
def studied(tmp_path):
    folder = learner(tmp_path, STREETS, TEA)
    grade(folder, "easy", "good", "again", days_ago=3)
    grade(folder, "good", "good")
    return folder


def test_a_person_gets_charts(stats, studied):
    result = stats()
    assert (result.code, result.err) == (0, "")
    assert "Today: 2 reviews, 2 s" in result.out
    assert "True retention" in result.out
    assert "小镇的街" in result.out


def test_json_has_the_same(stats, studied):
    found = json.loads(stats("--json").out)
    assert found["learner"] == "me"
    assert found["total"] == {"reviews": 5, "ms": 5000}
    assert found["cards"]["all"]["new"] == 4
    assert [deck["name"] for deck in found["cards"]["decks"]] == ["小镇的街", "小镇的茶"]
    assert len(found["days"]) == len(found["forecast"]["days"]) == 30


def test_only_the_decks_that_are_named(stats, studied, tmp_path):
    found = json.loads(stats("--json", tmp_path / "tea.yaml").out)
    assert found["total"]["reviews"] == 0
    assert found["cards"]["all"]["new"] == 1
    assert found["spread"]["cards"] == 0


def test_days(stats, studied):
    found = json.loads(stats("--json", "--days", 2).out)
    assert [day["day"] for day in found["days"]][-1] == found["today"]
    assert len(found["days"]) == len(found["forecast"]["days"]) == 2
    assert stats("--days", 0).code == 2


def test_a_page_is_written(stats, studied, tmp_path):
    result = stats("--html", "page.html")
    assert (result.code, result.out) == (0, "Page: page.html\n")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_page_that_cannot_be_written(stats, studied, tmp_path):
    result = stats("--html", tmp_path / "tea.yaml" / "page.html")
    assert (result.code, result.out) == (1, "")
    assert "tea.yaml" in result.err


def test_a_deck_that_has_gone_is_named_and_the_rest_told(stats, studied, tmp_path):
    (tmp_path / "tea.yaml").unlink()
    result = stats("--json")
    assert result.code == 0
    assert "tea.yaml: " in result.err
    assert json.loads(result.out)["total"]["reviews"] == 5
    assert stats(tmp_path / "tea.yaml").code == 1


def test_nobody_is_told_apart_from_nothing_done(stats, tmp_path):
    result = stats()
    assert (result.code, result.out) == (1, "")
    assert "there is no progress of me" in result.err
    learner(tmp_path, TEA)
    assert "Today: 0 reviews" in stats().out
