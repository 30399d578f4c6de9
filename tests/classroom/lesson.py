"""A lesson that was held: two on the roster, a guest, one who was sent away; a discussion."""

from studykit.classroom import events as ev
from studykit.classroom.model import Rules
from studykit.classroom.room import Room, replayed
from studykit.classroom.session import Session
from tests.classroom.samples import judge, questions, right_answer, wrong_answer

BEGAN = 1_764_034_200_000  # 2025-11-25T01:30:00Z
LI, HAN, GUEST, GONE = 1, 2, 3, 4
RULES = Rules(teams=("红队", "绿队"))
SESSION = Session(
    "春茶", tuple(questions(("choice", "qa", "truefalse", "ordered"))), RULES, "482913", "wall"
)


def at(seconds):
    return BEGAN + round(seconds * 1000)


def answered(player, question, seconds, *, right, round_=1, sure=None):
    one = SESSION.questions[question]
    answer = right_answer(one) if right else wrong_answer(one)
    return ev.Answered(at(seconds), player, question, round_, answer, sure)


# The ordering is never put; the guest comes after the first question.
EVENTS = (
    ev.Joined(at(1), LI, "李雷", "s", "李雷", team=0),
    ev.Joined(at(2), HAN, "韩梅梅", "s", "韩梅梅", team=1),
    ev.Joined(at(3), GONE, "坏人", "s"),
    ev.Asked(at(10), 0),
    answered(LI, 0, 12, right=True, sure=False),
    answered(HAN, 0, 14.5, right=False, sure=True),
    answered(GONE, 0, 15, right=False, sure=True),
    ev.Closed(at(20)),
    ev.Discussed(at(21)),
    ev.Revoted(at(60)),
    answered(LI, 0, 61, right=True, round_=2),
    answered(HAN, 0, 62, right=True, round_=2, sure=True),
    ev.Revealed(at(70)),
    ev.Kicked(at(71), GONE),
    ev.Joined(at(72), GUEST, "小明", "s", team=1),
    ev.Asked(at(80), 1),
    answered(LI, 1, 81, right=True, sure=True),
    ev.Answered(at(82), HAN, 1, 1, "另一种说法", True),
    ev.Answered(at(83), GUEST, 1, 1, "不知道"),
    ev.Revealed(at(90)),
    ev.Accepted(at(91), 1, "另一种说法"),
    ev.Asked(at(100), 2),
    answered(HAN, 2, 101, right=True),
    answered(GUEST, 2, 102, right=False, sure=True),
    ev.Closed(at(110)),
    ev.Ended(at(120)),
)


def lesson(events=EVENTS):
    refused = []
    found = replayed(SESSION.questions, RULES, judge, events, lambda *why: refused.append(why))
    assert refused == []
    return found


def homework(events):
    """A self-paced session of the same questions."""
    found = Room(SESSION.questions, Rules(self_paced=True), judge)
    for event in events:
        assert found.apply(event) == ""
    return found
