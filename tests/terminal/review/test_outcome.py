from dataclasses import replace

import pytest

from studykit.scheduling.outlook import Next
from studykit.terminal.review.outcome import print_outcome
from tests.terminal.fakes import MemoryDesk
from tests.terminal.review.sessions import run
from tests.terminal.samples import CHOICE, HOSTILE, QA, memory_console, written


def outcome(cards, *keys, desk=None):
    desk, review, _text = run(cards, *keys, desk=desk)
    console = memory_console()
    print_outcome(console, review, desk)
    return written(console)


def test_answers_are_counted_by_rating_and_timed():
    desk = MemoryDesk([QA, CHOICE])
    text = outcome([QA, CHOICE], "space", "1", "space", "4", "q", desk=desk)
    assert "2 answers in " in text
    assert "again 1   hard 0   good 0   easy 1" in text
    assert "1 card is left for today." in text


def test_missed_cards_are_named_with_their_answers():
    text = outcome([QA, CHOICE], "space", "1", "space", "4", "q")
    assert f"- {QA.prompt}" in text
    assert f"→ {QA.answer}" in text
    assert CHOICE.prompt not in text


def test_a_missed_card_that_was_edited_away_is_passed_over():
    desk = MemoryDesk([QA, CHOICE])
    desk.edited = {QA.id: None}
    text = outcome([QA, CHOICE], "space", "1", "e", "q", desk=desk)
    assert "Worth another look" not in text


@pytest.mark.parametrize(
    ("following", "words"),
    [
        (Next("2026-11-25T10:45:00.000Z", 1), "The next card comes at 10:45."),
        (Next("2026-11-26", 3), "Tomorrow 3 cards are due."),
        (None, "easy 1"),
    ],
)
def test_what_comes_next_is_told(following, words):
    desk = MemoryDesk([QA])
    desk.coming = following
    assert words in outcome([QA], "space", "4", "enter", desk=desk)


def test_a_session_without_answers():
    text = outcome([QA], "q")
    assert "Nothing was answered." in text
    assert "1 card is left for today." in text


def test_what_is_amiss_is_told_again():
    desk = MemoryDesk([QA])
    desk.notes = ("log/2026-11.yaml:7: cannot be read",)
    assert "! log/2026-11.yaml:7: cannot be read" in outcome([QA], "x", "q", desk=desk)


def test_nothing_of_a_card_is_a_control():
    text = outcome([HOSTILE, replace(QA)], "space", "1", "q")
    assert "␛[31m转义" in text
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
