"""Marking an answer of a quiz."""

from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.grading.judge import judge
from studykit.grading.verdict import Part, Verdict, sum_up


def mark(card: Card, typed: Sequence[str]) -> Verdict:
    """How right an answer is; `typed` as in `quiz.events.Answered`. A choice is right or wrong."""
    if card.type not in ("choice", "truefalse"):
        return judge(card, typed)
    key = str(card.answer).lower() if isinstance(card.answer, bool) else card.answers[0]
    picked = typed[0] if typed else ""
    if not picked:
        return sum_up((Part("", key, "wrong", "missing"),))
    return sum_up((Part(picked, key, "right" if picked == key else "wrong"),))
