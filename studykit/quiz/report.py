"""A quiz as plain values for scripts."""

from dataclasses import asdict
from typing import Any

from studykit.quiz.quiz import Quiz
from studykit.quiz.score import Score, by_section, by_type, score_of


def summary_of(quiz: Quiz) -> dict[str, Any]:
    """When it began, of which decks, how it ended, its score and seconds."""
    rules = quiz.rules
    return {
        "at": quiz.start.at,
        "titles": [*quiz.start.titles],
        "decks": [*quiz.start.decks],
        "seed": quiz.start.seed,
        "time": rules.whole,
        "per_question": rules.each,
        "exam": rules.exam,
        "record": rules.record,
        "ended": quiz.ended,
        "score": _score(score_of(quiz)),
        "seconds": quiz.spent / 1000,
    }


def report_of(quiz: Quiz) -> dict[str, Any]:
    """The summary, the score of each type and section, and every question with its answer."""
    return {
        **summary_of(quiz),
        "types": {kind: _score(score) for kind, score in by_type(quiz).items()},
        "sections": {name: _score(score) for name, score in by_section(quiz).items()},
        "questions": [_question(quiz, at) for at in range(len(quiz.questions))],
    }


def _score(score: Score) -> dict[str, Any]:
    return {**asdict(score), "share": score.share}


def _question(quiz: Quiz, at: int) -> dict[str, Any]:
    question, answer = quiz.questions[at], quiz.answers[at]
    card = question.card
    row: dict[str, Any] = {
        "card": card.id,
        "type": card.type,
        "section": card.section,
        "prompt": card.prompt,
        "options": [*card.options],
        "answer": card.answer,
        "quotes": [*card.quotes],
        "typed": None,
        "grade": None,
        "score": 0.0,
    }
    if answer:
        row |= {
            "typed": [*answer.typed],
            "grade": answer.grade,
            "score": answer.score,
            "own": answer.own,
            "late": answer.late,
            "ms": answer.ms,
        }
    return row
