from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from studykit.journal.lines import line_of
from studykit.journal.read import read_events
from studykit.questions.model import Question
from studykit.quiz.codec import FORM, NotAQuizError, decode_quiz, encode, encode_start
from studykit.quiz.events import Ended, Judged, Left, Rules
from studykit.quiz.quiz import Quiz, replay
from tests.quiz.making import AT, answered, started
from tests.quiz.test_quiz import histories
from tests.terminal.samples import CHOICE, HOSTILE, LIST, NUMERIC, QA, TRUEFALSE

START = started(QA, NUMERIC, CHOICE, TRUEFALSE, LIST)


def rows(start, *events) -> list[dict[str, Any]]:
    return [encode_start(start), *map(encode, events)]


def through_a_file(start, events) -> Quiz:
    """The quiz as it comes back from the lines of a journal."""
    lines = [FORM.header, *map(line_of, rows(start, *events))]
    found = read_events("".join(lines), "quiz.yaml", FORM)
    assert found.problems == ()
    quiz, problems = decode_quiz(found.events)
    assert problems == ()
    return quiz


@given(histories())
def test_a_quiz_comes_back_as_it_was(history):
    start, events = history
    assert through_a_file(start, events) == replay(start, events)


def test_a_quiz_can_be_read_without_its_decks():
    start = replace(
        started(HOSTILE, CHOICE, LIST, TRUEFALSE, whole=60, each=9, exam=True, record=True),
        questions=(Question.of(HOSTILE), Question.of(CHOICE, (3, 1, 0, 2)), Question.of(LIST)),
    )
    back = through_a_file(start, []).start
    assert back.rules == Rules(60, 9, exam=True, record=True)
    assert back.questions == start.questions


def test_events_of_a_later_time_are_left_out():
    found = rows(START, answered(START, 0, QA.answer))
    later = {"at": AT, "event": "confetti"}
    assert decode_quiz([*found, later]) == decode_quiz(found)


START_BROKEN = {
    "no start": lambda start: {**start, "event": "end"},
    "no questions": lambda start: {**start, "questions": None},
    "no instant": lambda start: {**start, "at": 7},
    "a question of no type": lambda start: with_question(start, type="essay"),
    "a truth value for a text": lambda start: with_question(start, answer=True),
    "no order": lambda start: with_question(start, order=["a"]),
    "less than no time": lambda start: {**start, "time": -1},
}
BROKEN = [
    (0, {"ms": "long"}),
    (0, {"ms": -1}),
    (0, {"grade": "great"}),
    (0, {"score": 2}),
    (0, {"score": "all"}),
    (0, {"parts": [["a", "b"]]}),
    (0, {"parts": [["a", "b", "right", "tired"]]}),
    (0, {"typed": "灌溉"}),
    (0, {"question": 0}),
    (0, {"late": 1}),
    (1, {"right": 1}),
    (2, {"ms": None}),
    (2, {"at": 7}),
    (3, {"why": "tired"}),
]


def with_question(start, **changed):
    first, *others = start["questions"]
    return {**start, "questions": [{**first, **changed}, *others]}


@pytest.mark.parametrize("broken", START_BROKEN.values(), ids=START_BROKEN)
def test_what_begins_no_quiz_is_said(broken):
    start, *rest = rows(START, answered(START, 1, "36.5"))
    with pytest.raises(NotAQuizError, match="event 1 of this quiz"):
        decode_quiz([broken(start), *rest])


@pytest.mark.parametrize(("at", "changed"), BROKEN)
def test_an_event_that_cannot_be_read_is_left_out_and_told(at, changed):
    events = [answered(START, 1, "36.5"), Judged(AT, 1, True), Left(AT, 5), Ended(AT, "done")]
    found = rows(START, *events)
    assert decode_quiz(found) == (replay(START, events), ())
    found[at + 1] |= changed
    others = [event for place, event in enumerate(events) if place != at]
    message = f"event {at + 2} of this quiz cannot be read"
    assert decode_quiz(found) == (replay(START, others), (message,))


def test_an_empty_journal_is_no_quiz():
    with pytest.raises(NotAQuizError, match="nothing was kept"):
        decode_quiz([])
