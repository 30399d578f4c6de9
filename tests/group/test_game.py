"""The rules of a group review, and that it is nothing but its events."""

from dataclasses import replace

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from studykit.group.events import (
    Buzzed,
    Ended,
    Judged,
    Paused,
    Resumed,
    Revealed,
    Skipped,
    Undone,
    WentOn,
)
from studykit.group.fields import begun_fields, event_fields, game_of
from studykit.group.game import Game, ImpossibleError, replayed
from studykit.group.model import MODES, Setup
from studykit.group.scores import gains, ranking, scores
from tests.group.making import CARDS, TEAMS, copies, game
from tests.terminal.samples import QA, TRUEFALSE

RIGHT, NEAR, WRONG = (Judged(0, verdict) for verdict in ("right", "near", "wrong"))


def by(team, verdict):
    return Judged(team, verdict)


POSSIBLE = [
    # mode, events, phase, floor, points
    ("turns", [], "answering", 0, [0, 0, 0]),
    ("turns", [RIGHT], "shown", None, [4, 0, 0]),
    ("turns", [NEAR], "shown", None, [2, 0, 0]),
    ("turns", [WRONG], "open", None, [0, 0, 0]),
    ("turns", [WRONG, RIGHT], "shown", None, [4, 0, 0]),
    ("turns", [WRONG, NEAR], "shown", None, [2, 0, 0]),
    ("turns", [WRONG, Buzzed(2)], "answering", 2, [0, 0, 0]),
    ("turns", [WRONG, Buzzed(2), by(2, "right")], "shown", None, [0, 0, 2]),
    ("turns", [WRONG, Buzzed(2), by(2, "near")], "shown", None, [0, 0, 1]),
    ("turns", [WRONG, Buzzed(2), by(2, "wrong")], "open", None, [0, 0, 0]),
    (
        "turns",
        [WRONG, Buzzed(2), by(2, "wrong"), Buzzed(1), by(1, "wrong")],
        "shown",
        None,
        [0, 0, 0],
    ),
    ("turns", [WRONG, Revealed()], "shown", None, [0, 0, 0]),
    ("turns", [Revealed()], "shown", None, [0, 0, 0]),
    ("turns", [Revealed(), RIGHT], "shown", None, [4, 0, 0]),
    ("turns", [Revealed(), by(1, "right")], "shown", None, [0, 2, 0]),
    ("turns", [RIGHT, WRONG], "shown", None, [0, 0, 0]),
    ("turns", [RIGHT, Judged(0, None)], "shown", None, [0, 0, 0]),
    ("turns", [RIGHT, WentOn()], "answering", 1, [4, 0, 0]),
    ("turns", [Skipped()], "answering", 0, [0, 0, 0]),
    ("turns", [RIGHT, Skipped()], "answering", 0, [0, 0, 0]),
    ("turns", [RIGHT, Undone()], "answering", 0, [0, 0, 0]),
    ("turns", [WRONG, Buzzed(1), Undone()], "open", None, [0, 0, 0]),
    ("turns", [RIGHT, Paused("break")], "shown", None, [4, 0, 0]),
    ("turns", [Paused("pause"), Resumed(), RIGHT], "shown", None, [4, 0, 0]),
    ("turns", [RIGHT, Ended()], "done", None, [4, 0, 0]),
    ("turns", [RIGHT, Ended(), Undone()], "shown", None, [4, 0, 0]),
    ("buzz", [], "open", None, [0, 0, 0]),
    ("buzz", [Buzzed(1)], "answering", 1, [0, 0, 0]),
    ("buzz", [Buzzed(1), by(1, "right")], "shown", None, [0, 4, 0]),
    ("buzz", [Buzzed(1), by(1, "wrong")], "open", None, [0, 0, 0]),
    ("buzz", [Buzzed(1), by(1, "wrong"), by(1, "right")], "shown", None, [0, 4, 0]),
    ("buzz", [Buzzed(1), by(1, "wrong"), Buzzed(0), WRONG, RIGHT], "shown", None, [2, 0, 0]),
    ("buzz", [Buzzed(1), by(1, "wrong"), Buzzed(0), RIGHT], "shown", None, [2, 0, 0]),
    ("buzz", [Revealed()], "shown", None, [0, 0, 0]),
    ("all-write", [], "writing", None, [0, 0, 0]),
    ("all-write", [Revealed()], "shown", None, [0, 0, 0]),
    ("all-write", [Revealed(), RIGHT, by(2, "near")], "shown", None, [4, 0, 2]),
    ("all-write", [Revealed(), WRONG, by(1, "right")], "shown", None, [0, 4, 0]),
    ("all-write", [Revealed(), RIGHT, WentOn()], "writing", None, [4, 0, 0]),
]
IMPOSSIBLE = [
    ("turns", [], Undone()),
    ("turns", [], Resumed()),
    ("turns", [], Paused("")),
    ("turns", [], WentOn()),
    ("turns", [], Buzzed(1)),
    ("turns", [], by(1, "right")),
    ("turns", [], Judged(0, None)),
    ("turns", [WRONG], Buzzed(0)),
    ("turns", [WRONG], by(1, "right")),
    ("turns", [WRONG], WentOn()),
    ("turns", [WRONG], WRONG),
    ("turns", [WRONG], Judged(0, None)),
    ("turns", [WRONG, Buzzed(1), by(1, "wrong")], RIGHT),
    ("turns", [RIGHT], Buzzed(1)),
    ("turns", [RIGHT], Revealed()),
    ("turns", [RIGHT], by(3, "right")),
    ("turns", [RIGHT], by(-1, "right")),
    ("turns", [Paused("pause")], RIGHT),
    ("turns", [Paused("pause")], Undone()),
    ("turns", [Paused("pause")], Paused("break")),
    ("turns", [Ended()], Ended()),
    ("turns", [Ended()], Skipped()),
    ("turns", [Ended()], Revealed()),
    ("turns", [Ended()], Paused("pause")),
    ("turns", [Ended()], RIGHT),
    ("buzz", [], RIGHT),
    ("buzz", [], Buzzed(3)),
    ("buzz", [], Buzzed(-1)),
    ("buzz", [Buzzed(0)], Buzzed(1)),
    ("buzz", [Buzzed(0)], by(1, "right")),
    ("buzz", [Buzzed(0), WRONG], Buzzed(0)),
    ("all-write", [], RIGHT),
    ("all-write", [], Buzzed(0)),
    ("all-write", [], WentOn()),
]


@pytest.mark.parametrize(("mode", "events", "phase", "floor", "points"), POSSIBLE)
def test_what_events_lead_to(mode, events, phase, floor, points):
    found = game(mode, *events)
    assert (found.phase, found.floor) == (phase, floor)
    assert [score.points for score in scores(found)] == points


@pytest.mark.parametrize(("mode", "events", "event"), IMPOSSIBLE)
def test_what_cannot_happen(mode, events, event):
    before = game(mode, *events)
    with pytest.raises(ImpossibleError):
        before.after(event)
    found, passed = replayed(before.setup, [*events, event, event])
    assert (found, passed) == (before, 2)


def test_a_wrong_truth_value_cannot_be_stolen():
    assert game("turns", WRONG, cards=[TRUEFALSE, QA]).phase == "shown"
    assert game("buzz", Buzzed(0), WRONG, cards=[TRUEFALSE, QA]).phase == "shown"


def test_a_player_alone_has_nobody_who_steals():
    assert game("turns", WRONG, teams=["我"]).phase == "shown"


def test_turns_go_round():
    found = game("turns", cards=copies(QA, 7))
    turns = []
    while found.phase != "done":
        turns.append(found.turn)
        found = found.after(Revealed()).after(WentOn())
    assert turns == [0, 1, 2, 0, 1, 2, 0]


@pytest.mark.parametrize(("total", "skips", "left"), [(2, 1, 2), (2, 4, 2), (2, 5, 1), (6, 2, 4)])
def test_a_skipped_question_has_a_substitute_while_there_is_one(total, skips, left):
    found = game("buzz", *[Skipped()] * skips, total=total)
    assert found.total == left
    asked = 0
    while found.phase != "done":
        asked += 1
        found = found.after(Revealed()).after(WentOn())
    assert asked == left


def test_all_skipped_is_the_end():
    assert game("turns", *[Skipped()] * len(CARDS)).phase == "done"


def test_a_break_keeps_what_undoing_comes_back_to():
    found = game("turns", RIGHT, Paused("break"), Resumed())
    assert found.after(Undone()) == game("turns")


def test_answers_in_a_row_earn_more_where_that_is_wanted():
    events = [Revealed(), RIGHT, by(1, "right"), WentOn()] * 4
    other = [Revealed(), RIGHT, by(1, "near")]
    for streaks, points in [(False, [20, 18, 0]), (True, [23, 20, 0])]:
        found = game("all-write", *events, *other, streaks=streaks)
        assert [score.points for score in scores(found)] == points
        assert [score.streak for score in scores(found)] == [5, 0, 0]
    assert gains(found) == (5, 2, 0)


@pytest.mark.parametrize(
    ("right", "places"),
    [
        ([], [(1, 0), (1, 1), (1, 2)]),
        ([1], [(1, 1), (2, 0), (2, 2)]),
        ([0, 2], [(1, 0), (1, 2), (3, 1)]),
    ],
)
def test_equal_points_share_a_place(right, places):
    found = game("all-write", Revealed(), *(by(team, "right") for team in right))
    assert [(place, score.team) for place, score in ranking(found)] == places


TEAM = st.integers(0, len(TEAMS) - 1)
VERDICT = st.sampled_from(["right", "near", "wrong"])


class Machine(RuleBasedStateMachine):
    """Events in any order, whether they are possible or not."""

    @initialize(mode=st.sampled_from(MODES), total=st.integers(1, 6), streaks=st.booleans())
    def begin(self, mode, total, streaks):
        self.setup = Setup(mode, TEAMS, CARDS, total, streaks=streaks)
        self.game = Game.of(self.setup)
        self.history: list[Game] = []
        self.kept = [begun_fields(self.setup)]

    def happens(self, event):
        before = self.game
        try:
            self.game = before.after(event)
        except ImpossibleError:
            assert scores(self.game) == scores(before)
            return
        self.kept.append(event_fields(event, before))
        if isinstance(event, Undone):
            assert self.game == self.history.pop()
        elif isinstance(event, Paused | Resumed):
            assert replace(self.game, pause="") == replace(before, pause="")
        else:
            self.history.append(before)

    @rule(team=TEAM)
    def buzz(self, team):
        self.happens(Buzzed(team))

    @rule(team=TEAM, verdict=VERDICT | st.none(), said=st.sampled_from([(), ("茶",)]))
    def judge(self, team, verdict, said):
        self.happens(Judged(team, verdict, said))

    @precondition(lambda self: self.game.floor is not None)
    @rule(verdict=VERDICT)
    def judge_the_floor(self, verdict):
        self.happens(Judged(self.game.floor, verdict))

    @rule(event=st.sampled_from([Revealed(), WentOn(), Skipped(), Undone(), Resumed()]))
    def go_on(self, event):
        self.happens(event)

    @rule(why=st.sampled_from(["pause", "break"]))
    def pause(self, why):
        self.happens(Paused(why))

    @precondition(lambda self: len(self.history) > 6)
    @rule()
    def end(self):
        self.happens(Ended())

    @invariant()
    def undo_is_possible_as_often_as_something_happened(self):
        assert self.game.can_undo == bool(self.history)

    @invariant()
    def replaying_leads_here(self):
        game, passed = game_of(self.kept)
        assert (game, passed) == (self.game, 0)
        if self.history and not game.pause:
            assert game.after(Undone()) == self.history[-1]

    @invariant()
    def points_are_those_of_the_answers(self):
        for score in scores(self.game):
            answers = score.right + score.near + score.wrong
            assert answers <= len(self.game.played) + 1
            assert score.points >= 0
        assert not any(gains(self.game)) or self.game.attempts


Machine.TestCase.settings = hypothesis_settings(deadline=None, max_examples=150)
TestMachine = Machine.TestCase
