from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studykit.cli.quiz_new import Wish, new_quiz, quiz_shelf
from studykit.errors import DeckError, StudykitError
from studykit.progress.session import open_session
from studykit.questions.pool import Wanted
from tests.cli.learning import CARDS, STREETS, TEA, learner

WEEK = 7


def asked(folder, **wish):
    """The cards of a new quiz, in the order of their ids, and what is told of it."""
    start, notes = new_quiz(quiz_shelf(None, folder), folder, Wish(**wish))
    return sorted(question.card.id for question in start.questions), notes


def test_all_opened_decks_are_asked_by_default(tmp_path):
    folder = learner(tmp_path, STREETS, TEA)
    start, notes = new_quiz(quiz_shelf(None, folder), folder, Wish(seed=3))
    assert start.titles == (STREETS.title, TEA.title)
    assert start.decks == (str(tmp_path / "streets.yaml"), str(tmp_path / "tea.yaml"))
    assert (start.seed, len(start.questions), notes) == (3, 7, ())


def test_what_is_wanted_is_asked(tmp_path):
    folder = learner(tmp_path, STREETS)
    assert asked(folder, wanted=Wanted(section="第1节"))[0] == ["street0", "street2", "street4"]
    with pytest.raises(StudykitError, match="No card of these decks"):
        asked(folder, wanted=Wanted(section="第3节"))


def test_only_who_wished_for_more_is_told_of_fewer(tmp_path):
    folder = learner(tmp_path, STREETS)
    assert asked(folder)[1] == ()
    assert asked(folder, n=6)[1] == ()
    assert asked(folder, n=7)[1] == ("Only 6 questions: no other card goes with them.",)


def test_weak_cards_come_first(tmp_path):
    folder = learner(tmp_path, replace(STREETS, cards=CARDS[:2]))
    now = datetime.now(UTC)
    for card, ago in ((CARDS[0], 60 * WEEK), (CARDS[1], 0)):
        moment = now - timedelta(days=ago)
        with open_session(folder, lambda moment=moment: moment) as session:
            session.grade(card.id, "good", 1000)
    firsts = [asked(folder, n=1, weak=True, seed=seed)[0] for seed in range(40)]
    assert firsts.count(["street0"]) > 35
    either = [asked(folder, n=1, seed=seed)[0] for seed in range(40)]
    assert 8 < either.count(["street0"]) < 32


def test_decks_that_cannot_be_used(tmp_path):
    folder = learner(tmp_path)
    with pytest.raises(DeckError, match="no such deck"):
        quiz_shelf([str(tmp_path / "none.yaml")], folder)
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: something\n", encoding="utf-8")
    with pytest.raises(DeckError, match=r"bad\.yaml:1"):
        quiz_shelf([str(bad)], folder)
