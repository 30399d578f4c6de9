import copy
import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from studykit.classroom import events as ev
from studykit.classroom.model import Rules
from studykit.classroom.room import GRACE_MS, Room, replayed
from studykit.classroom.views import player_view, projector_view
from tests.classroom.samples import (
    CANARY,
    KINDS,
    judge,
    questions,
    right_answer,
    room,
    wrong_answer,
)


def joined(found, *players, at=1, **more):
    for player in players:
        assert found.apply(ev.Joined(at, player, f"p{player}", "secret", **more)) == ""
    return found


def opened(kinds=("choice",), players=(1, 2), **rules):
    found = joined(room(kinds, **rules), *players)
    assert found.apply(ev.Asked(1000, 0)) == ""
    return found


def right(found, player, at=1500, question=0, round_=1, sure=None):
    return ev.Answered(at, player, question, round_, right_answer(found.questions[question]), sure)


def wrong(found, player, at=1500, question=0, round_=1, sure=None):
    return ev.Answered(at, player, question, round_, wrong_answer(found.questions[question]), sure)


def test_a_whole_question():
    found = opened()
    assert found.apply(right(found, 1)) == ""
    assert found.apply(wrong(found, 2)) == ""
    assert found.points == {}
    for event in (ev.Closed(2000), ev.Revealed(2100)):
        assert found.apply(event) == ""
    assert found.points == {1: 100, 2: 0}
    assert found.apply(ev.Boarded(2200)) == ""
    assert found.apply(ev.Ended(2300)) == ""
    assert found.phase == "ended"


def test_the_last_vote_counts():
    found = opened(players=(1, 2, 3))
    for event in (
        right(found, 1),
        wrong(found, 2),
        right(found, 3),
        ev.Closed(2000),
        ev.Discussed(2001),
        ev.Revoted(2002),
        wrong(found, 1, round_=2),
        right(found, 2, round_=2),
        ev.Revealed(3000),
    ):
        assert found.apply(event) == ""
    assert found.points == {1: 0, 2: 100, 3: 100}


def test_speed_points_are_off_unless_asked_for():
    slow = opened(seconds=20)
    fast = opened(seconds=20, speed=True)
    for found in (slow, fast):
        found.apply(right(found, 1, at=1000))
        found.apply(right(found, 2, at=21000))
        found.apply(ev.Revealed(22000))
    assert slow.points == {1: 100, 2: 100}
    assert fast.points == {1: 100, 2: 50}


def test_a_pause_stops_the_clock():
    found = opened(seconds=10)
    assert found.deadline == 11000
    assert found.apply(ev.Paused(5000, True)) == ""
    assert found.apply(right(found, 1, at=6000)) == "paused"
    assert found.apply(ev.Paused(65000, False)) == ""
    assert found.deadline == 71000
    assert found.apply(right(found, 1, at=71000)) == ""
    assert found.answers(0, 1)[1].ms == 10000
    assert found.apply(right(found, 2, at=71000 + GRACE_MS + 1)) == "late"


def test_accepting_an_answer_changes_nothing_for_the_others():
    found = opened(["qa"])
    found.apply(right(found, 1))
    found.apply(ev.Answered(1500, 2, 0, 1, "另一种说法"))
    found.apply(ev.Revealed(2000))
    assert found.points == {1: 100, 2: 0}
    for _twice in range(2):
        found.apply(ev.Accepted(2100, 0, "另一种说法"))
        assert found.points == {1: 100, 2: 100}


def test_points_that_the_teacher_gives_afterwards():
    found = opened(["qa"])
    found.apply(ev.Answered(1500, 1, 0, 1, "另一种说法"))
    assert found.apply(ev.Accepted(1600, 0, "另一种说法")) == "unknown"
    found.apply(ev.Revealed(2000))
    assert found.points.get(1, 0) == 0
    assert found.apply(ev.Accepted(2100, 0, "另一种说法")) == ""
    assert found.points[1] == 100
    assert found.marks[(0, 1)][1].right


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (ev.Answered(1500, 9, 0, 1, 0), "unknown"),
        (ev.Answered(1500, 1, 5, 1, 0), "unknown"),
        (ev.Answered(1500, 1, -1, 1, 0), "unknown"),
        (ev.Answered(1500, 1, 1, 1, 0), "early"),
        (ev.Answered(1500, 1, 0, 2, 0), "closed"),
        (ev.Answered(1500, 1, 0, 0, 0), "closed"),
        (ev.Answered(1500, 1, 0, 1, 7), "invalid"),
        (ev.Answered(1500, 1, 0, 1, True), "invalid"),
        (ev.Answered(1500, 1, 0, 1, "A"), "invalid"),
        (ev.Joined(1500, 1, "新人", "s"), "taken"),
        (ev.Joined(1500, 8, "P1", "s"), "taken"),
        (ev.Joined(1500, 8, "", "s"), "taken"),
        (ev.Joined(1500, 8, "新人", "s", team=0), "invalid"),
        (ev.Kicked(1500, 8), "unknown"),
        (ev.Asked(1500, 1), "phase"),
        (ev.Asked(1500, 0), "phase"),
        (ev.Asked(1500, 2), "unknown"),
        (ev.Asked(1500, -1), "unknown"),
        (ev.Discussed(1500), "phase"),
        (ev.Revoted(1500), "phase"),
        (ev.Boarded(1500), "phase"),
        (ev.Paused(1500, False), "phase"),
        (ev.Locked(1500, False), "phase"),
        (ev.Accepted(1500, 0, "x"), "unknown"),
    ],
)
def test_what_may_not_happen_changes_nothing(event, why):
    found = opened(["choice", "qa"])
    before = copy.deepcopy(found)
    assert found.apply(event) == why
    assert found == before


def test_an_answer_counts_once():
    found = opened()
    assert found.apply(right(found, 1)) == ""
    before = copy.deepcopy(found)
    assert found.apply(wrong(found, 1)) == "already"
    assert found.apply(right(found, 1)) == "already"
    assert found == before


def test_after_the_end_nothing_happens():
    found = opened()
    found.apply(ev.Ended(2000))
    for event in (right(found, 1), ev.Asked(3000, 0), ev.Ended(3000), ev.Joined(1, 9, "x", "s")):
        assert found.apply(event) == "ended"


def test_who_was_sent_away_is_out_and_their_name_is_free():
    found = opened()
    assert found.apply(ev.Kicked(1200, 1)) == ""
    assert found.apply(right(found, 1)) == "unknown"
    assert [one.id for one in found.here] == [2]
    assert found.apply(ev.Joined(1300, 3, "p1", "s")) == ""
    assert found.apply(ev.Kicked(1400, 1)) == "unknown"


def test_a_locked_room_lets_nobody_in():
    found = joined(room(["choice"]), 1)
    assert found.apply(ev.Locked(2, True)) == ""
    assert found.apply(ev.Joined(3, 2, "late", "s")) == "locked"
    assert found.apply(ev.Locked(4, False)) == ""
    assert found.apply(ev.Joined(5, 2, "late", "s")) == ""


def test_a_name_of_the_roster_belongs_to_one():
    found = room(["choice"])
    assert found.apply(ev.Joined(1, 1, "小明", "s", learner="ming")) == ""
    assert found.apply(ev.Joined(1, 2, "小明二", "s", learner="ming")) == "taken"


def test_self_paced_each_goes_on_alone():
    found = joined(room(["choice", "qa"], self_paced=True, until=10_000), 1, 2)
    assert found.apply(right(found, 1)) == "early"
    assert found.apply(ev.Asked(1000, 0)) == ""
    assert found.apply(right(found, 1)) == ""
    assert found.points == {1: 100}
    assert found.apply(wrong(found, 2, question=1)) == "early"
    assert found.apply(right(found, 1, question=1)) == ""
    assert (found.place_of(1), found.place_of(2)) == (2, 0)
    assert found.is_revealed(0, 1)
    assert not found.is_revealed(0, 2)
    assert found.apply(right(found, 1)) == "already"
    assert found.apply(right(found, 2, at=10_000 + GRACE_MS + 1)) == "late"
    assert found.apply(ev.Closed(3000)) == "phase"


class Classroom(RuleBasedStateMachine):
    """A teacher and players who do anything at any time."""

    players = Bundle("players")

    def __init__(self):
        super().__init__()
        self.events = []
        self.now = 1000
        self.acked = {}

    @rule(seconds=st.sampled_from([0, 5]), speed=st.booleans(), paced=st.booleans())
    @precondition(lambda self: not hasattr(self, "room"))
    def begin(self, seconds, speed, paced):
        self.rules = Rules(seconds=seconds, speed=speed, self_paced=paced, teams=("甲", "乙"))
        self.questions = questions()
        self.room = Room(self.questions, self.rules, judge)

    def happen(self, event):
        before = copy.deepcopy(self.room)
        why = self.room.apply(event)
        if why:
            assert self.room == before
        else:
            self.events.append(event)
        return why

    @precondition(lambda self: hasattr(self, "room"))
    @rule(target=players, nick=st.sampled_from("甲乙丙丁戊"), team=st.integers(-1, 2))
    def join(self, nick, team):
        player = len(self.room.players) + 1
        self.happen(ev.Joined(self.now, player, nick, "s", team=team))
        return player

    @precondition(lambda self: hasattr(self, "room"))
    @rule(
        player=players,
        ahead=st.sampled_from([0, 0, 0, 0, -1, 1]),
        round_=st.sampled_from([0, 0, 0, 1, -1]),
        right=st.booleans(),
        sure=st.none() | st.booleans(),
    )
    def answer(self, player, ahead, round_, right, sure):
        at = (self.room.place_of(player) if self.rules.self_paced else self.room.question) + ahead
        one = self.questions[at] if 0 <= at < len(self.questions) else self.questions[0]
        answer = right_answer(one) if right else wrong_answer(one)
        number = max(1, self.room.round) + round_
        event = ev.Answered(self.now, player, at, number, answer, sure)
        if not self.happen(event):
            assert (player, at, number) not in self.acked
            self.acked[(player, at, number)] = answer

    @precondition(lambda self: hasattr(self, "room"))
    @rule(player=players)
    def kick(self, player):
        self.happen(ev.Kicked(self.now, player))

    @precondition(lambda self: hasattr(self, "room"))
    @rule(
        make=st.sampled_from(
            [
                lambda self: ev.Asked(self.now, self.room.question + 1),
                lambda self: ev.Closed(self.now),
                lambda self: ev.Discussed(self.now),
                lambda self: ev.Revoted(self.now),
                lambda self: ev.Revealed(self.now),
                lambda self: ev.Boarded(self.now),
                lambda self: ev.Paused(self.now, True),
                lambda self: ev.Paused(self.now, False),
                lambda self: ev.Locked(self.now, True),
                lambda self: ev.Locked(self.now, False),
                lambda self: ev.Accepted(self.now, 3, "不知道"),
            ]
        )
    )
    def lead(self, make):
        self.happen(make(self))

    @rule(ms=st.integers(1, 4000))
    def wait(self, ms):
        self.now += ms

    @invariant()
    def nothing_acknowledged_is_lost_or_changed(self):
        for (player, at, number), answer in self.acked.items():
            assert self.room.answers(at, number)[player].answer == answer

    @invariant()
    def the_events_lead_to_the_same_room(self):
        if hasattr(self, "room"):
            read = [ev.from_map(json.loads(json.dumps(ev.to_map(e))), e.at) for e in self.events]
            assert replayed(self.questions, self.rules, judge, read) == self.room

    @invariant()
    def points_are_the_sum_of_what_was_earned(self):
        if hasattr(self, "room"):
            earned = dict.fromkeys(self.room.points, 0)
            for at in range(len(self.questions)):
                last = {}
                for (one, number), marks in sorted(self.room.marks.items()):
                    if one == at:
                        last.update((player, (number, m.points)) for player, m in marks.items())
                for player, (_number, points) in last.items():
                    earned[player] += points
            assert self.room.points == earned

    @invariant()
    def no_solution_leaves_before_its_reveal(self):
        if not hasattr(self, "room"):
            return
        room = self.room
        views = [projector_view(room, self.now)]
        views += [player_view(room, one.id, self.now) for one in room.here]
        if not room.rules.self_paced and room.question not in room.shown:
            for view in views:
                view.get("you", {}).pop("mine", None)
                text = str(view)
                assert CANARY not in text
                assert "'key'" not in text
                assert "'right'" not in text


Classroom.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestClassroom = Classroom.TestCase


@pytest.mark.parametrize("kind", KINDS)
def test_the_solution_comes_with_the_reveal(kind):
    found = opened([kind], players=(1, 2))
    for event in (right(found, 1, sure=True), wrong(found, 2, sure=False), ev.Closed(2000)):
        assert found.apply(event) == ""
    views = [player_view(found, 1, 2000), player_view(found, 2, 2000), projector_view(found, 2000)]
    for view in views:
        view.get("you", {}).pop("mine", None)
    assert CANARY not in str(views)
    assert found.apply(ev.Revealed(2001)) == ""
    mine, theirs = (player_view(found, player, 2002)["you"]["result"] for player in (1, 2))
    assert mine["score"] == 1
    assert theirs["score"] < 1
    assert (mine["sure"], theirs["sure"]) == (True, False)
    for view in (player_view(found, 1, 2002), projector_view(found, 2002)):
        assert view["solution"]["explanation"] == f"{CANARY}解释"
        assert view["solution"]["quotes"] == [f"{CANARY}原文"]
        assert view["solution"]["answer"] == [*(found.questions[0].card.answers or ("true",))]
