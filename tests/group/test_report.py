"""The hardest questions, the worst first."""

from studykit.group.events import Buzzed, Judged, Revealed, WentOn
from studykit.group.report import report_of
from tests.group.making import CARDS, copies, game
from tests.terminal.samples import QA


def answered(*verdicts):
    return [Revealed(), *(Judged(team, one) for team, one in enumerate(verdicts) if one), WentOn()]


def test_the_hardest_come_first():
    found = game(
        "all-write",
        *answered("right", "right", "right"),
        *answered("right", "near", "right"),
        *answered("wrong", "wrong", "right"),
        *answered("wrong", "wrong", "wrong"),
        *answered(None, None, None),
    )
    report = report_of(found)
    assert [one.number for one in report.asked] == [1, 2, 3, 4, 5]
    assert [one.card for one in report.asked] == list(CARDS[:5])
    assert [one.number for one in report.hardest] == [4, 5, 3, 2]
    assert [round(one.share, 2) for one in report.hardest] == [0, 0, 0.33, 0.83]


def test_what_was_stolen_was_known():
    events = [Judged(0, "wrong"), Buzzed(1), Judged(1, "right")]
    (asked,) = report_of(game("turns", *events, cards=copies(QA, 2))).asked
    assert asked.share == 0.5
    assert asked.gains == (0, 2, 0)


def test_what_each_question_gave():
    found = game("all-write", *answered("right", "near") * 4, streaks=True)
    assert [one.gains for one in report_of(found).asked] == [
        (4, 2, 0),
        (4, 2, 0),
        (5, 2, 0),
        (5, 2, 0),
    ]


def test_a_question_that_nobody_answered_yet_is_not_told():
    assert report_of(game("buzz", Buzzed(0))).asked == ()
    assert [one.number for one in report_of(game("turns", Judged(0, "near"))).asked] == [1]
