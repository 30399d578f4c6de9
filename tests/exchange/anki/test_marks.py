from dataclasses import replace
from datetime import UTC

import pytest

from studykit.exchange.anki.calendar import Calendar, milliseconds
from studykit.exchange.anki.marks import marks_of
from studykit.exchange.anki.model import AnkiCard, Review
from studykit.scheduling.model import CardState, Mark

DAY = "2026-11-25"
CALENDAR = Calendar(DAY, DAY, UTC)
AT = "2026-11-25T10:00:00.500Z"
TOUCHED = milliseconds(AT) // 1000
CARD = AnkiCard(1, 1, 1, modified=TOUCHED, type=2, queue=2, reps=1)
STATE = CardState("a", "review", touched=AT)
ROW = Review(milliseconds(AT), 1, 3, 1, 0, 224, 100, 0)


def marks(card: AnkiCard, state: CardState = STATE, *rows: Review) -> list[Mark]:
    return marks_of([card], {1: "a"}, rows, {state.card: state}, CALENDAR)


def deeds(card: AnkiCard, state: CardState = STATE) -> set[str]:
    return {mark.deed for mark in marks(card, state)}


@pytest.mark.parametrize(
    ("changes", "state", "expected"),
    [
        ({"queue": -1}, {}, {"suspend"}),
        ({"queue": -2}, {}, {"bury"}),
        ({"queue": -3}, {}, {"bury"}),
        ({"flags": 4}, {}, {"flag"}),
        ({"queue": -1, "flags": 1}, {}, {"suspend", "flag"}),
        ({}, {"suspended": True}, {"unsuspend"}),
        ({}, {"buried": DAY}, {"unbury"}),
        ({}, {"flagged": True}, {"unflag"}),
    ],
)
def test_what_differs_is_marked(changes, state, expected):
    assert deeds(CARD._replace(**changes), replace(STATE, **state)) == expected


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, {}),
        ({"queue": -1}, {"suspended": True}),
        ({"queue": -3}, {"buried": DAY}),
        ({"flags": 2}, {"flagged": True}),
        ({"queue": -1}, {"suspended": True, "buried": DAY}),
        ({}, {"buried": "2026-11-24"}),
        # buried in Anki on another day
        ({"queue": -3, "modified": TOUCHED - 86400}, {"touched": ""}),
        # touched here after it was there
        ({"queue": -1, "modified": TOUCHED - 1}, {}),
        ({"modified": TOUCHED - 1}, {"suspended": True, "flagged": True}),
        # never learned there
        ({"type": 0, "queue": 0, "reps": 0}, {"suspended": True, "flagged": True}),
        ({"queue": -1, "modified": 10**12}, {}),
    ],
)
def test_what_is_so_already_or_older_is_not(changes, state):
    assert deeds(CARD._replace(**changes), replace(STATE, **state)) == set()


def test_a_card_that_is_gone_is_suspended_by_nobody():
    flagged = CARD._replace(queue=-1, flags=1)
    found = marks_of([flagged], {1: "a"}, [], {"a": STATE}, CALENDAR, {"a"})
    assert [mark.deed for mark in found] == ["flag"]
    assert (
        marks_of([CARD], {1: "a"}, [], {"a": replace(STATE, suspended=True)}, CALENDAR, {"a"}) == []
    )


def test_a_card_without_a_state_can_be_marked():
    assert marks_of([CARD._replace(queue=-1)], {1: "a"}, [], {}, CALENDAR)[0].card == "a"
    assert marks_of([CARD._replace(queue=-1)], {}, [], {}, CALENDAR) == []


def test_a_mark_comes_after_the_last_review_and_is_the_same_wherever_it_is_made():
    suspended = CARD._replace(queue=-1)
    (mark,) = marks(suspended, STATE, ROW)
    assert mark.at == "2026-11-25T10:00:00.501Z"
    assert marks(suspended, replace(STATE, flagged=False), ROW) == [mark]
    later = marks(suspended._replace(modified=TOUCHED + 5), STATE, ROW)
    assert later[0].at == "2026-11-25T10:00:05.000Z"
    assert later[0].id != mark.id
