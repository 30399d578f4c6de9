"""Events of a quiz as plain values for a journal, and back.

A quiz can be read without its decks: each question is kept with its prompt and answer.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from studykit.cards.model import CARD_TYPES, Card
from studykit.errors import StudykitError
from studykit.grading.verdict import Grade, Part, Reason, Verdict
from studykit.journal.lines import Format
from studykit.messages import _
from studykit.questions.model import Question
from studykit.quiz.events import Answered, Ended, Event, Judged, Left, Rules, Started, Why
from studykit.quiz.quiz import Quiz, replay
from studykit.quiz.values import number, one_of, text, texts, truth

FORM = Format("studykit-quiz")

_GRADES = get_args(Grade)
_REASONS = get_args(Reason)
_WHYS = get_args(Why)


class NotAQuizError(StudykitError):
    """Events that no quiz can have had."""


def encode_start(start: Started) -> dict[str, Any]:
    """The first event of a quiz."""
    rules = start.rules
    return {
        "at": start.at,
        "event": "start",
        "decks": [*start.decks],
        "titles": [*start.titles],
        "seed": start.seed,
        "time": rules.whole,
        "per_question": rules.each,
        "exam": rules.exam,
        "record": rules.record,
        "questions": [_encode_question(question) for question in start.questions],
    }


def _encode_question(question: Question) -> dict[str, Any]:
    card = question.card
    answer = [*card.answer] if isinstance(card.answer, tuple) else card.answer
    row: dict[str, Any] = {"card": card.id, "type": card.type, "section": card.section}
    row |= {"prompt": card.prompt, "answer": answer}
    if card.options:
        row |= {"options": [*card.options], "order": [*question.order]}
    return row | ({"ordered": True} if card.ordered else {})


def encode(event: Event) -> dict[str, Any]:
    """Any later event."""
    match event:
        case Answered(at, question, typed, verdict, ms, late):
            parts = [[one.typed, one.expected, one.grade, one.reason] for one in verdict.parts]
            row = {
                "at": at,
                "event": "answer",
                "question": question + 1,
                "typed": [*typed],
                "grade": verdict.grade,
                "score": verdict.score,
                "parts": parts,
                "ms": ms,
            }
            return row | ({"late": True} if late else {})
        case Judged(at, question, right):
            return {"at": at, "event": "judge", "question": question + 1, "right": right}
        case Left(at, ms):
            return {"at": at, "event": "leave", "ms": ms}
        case Ended(at, why):
            return {"at": at, "event": "end", "why": why}


def decode_quiz(events: Sequence[Mapping[str, Any]]) -> Quiz:
    """The quiz after these events; NotAQuizError says what is wrong and in which of them.

    Events of a kind that is not known are left out.
    """
    if not events:
        raise NotAQuizError(_("nothing was kept of this quiz"))
    found: list[Event] = []
    for place, row in enumerate(events):
        try:
            if place == 0:
                start = _start(row)
            elif (event := _event(row)) is not None:
                found.append(event)
        except (KeyError, TypeError, ValueError):
            message = _("event {n} of this quiz cannot be read")
            raise NotAQuizError(message.format(n=place + 1)) from None
    return replay(start, found)


def _start(row: Mapping[str, Any]) -> Started:
    one_of(row["event"], ("start",))
    return Started(
        text(row["at"]),
        texts(row["decks"]),
        texts(row["titles"]),
        number(row["seed"], None),
        Rules(
            number(row.get("time", 0)),
            number(row.get("per_question", 0)),
            truth(row.get("exam", False)),
            truth(row.get("record", False)),
        ),
        tuple(_question(one) for one in row["questions"]),
    )


def _question(row: Mapping[str, Any]) -> Question:
    answer = row["answer"]
    if not isinstance(answer, (bool, str)):
        answer = texts(answer)
    options = texts(row.get("options", ()))
    card = Card(
        one_of(row["type"], CARD_TYPES),
        text(row["prompt"]),
        answer,
        section=text(row.get("section", "")),
        options=options,
        ordered=truth(row.get("ordered", False)),
        id=text(row["card"]),
    )
    if isinstance(answer, bool) != (card.type == "truefalse"):
        raise TypeError
    return Question(card, tuple(number(one) for one in row.get("order", ())))


def _event(row: Mapping[str, Any]) -> Event | None:
    at = text(row["at"])
    match row["event"]:
        case "answer":
            parts = tuple(_part(one) for one in row["parts"])
            score = row["score"]
            if not 0 <= score <= 1:
                raise ValueError
            verdict = Verdict(cast(Grade, one_of(row["grade"], _GRADES)), parts, float(score))
            typed, late = texts(row["typed"]), truth(row.get("late", False))
            return Answered(at, _place(row), typed, verdict, number(row["ms"]), late)
        case "judge":
            return Judged(at, _place(row), truth(row["right"]))
        case "leave":
            return Left(at, number(row["ms"]))
        case "end":
            return Ended(at, cast(Why, one_of(row["why"], _WHYS)))
    return None


def _place(row: Mapping[str, Any]) -> int:
    return number(row["question"], 1) - 1


def _part(row: Sequence[Any]) -> Part:
    typed, expected, grade, reason = row
    return Part(
        text(typed),
        text(expected),
        cast(Grade, one_of(grade, _GRADES)),
        cast(Reason, one_of(reason, _REASONS)),
    )
