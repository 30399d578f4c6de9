from datetime import datetime

import pytest

from studykit.classroom.roster import Roster
from studykit.cli.class_weights import class_weights
from studykit.cli.crediting import credit
from studykit.cli.recalled import recalled
from studykit.progress.folder import Folder, learners
from studykit.questions.forgotten import UNKNOWN
from tests.classroom.lesson import BEGAN, SESSION, lesson

CARDS = ["card-choice", "card-qa", "card-truefalse", "card-never"]


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A class a month after a lesson that was credited."""
    later = datetime.fromisoformat("2025-12-25T09:30:00Z")
    for module in ("learners", "crediting"):
        monkeypatch.setattr(f"studykit.cli.{module}.clock", lambda: later)
    assert credit(tmp_path, lesson(), SESSION, BEGAN).failed == []
    return tmp_path


def roster(*names):
    return Roster(dict.fromkeys(names, ""))


def test_what_the_class_missed_it_has_most_likely_forgotten(root):
    weights, told = class_weights(CARDS, roster("韩梅梅"), root)
    # She did not know the choice; she knew the others.
    assert weights["card-choice"] > weights["card-qa"]
    assert weights["card-never"] == UNKNOWN
    assert told == ()


def test_it_is_the_mean_over_the_class(root):
    weights, _told = class_weights(CARDS, roster("李雷", "韩梅梅"), root)
    li, han = (recalled(Folder(root / name), CARDS) for name in ("李雷", "韩梅梅"))
    assert weights["card-choice"] == pytest.approx(1 - (li["card-choice"] + han["card-choice"]) / 2)
    assert weights["card-truefalse"] == pytest.approx((UNKNOWN + 1 - han["card-truefalse"]) / 2)


def test_who_was_never_here_counts_as_unknown(root):
    weights, _told = class_weights(CARDS, roster("韩梅梅", "新人", "新人二"), root)
    alone, _told = class_weights(CARDS, roster("韩梅梅"), root)
    assert weights["card-choice"] == pytest.approx((alone["card-choice"] + 2 * UNKNOWN) / 3)
    assert learners(root) == ["李雷", "韩梅梅"]


def test_without_a_roster_the_class_is_every_learner(root):
    assert class_weights(CARDS, None, root) == class_weights(CARDS, roster("李雷", "韩梅梅"), root)


@pytest.mark.parametrize("names", [None, roster("新人")])
def test_a_class_of_which_nothing_is_known_is_told_of(tmp_path, names):
    weights, told = class_weights(CARDS, names, tmp_path / "none")
    assert set(weights.values()) == {UNKNOWN}
    assert told == ("No one here has reviewed any: --weak changes nothing.",)
