from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from studykit.journal.lines import line_of
from studykit.journal.read import read_events
from studykit.questions.model import Question
from studykit.quiz.codec import FORM, NotAQuizError, decode_quiz, encode, encode_start
from studykit.quiz.events import Ended, Judged, Left, Rules
from studykit.quiz.quiz import Quiz, replay, with_cards
from tests.quiz.making import AT, answered, started
from tests.quiz.test_quiz import histories
from tests.terminal.samples import ALL, CHOICE, HOSTILE, LIST, NUMERIC, QA, TRUEFALSE

START = started(QA, NUMERIC, CHOICE, TRUEFALSE, LIST)


def rows(start, *events) -> list[dict[str, Any]]:
    return [encode_start(start), *map(encode, events)]


def through_a_file(start, events) -> Quiz:
    """The quiz as it comes back from the lines of a journal."""
    lines = [FORM.header, *map(line_of, rows(start, *events))]
    found = read_events("".join(lines), "quiz.yaml", FORM)
    assert found.problems == ()
    return decode_quiz(found.events)


@given(histories())
def test_a_quiz_comes_back_as_it_was(history):
    start, events = history
    back = through_a_file(start, events)
    cards = {card.id: card for card in ALL}
    assert replay(with_cards(back.start, cards), events) == replay(start, events)
    assert back.answers == replay(start, events).answers


def test_a_quiz_can_be_read_without_its_decks():
    start = replace(
        started(HOSTILE, CHOICE, LIST, TRUEFALSE, whole=60, each=9, exam=True, record=True),
        questions=(Question.of(HOSTILE), Question.of(CHOICE, (3, 1, 0, 2)), Question.of(LIST)),
    )
    back = through_a_file(start, []).start
    assert back.rules == Rules(60, 9, exam=True, record=True)
    for kept, asked in zip(back.questions, start.questions, strict=True):
        one, other = kept.card, asked.card
        assert (one.id, one.prompt, one.answer) == (other.id, other.prompt, other.answer)
        assert (one.options, one.ordered, kept.order) == (
            other.options,
            other.ordered,
            asked.order,
        )


def test_events_of_a_later_time_are_left_out():
    found = rows(START, answered(START, 0, QA.answer))
    later = {"at": AT, "event": "confetti"}
    assert decode_quiz([*found, later]) == decode_quiz(found)


BROKEN = {
    "no start": lambda rows: rows[1:],
    "no questions": lambda rows: [{**rows[0], "questions": None}, *rows[1:]],
    "a question of no type": lambda rows: [
        {**rows[0], "questions": [{**rows[0]["questions"][0], "type": "essay"}]}
    ],
    "a truth value for a text": lambda rows: [
        {**rows[0], "questions": [{**rows[0]["questions"][0], "answer": True}]}
    ],
    "a text for a number": lambda rows: [rows[0], {**rows[1], "ms": "long"}],
    "less than no time": lambda rows: [rows[0], {**rows[1], "ms": -1}],
    "no grade": lambda rows: [rows[0], {**rows[1], "grade": "great"}],
    "more than all points": lambda rows: [rows[0], {**rows[1], "score": 2}],
    "half a part": lambda rows: [rows[0], {**rows[1], "parts": [["a", "b"]]}],
    "one text for many": lambda rows: [rows[0], {**rows[1], "typed": "灌溉"}],
    "question 0": lambda rows: [rows[0], {**rows[1], "question": 0}],
    "no truth value": lambda rows: [*rows[:2], {**rows[2], "right": 1}],
    "no reason": lambda rows: [*rows[:4], {**rows[4], "why": "tired"}],
    "no instant": lambda rows: [*rows[:3], {**rows[3], "at": 7}],
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_what_no_quiz_can_have_is_said(broken):
    found = rows(
        START,
        answered(START, 1, "36.5"),
        Judged(AT, 1, True),
        Left(AT, 5),
        Ended(AT, "done"),
    )
    assert decode_quiz(found).done == 1
    with pytest.raises(NotAQuizError, match=r"event [1-5] of this quiz"):
        decode_quiz(broken(found))


def test_an_empty_journal_is_no_quiz():
    with pytest.raises(NotAQuizError, match="nothing was kept"):
        decode_quiz([])
