"""What an answer is worth."""

from collections.abc import Callable, Sequence

from studykit.cards.model import Card
from studykit.classroom.asked import Asked
from studykit.classroom.model import Answer, Given, Marked, Rules

Judge = Callable[[Card, Sequence[str]], float]
"""How right typed texts are as the answer to a card, from 0 to 1."""

FULL = 100
"""The points of a right answer."""
# With speed points, who answers at the last moment still gets half: knowing counts more.
SLOWEST = 0.5


def mark(one: Asked, given: Given, rules: Rules, judge: Judge) -> Marked:
    """The score of an answer, and its points: with `rules.speed` more for a quicker one."""
    score = score_of(one, given.answer, judge)
    factor = 1.0
    if rules.speed and rules.seconds:
        used = min(1.0, max(0.0, given.ms / (rules.seconds * 1000)))
        factor = 1.0 - (1.0 - SLOWEST) * used
    return Marked(score, round(FULL * score * factor))


def score_of(one: Asked, answer: Answer, judge: Judge) -> float:
    """From 0 to 1; several blanks and items give credit for parts, an order for right places."""
    if isinstance(answer, str):
        return judge(one.card, (answer,))
    if isinstance(answer, (bool, int)):
        return float(answer == one.key)
    if one.kind == "order":
        words = [one.options[place] for place in answer if isinstance(place, int)]
        hits = sum(mine == right for mine, right in zip(words, one.card.answers, strict=True))
        return hits / len(words)
    return judge(one.card, tuple(str(text) for text in answer))
