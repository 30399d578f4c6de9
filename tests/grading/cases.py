"""How cases are written: a prompt, the card's answer, and what was typed with its grade."""

from studykit.cards.model import Card
from studykit.grading.judge import judge
from studykit.grading.verdict import Verdict


def judged(type_: str, prompt: str, answer, typed, **more) -> Verdict:
    typed = (typed,) if isinstance(typed, str) else typed
    return judge(Card(type_, prompt, answer, **more), typed)


def flat(table):
    """One (prompt, answer, typed) for each typed text of a table."""
    return [(prompt, answer, text) for prompt, answer, texts in table for text in texts]
