from dataclasses import replace
from datetime import timedelta

import pytest

from studykit.scheduling.model import CardState, Grade
from studykit.scheduling.outlook import Next
from studykit.terminal.keys import Press
from studykit.terminal.review.loop import LONGEST_MS, run_review
from studykit.terminal.screen import Screen
from tests.terminal.fakes import START, MemoryDesk
from tests.terminal.review.sessions import last_screen, review_of, run
from tests.terminal.samples import (
    ALL,
    CHOICE,
    CLOZE,
    HOSTILE,
    LIST,
    NUMERIC,
    QA,
    TRUEFALSE,
    memory_console,
)


@pytest.mark.parametrize(
    ("card", "keys", "want"),
    [
        (QA, ["space", "1"], ["again"]),
        (QA, ["enter", "2"], ["hard"]),
        (QA, ["space", "3"], ["good"]),
        (QA, ["space", "4"], ["easy"]),
        (QA, ["space", "space"], ["good"]),
        (QA, ["space", "enter"], ["good"]),
        (CHOICE, ["b", "space"], ["good"]),
        (CHOICE, ["a", "space"], ["again"]),
        (CHOICE, ["a", "2"], ["hard"]),
        (CHOICE, ["space", "enter"], ["good"]),
        (TRUEFALSE, ["f", "space"], ["good"]),
        (TRUEFALSE, ["t", "space"], ["again"]),
        (LIST, ["space", "enter", "space"], ["good"]),
        (LIST, ["space", "1", "2", "3", "enter", "space"], ["good"]),
        (LIST, ["space", "space", "space", "space", "space"], ["good"]),
        (LIST, ["space", "space", "down", "space", "space"], ["hard"]),
        (LIST, ["space", "2", "enter", "space"], ["again"]),
        (LIST, ["space", "2", "2", "enter", "space"], ["again"]),
        (LIST, ["space", "a", "enter", "space"], ["good"]),
        (LIST, ["space", "a", "a", "enter", "space"], ["again"]),
        (LIST, ["space", "2", "enter", "t", "1", "enter", "space"], ["hard"]),
        (LIST, ["space", "enter", "4"], ["easy"]),
        (QA, ["i", "新的灌溉办法", "enter", "space"], ["good"]),
        (QA, ["i", "修剪", "enter", "space"], ["again"]),
        (QA, ["i", "修剪", "enter", "3"], ["good"]),
        (QA, ["i", "enter", "space"], ["again"]),
        (QA, ["i", "修剪", "escape", "space", "space"], ["good"]),
        (NUMERIC, ["i", "三十六点五吨", "enter", "space"], ["good"]),
        (NUMERIC, ["i", "37吨", "enter", "space"], ["hard"]),
        (CLOZE, ["i", "绿茶", "enter", "花茶", "enter", "space"], ["good"]),
        (CLOZE, ["i", "绿茶", "enter", "红茶", "enter", "space"], ["hard"]),
        (
            CLOZE,
            ["i", "红", "enter", "up", "ctrl-u", "绿茶", "enter", "花茶", "enter", "space"],
            ["good"],
        ),
        (CLOZE, ["i", "enter", "enter", "space"], ["again"]),
        (LIST, ["i", "采摘", "enter", "杀青", "enter", "烘干", "enter", "space"], ["good"]),
        (LIST, ["i", "采摘、杀青、烘干", "enter", "space"], ["good"]),
        (LIST, ["i", "采摘", "enter", "enter", "space"], ["again"]),
        (
            LIST,
            ["i", "采摘", "enter", "杀", "enter", "up", "青", "enter", "enter", "space"],
            ["hard"],
        ),
        (CHOICE, ["i", "b", "space"], ["good"]),
    ],
)
def test_a_card_is_turned_and_rated(card, keys, want):
    assert run([card], *keys)[0].ratings == want


@pytest.mark.parametrize(
    "keys",
    [
        ["3"],
        ["x"],
        ["a"],
        ["l"],
        ["space"],
        ["space", "x"],
        ["space", "l"],
        ["space", "i"],
        ["space", "resize"],
        ["u"],
        ["?", "3"],
        ["q", "space", "3"],
        ["i", "3"],
        ["i", "q", "u", "-", "@", "*", "e"],
        ["a pasted text with 1234 and q"],
    ],
)
def test_other_keys_rate_nothing(keys):
    desk, review, _text = run([QA], *keys)
    assert desk.ratings == []
    assert review.total == 1


@pytest.mark.parametrize(
    ("card", "keys"),
    [
        (QA, ["新的灌溉办法", "enter", "space"]),
        (CHOICE, ["b", "space"]),
        (LIST, ["采摘,杀青,烘干", "enter", "enter"]),
    ],
)
def test_a_learner_who_likes_to_type_is_asked_to(card, keys):
    assert run([card], *keys, typed=True)[0].ratings == ["good"]


def test_the_whole_session():
    rated = ["4"] * len(ALL)
    keys = [key for card in ALL for key in ("space", *(["enter"] if card is LIST else []), "4")]
    desk, review, text = run(ALL, *keys, "enter")
    assert desk.ratings == ["easy"] * len(rated)
    assert (review.done, review.total) == (len(ALL), len(ALL))
    assert "That was the last card." in last_screen(text)


def test_cards_in_learning_come_back_until_they_are_learned():
    desk, review, _text = run([QA, CHOICE], *["space", "3"] * 4, "enter")
    assert desk.ratings == ["good"] * 4
    assert review.done == 2


def test_a_card_that_comes_later_is_waited_for_no_longer_than_the_learner_likes():
    desk = MemoryDesk([QA])
    desk.horizon = lambda: "2026-11-25T09:30:59.000Z"
    desk.coming = Next("2026-11-25T10:45:00.000Z", 1)
    desk, review, text = run([QA], "space", "3", "enter", desk=desk)
    assert (review.done, review.total) == (0, 1)
    assert "The next card comes at 10:45." in last_screen(text)


@pytest.mark.parametrize(
    ("rest", "want"),
    [
        (["u"], []),
        (["u", "space", "1"], ["again"]),
        (["space", "1", "u"], ["good"]),
        (["space", "1", "u", "u", "space", "4"], ["easy"]),
        (["u", "u", "u"], []),
    ],
)
def test_undo_brings_cards_back(rest, want):
    desk, review, _text = run([QA, NUMERIC, CHOICE], "space", "3", *rest)
    assert desk.ratings == want
    assert len(review.answers) == len(want)


def test_undo_over_thirty_cards():
    cards = [replace(QA, id=f"qa{n:06}") for n in range(30)]
    desk, review, text = run(cards, *["space", "4"] * 30, *["u"] * 30, "space", "q")
    assert desk.ratings == []
    assert (review.done, review.total, review.answers) == (0, 30, ())
    assert set(desk.states.values()) == {CardState(card.id) for card in cards}
    assert QA.answer in last_screen(text)


def test_what_was_undone_is_said():
    _desk, _review, text = run([QA, NUMERIC], "space", "3", "u", "resize")
    assert "Undone: good · 小镇的茶园靠什么" in last_screen(text)
    _desk, _review, text = run([QA], "u", "resize")
    assert "There is nothing to undo." in last_screen(text)


def yesterdays(desk, card, rating="good"):
    """Let a card have been answered in an earlier session."""
    at = "2026-11-24T08:00:00.000Z"
    state = CardState(card, "learning", due=at, at=at, stability=1, difficulty=5, day="2026-11-24")
    desk.records.append((Grade("r", at, "2026-11-24", card, rating), CardState(card)))
    desk.states[card] = state


def test_undo_goes_on_into_the_session_before():
    desk = MemoryDesk([QA, NUMERIC])
    yesterdays(desk, NUMERIC.id)
    desk, review, text = run([QA], "u", "resize", desk=desk)
    assert desk.ratings == []
    assert (review.total, review.main) == (2, (NUMERIC.id, QA.id))
    screen = last_screen(text)
    assert "Undone, of 2026-11-24 08:00: good · 小镇去年" in screen
    assert NUMERIC.prompt in screen


def test_undo_of_a_card_whose_deck_is_not_open_is_only_said():
    desk = MemoryDesk([QA])
    yesterdays(desk, "gone0001")
    desk, review, text = run([QA], "u", "resize", desk=desk)
    assert desk.ratings == []
    assert review.total == 1
    assert "gone0001" in last_screen(text)
    assert QA.prompt in last_screen(text)


@pytest.mark.parametrize(
    ("keys", "deeds", "left"),
    [
        (["-"], ["bury"], 1),
        (["@"], ["suspend"], 1),
        (["space", "@"], ["suspend"], 1),
        (["*"], ["flag"], 2),
        (["*", "*"], ["flag", "unflag"], 2),
        (["-", "u"], [], 2),
        (["@", "u"], [], 2),
        (["*", "u"], [], 2),
        (["*", "space", "3", "u", "u"], [], 2),
        (["*", "space", "3", "u"], ["flag"], 2),
    ],
)
def test_cards_are_set_aside_and_flagged(keys, deeds, left):
    desk, review, _text = run([QA, CHOICE], *keys)
    assert desk.ratings == deeds
    assert review.total == left


@pytest.mark.parametrize(("key", "deed"), [("@", "suspend"), ("-", "bury")])
def test_what_was_set_aside_is_taken_back(key, deed):
    desk = MemoryDesk([QA, CHOICE])
    desk.mark(QA.id, deed)
    desk.practising = {QA.id}
    desk, review, text = run([QA, CHOICE], key, desk=desk)
    assert desk.ratings == [deed, f"un{deed}"]
    assert review.total == 1
    assert {"suspend": "suspended", "bury": "buried"}[deed] in text


def test_a_flag_is_seen():
    assert "flagged" in last_screen(run([QA], "*", "resize")[2])
    assert "flagged" not in last_screen(run([QA], "*", "*", "resize")[2])


def test_a_grade_that_cannot_be_written_loses_nothing():
    desk = MemoryDesk([QA, CHOICE])
    desk.full = True
    desk, review, text = run([QA, CHOICE], "space", "3", desk=desk)
    assert desk.ratings == []
    assert review.answers == ()
    screen = last_screen(text)
    assert "No space left on device" in screen
    assert QA.answer in screen


@pytest.mark.parametrize("key", ["u", "-", "@", "*"])
def test_nothing_else_that_cannot_be_written_is_lost_either(key):
    desk = MemoryDesk([QA])
    desk.full = True
    desk, review, text = run([QA], key, "resize", desk=desk)
    assert review.total == 1
    assert "No space left on device" in last_screen(text)


def test_the_grade_can_be_given_again_once_there_is_room():
    desk = MemoryDesk([QA])
    desk.full = True
    clean = MemoryDesk.grade

    def once_full(card, rating, ms, *, practice):
        try:
            return clean(desk, card, rating, ms, practice=practice)
        finally:
            desk.full = False

    desk.grade = once_full
    desk, review, _text = run([QA], "space", "4", "4", "enter", desk=desk)
    assert desk.ratings == ["easy"]
    assert review.done == 1


def test_practice_moves_no_state():
    desk = MemoryDesk([QA, CHOICE])
    desk.practising = {QA.id, CHOICE.id}
    keys = ["space", "1", "space", "3", "space", "3", "enter"]
    desk, review, text = run([QA, CHOICE], *keys, desk=desk)
    assert desk.ratings == ["again", "good", "good"]
    assert all(record.practice for record, _before in desk.records)
    assert set(desk.states.values()) == {CardState(QA.id), CardState(CHOICE.id)}
    assert review.done == 2
    assert "practice: moves no schedule" in text


@pytest.mark.parametrize(("seconds", "ms"), [(4, 4000), (3600, LONGEST_MS), (-60, 0)])
def test_the_time_taken_is_measured_and_capped(seconds, ms):
    desk = MemoryDesk([QA])
    desk.step = timedelta(0)
    keys = iter(["space", "4", "enter"])

    class Slow:
        def press(self):
            desk.clock = START + timedelta(seconds=seconds)
            return Press(next(keys))

    screen = Screen(memory_console(terminal=True))
    review = run_review(review_of([QA]), desk, screen, Slow(), typed=False)
    assert [one.ms for one in review.answers] == [ms]


def test_an_edited_card_is_asked_anew():
    desk = MemoryDesk([QA])
    desk.edited = {QA.id: replace(QA, prompt="改过的题面？")}
    desk, review, text = run([QA], "space", "e", "resize", desk=desk)
    assert desk.edits == [QA.id]
    assert review.total == 1
    assert "改过的题面？" in last_screen(text)
    assert QA.answer not in last_screen(text)


def test_an_edit_that_changes_nothing_leaves_the_answer_open():
    assert QA.answer in last_screen(run([QA], "space", "e", "resize")[2])


def test_an_edit_that_cannot_be_read_is_told():
    desk = MemoryDesk([QA])
    desk.wrong = "tea.yaml:7: the card has no answer"
    screen = last_screen(run([QA], "e", "resize", desk=desk)[2])
    assert "tea.yaml:7: the card has no answer" in screen
    assert QA.prompt in screen


def test_a_card_that_was_edited_away_is_passed_over():
    desk = MemoryDesk([QA, CHOICE])
    desk.edited = {QA.id: None}
    desk, review, text = run([QA, CHOICE], "e", "resize", desk=desk)
    assert review.total == 1
    assert CHOICE.prompt in last_screen(text)


def test_a_card_that_is_in_no_deck_any_more_is_passed_over():
    _desk, review, text = run([QA, CHOICE], "resize", desk=MemoryDesk([CHOICE]))
    assert review.total == 1
    assert QA.id in last_screen(text)
    assert CHOICE.prompt in last_screen(text)


def test_a_leech_is_told():
    desk = MemoryDesk([QA])
    state = CardState(QA.id, "review", 0, 9.0, 5.0, "2026-11-25", "", "2026-11-16", lapses=7)
    desk.states[QA.id] = state
    _desk, review, text = run([QA], "space", "1", "resize", desk=desk)
    assert "suspended as a leech" in last_screen(text)
    assert review.done == 1


def test_notes_are_told_before_the_first_card():
    desk = MemoryDesk([QA])
    desk.notes = ("log/2026-11.yaml:7: cannot be read",)
    _desk, _review, text = run([QA], "x", desk=desk)
    first = next(frame for frame in text.split("\x1b[H") if "Before you begin" in frame)
    assert "log/2026-11.yaml:7" in first
    assert QA.prompt not in first
    assert QA.prompt in last_screen(text)


def test_help_lists_the_keys():
    text = run(ALL, "?", "q", "q")[2]
    assert "rate: again, hard, good, easy" in text


def test_a_full_screen_is_no_larger_than_the_terminal():
    long = replace(QA, explanation="很长的说明。" * 200)
    text = run([long], "space", "pagedown", "down", "up", "pageup", "q")[2]
    for frame in text.split("\x1b[H")[1:]:
        assert frame.count("\n") < 24


def test_long_text_scrolls_to_its_end():
    long = replace(QA, explanation="很长的说明。" * 200 + "到底了")
    text = run([long], "space", *["pagedown"] * 9)[2]
    first, *_, last = text.split("\x1b[H")[-10:]
    assert "到底了" not in first
    assert "↓" in first
    assert "到底了" in last
    assert "↑" in last


def test_nothing_of_a_card_reaches_the_terminal_as_a_control():
    text = run([HOSTILE], "i", "\x1b]0;", "enter", "l", "3", "u", "q")[2]
    assert "␛[31m" in text
    for bad in ("\x1b[31m转", "\x1b]0;", "\x07", "\x9b", "\u202e", "\x1b[2J\x1b"):
        assert bad not in text


@pytest.mark.parametrize("width", [9, 20, 40, 79, 200])
@pytest.mark.parametrize("height", [1, 2, 5, 24])
def test_any_window_will_do(width, height):
    keys = ["i", "x", "enter", "?", "x", "l", "1"]
    console = memory_console(width, height, terminal=True)
    text = run([CLOZE, LIST], *keys, console=console)[2]
    for frame in text.split("\x1b[H")[1:]:
        assert frame.count("\n") < height


def test_a_dumb_terminal_types_whole_lines():
    desk, _review, text = run([QA], "新的灌溉办法", "space", console=memory_console(), typed=True)
    assert desk.ratings == ["good"]
    assert "\x1b" not in text
