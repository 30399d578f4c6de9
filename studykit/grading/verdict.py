"""What is made of a typed answer."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["right", "near", "wrong"]
# Why a part is not (quite) right; "script" also says that a right one is in the other script.
Reason = Literal[
    "",
    "bound",  # 不到 for 超过
    "extra",  # more than was asked
    "missing",  # less than was asked
    "order",
    "precision",  # rounded
    "script",
    "spelling",
    "turned",  # a negation added or lost, or the opposite said
    "unit",
]
Rating = Literal["again", "hard", "good", "easy"]

Outcome = tuple[Grade, Reason]
RIGHT: Outcome = ("right", "")
WRONG: Outcome = ("wrong", "")

POINTS: dict[Grade, float] = {"right": 1.0, "near": 0.5, "wrong": 0.0}
# Who gives less than half of what was asked does not know it.
PASSING = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things typed, the answer it was matched to, and how they agree.

    `typed` is empty where nothing was typed for `expected`, and `expected` where
    what was typed matches nothing.
    """

    typed: str
    expected: str
    grade: Grade
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of a whole answer; `score` runs from 0 to 1 and gives credit for parts."""

    grade: Grade
    parts: tuple[Part, ...]
    score: float


def sum_up(parts: tuple[Part, ...]) -> Verdict:
    """The verdict on an answer of these parts, each of the same weight; none is wrong.

    A wrong item in the place of a missing one counts once, one too many counts against the rest.
    """
    asked = sum(bool(part.expected) for part in parts)
    given = sum(bool(part.typed) for part in parts)
    score = sum(POINTS[part.grade] for part in parts) / max(asked, given, 1)
    if score == 1:
        return Verdict("right", parts, score)
    return Verdict("near" if score >= PASSING else "wrong", parts, score)


def propose(verdict: Verdict) -> Rating:
    """The rating to suggest to the learner; "easy" is for them alone to say."""
    ratings: dict[Grade, Rating] = {"right": "good", "near": "hard", "wrong": "again"}
    return ratings[verdict.grade]
