from datetime import UTC, timedelta, timezone

import pytest

from studykit.messages import speak
from studykit.scheduling.model import CardState
from studykit.scheduling.outlook import Next
from studykit.terminal.intervals import (
    clock_time,
    days_words,
    next_words,
    seconds_words,
    time_taken,
    wait_until,
    when,
)

NOW, DAY = "2026-11-25T10:00:00.000Z", "2026-11-25"
BEIJING = timezone(timedelta(hours=8))


@pytest.fixture(autouse=True)
def english():
    yield speak("en")
    speak("en")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "<1m"),
        (59, "<1m"),
        (60, "1m"),
        (330, "6m"),
        (3540, "59m"),
        (3599, "1h"),
        (3600, "1h"),
        (5400, "1.5h"),
        (80000, "22h"),
        (86400, "1d"),
        (300000, "3d"),
    ],
)
def test_short_waits(seconds, words):
    assert seconds_words(seconds) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0d"),
        (1, "1d"),
        (30, "30d"),
        (31, "1mo"),
        (64, "2.1mo"),
        (330, "11mo"),
        (366, "1y"),
        (475, "1.3y"),
        (36500, "100y"),
    ],
)
def test_long_waits(days, words):
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("seconds", "zh"), [(30, "<1 分"), (600, "10 分"), (7200, "2 小时"), (86400 * 8, "8 天")]
)
def test_waits_in_chinese(seconds, zh):
    speak("zh")
    assert seconds_words(seconds) == zh


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (CardState("a", "learning", due="2026-11-25T10:10:00.000Z"), "10m"),
        (CardState("a", "relearning", due="2026-11-25T11:00:00.000Z"), "1h"),
        (CardState("a", "review", due="2026-12-03"), "8d"),
    ],
)
def test_the_wait_of_a_state(state, words):
    assert wait_until(state, NOW, DAY) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (48.4, "48 s"), (372, "6 min 12 s"), (3900, "1 h 5 min")],
)
def test_time_taken(seconds, words):
    assert time_taken(seconds) == words


@pytest.mark.parametrize(
    ("following", "zone", "words"),
    [
        (Next("2026-11-25T10:45:00.000Z", 1), UTC, "The next card comes at 10:45."),
        (Next("2026-11-25T10:45:00.000Z", 1), BEIJING, "The next card comes at 18:45."),
        (Next("2026-11-25T20:45:00.000Z", 1), BEIJING, "The next card comes at 2026-11-26 04:45."),
        (Next("2026-11-26", 1), UTC, "Tomorrow 1 card is due."),
        (Next("2026-11-26", 7), UTC, "Tomorrow 7 cards are due."),
        (Next("2026-12-01", 7), UTC, "On 2026-12-01 7 cards are due."),
    ],
)
def test_what_comes_next(following, zone, words):
    assert next_words(following, DAY, zone) == words


def test_instants_are_told_on_the_learners_clock():
    assert clock_time("2026-11-25T20:45:00.000Z", BEIJING) == "04:45"
    assert when("2026-11-25T20:45:00.000Z", BEIJING) == "2026-11-26 04:45"
