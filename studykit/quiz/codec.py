"""Events of a quiz as plain values for a journal, and back.

A quiz can be read without its decks: each question is kept with all that its card says.
"""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from studykit.errors import StudykitError
from studykit.grading.verdict import Grade, Part, Reason, Verdict
from studykit.journal.card_fields import card_fields, card_of
from studykit.journal.checked import listed, mapped, one_of, text, texts, truth, whole
from studykit.journal.lines import Format
from studykit.messages import _
from studykit.questions.model import Question
from studykit.quiz.events import Answered, Ended, Event, Judged, Left, Rules, Started, Why
from studykit.quiz.quiz import Quiz, replay

FORM = Format("studykit-quiz")

_GRADES: tuple[Grade, ...] = get_args(Grade)
_REASONS: tuple[Reason, ...] = get_args(Reason)
_WHYS: tuple[Why, ...] = get_args(Why)


class NotAQuizError(StudykitError):
    """Events that begin no quiz."""


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
    order = {"order": [*question.order]} if question.order else {}
    return {**card_fields(question.card), **order}


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


def decode_quiz(rows: Sequence[Mapping[str, Any]]) -> tuple[Quiz, tuple[str, ...]]:
    """The quiz after these events, and a line for each that cannot be read and is left out.

    NotAQuizError where the first does not say what is asked. Events of a kind that is
    not known are left out without a word.
    """
    if not rows:
        raise NotAQuizError(_("nothing was kept of this quiz"))
    try:
        start = _start(rows[0])
    except ValueError:
        raise NotAQuizError(_unreadable(1)) from None
    events: list[Event] = []
    problems: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        try:
            if (event := _event(row)) is not None:
                events.append(event)
        except ValueError:
            problems.append(_unreadable(number))
    return replay(start, events), tuple(problems)


def _unreadable(number: int) -> str:
    return _("event {n} of this quiz cannot be read").format(n=number)


def _start(row: Mapping[str, object]) -> Started:
    one_of(row.get("event"), ("start",))
    return Started(
        text(row.get("at")),
        texts(row.get("decks")),
        texts(row.get("titles")),
        whole(row.get("seed")),
        Rules(
            whole(row.get("time", 0)),
            whole(row.get("per_question", 0)),
            truth(row.get("exam", False)),
            truth(row.get("record", False)),
        ),
        tuple(_question(mapped(one)) for one in listed(row.get("questions"))),
    )


def _question(row: Mapping[str, object]) -> Question:
    return Question(card_of(row), tuple(whole(one) for one in listed(row.get("order", []))))


def _event(row: Mapping[str, object]) -> Event | None:
    at = text(row.get("at"))
    match row.get("event"):
        case "answer":
            grade = one_of(row.get("grade"), _GRADES)
            parts = tuple(_part(listed(one)) for one in listed(row.get("parts")))
            verdict = Verdict(grade, parts, _share(row.get("score")))
            typed, late = texts(row.get("typed")), truth(row.get("late", False))
            return Answered(at, _place(row), typed, verdict, whole(row.get("ms")), late)
        case "judge":
            return Judged(at, _place(row), truth(row.get("right")))
        case "leave":
            return Left(at, whole(row.get("ms")))
        case "end":
            return Ended(at, one_of(row.get("why"), _WHYS))
    return None


def _place(row: Mapping[str, object]) -> int:
    number = whole(row.get("question"))
    if not number:
        raise ValueError(number)
    return number - 1


def _part(row: Sequence[object]) -> Part:
    typed, expected, grade, reason = row
    return Part(text(typed), text(expected), one_of(grade, _GRADES), one_of(reason, _REASONS))


def _share(value: object) -> float:
    if not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(value)
    return float(value)
