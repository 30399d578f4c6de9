import json
from dataclasses import replace

import pytest

from studykit.exchange.anki.calendar import Calendar
from studykit.exchange.anki.model import AnkiCard
from studykit.exchange.anki.scheduling import scheduled
from studykit.scheduling.model import CardState
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_later

# Ten o'clock of a day that begins at four, in UTC.
TODAY = "2026-11-25"
CALENDAR = Calendar("2026-11-01", TODAY)
SETTINGS = Settings(learning_steps=(60, 600, 3600), relearning_steps=(600, 1200))
CARD = AnkiCard(11, 10, 5, due=7, modified=3)
LAST = 1_795_600_800_123

LEARNING = CardState(
    "a", "learning", 1, 2.30654, 2.11839, "2026-11-25T10:10:00.900Z", "2026-11-25T10:00:00.123Z",
    TODAY, "2026-11-24", 2, 0, "2026-11-25T10:00:00.123Z",
)  # fmt: skip
REVIEW = replace(LEARNING, phase="review", step=0, due="2026-11-30", stability=5.1, lapses=1)
RELEARNING = replace(LEARNING, phase="relearning", step=0, stability=3.6, lapses=2)
NEW = CardState("a", touched="2026-11-25T10:00:00.123Z")
AT = 1_795_600_800  # of `touched`


def columns(state: CardState, settings: Settings = SETTINGS) -> dict[str, object]:
    card = scheduled(CARD, state, LAST, CALENDAR, settings)
    return {key: value for key, value in card._asdict().items() if value != getattr(CARD, key)}


MEMORY = '{"s":2.3065,"d":2.118,"dr":0.9,"decay":0.154,"lrt":1795600800}'


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (CardState("a"), {}),
        (
            LEARNING,
            {
                "modified": AT, "type": 1, "queue": 1, "due": AT + 600, "reps": 2, "left": 2,
                "data": MEMORY,
            },
        ),
        (
            replace(LEARNING, due="2026-11-26T10:00:00.000Z"),
            {
                "modified": AT, "type": 1, "queue": 3, "due": 25, "reps": 2, "left": 2,
                "data": MEMORY,
            },
        ),
        (
            replace(LEARNING, due="2026-11-26T10:00:00.000Z", suspended=True),
            {
                "modified": AT, "type": 1, "queue": -1, "due": AT + 86400, "reps": 2, "left": 2,
                "data": MEMORY,
            },
        ),
        (
            REVIEW,
            {
                "modified": AT, "type": 2, "queue": 2, "due": 29, "interval": 5, "factor": 2500,
                "reps": 2, "lapses": 1, "data": MEMORY.replace("2.3065", "5.1"),
            },
        ),
        (
            replace(REVIEW, due="2026-10-20", day="2026-10-01", buried=TODAY, flagged=True),
            {
                "modified": AT, "type": 2, "queue": -3, "due": -12, "interval": 19,
                "factor": 2500, "reps": 2, "lapses": 1, "flags": 1,
                "data": MEMORY.replace("2.3065", "5.1"),
            },
        ),
        (
            RELEARNING,
            {
                "modified": AT, "type": 3, "queue": 1, "due": AT + 600, "interval": 4,
                "factor": 2500, "reps": 2, "lapses": 2, "left": 2,
                "data": MEMORY.replace("2.3065", "3.6"),
            },
        ),
        (replace(NEW, suspended=True), {"modified": AT, "queue": -1}),
        (replace(NEW, buried=TODAY), {"modified": AT, "queue": -3}),
        (replace(NEW, suspended=True, buried=TODAY), {"modified": AT, "queue": -1}),
        (replace(NEW, buried="2026-11-24"), {"modified": AT}),
        (replace(NEW, flagged=True), {"modified": AT, "flags": 1}),
    ],
)  # fmt: skip
def test_a_state_in_columns(state, expected):
    assert columns(state) == expected


@pytest.mark.parametrize("retention", [0.75, 0.9, 0.97])
def test_a_card_in_relearning_keeps_the_interval_after_which_recall_is_as_desired(retention):
    settings = Settings(desired_retention=retention)
    state = replace(RELEARNING, stability=200.0)
    interval = columns(state, settings)["interval"]
    then = days_later(state.day, int(str(interval)))
    assert Scheduler(settings).retrievability(state, then) == pytest.approx(retention, abs=1e-3)
    assert columns(state, replace(settings, maximum_interval=9))["interval"] == 9


def test_memory_names_the_learners_own_retention_and_decay():
    own = Settings(desired_retention=0.856, parameters=(*[1.0] * 20, 0.23456))
    memory = json.loads(str(columns(REVIEW, own)["data"]))
    assert (memory["dr"], memory["decay"]) == (0.86, 0.235)


@pytest.mark.parametrize("state", [LEARNING, REVIEW, RELEARNING, NEW])
def test_a_card_that_is_suspended_anyhow_stays_so(state):
    there = scheduled(CARD._replace(queue=-1), state, LAST, CALENDAR, SETTINGS)
    here = scheduled(CARD, replace(state, suspended=True), LAST, CALENDAR, SETTINGS)
    assert there == here


def test_fewer_steps_than_a_card_has_made_leave_one():
    assert columns(replace(LEARNING, step=5))["left"] == 1
