from dataclasses import replace

import pytest

from studykit.review import Review
from studykit.terminal.review import print_outcome, run_review
from studykit.terminal.screen import Screen
from tests.terminal.samples import ALL, CHOICE, HOSTILE, QA, TRUEFALSE, memory_console, written


class Typed:
    """Keys from a list; the end of the list is the end of the terminal."""

    def __init__(self, *keys: str) -> None:
        self.left = list(keys)

    def read(self) -> str:
        return self.left.pop(0) if self.left else "eof"


def run(cards, *keys, console=None):
    screen = Screen(console or memory_console())
    return run_review(Review(tuple(cards)), "小镇的茶", screen, Typed(*keys), lambda offset: 3)


def ratings(review):
    return [one.rating for one in review.rated]


@pytest.mark.parametrize(
    ("card", "keys", "want"),
    [
        (QA, ["space", "1"], ["again"]),
        (QA, ["enter", "2"], ["hard"]),
        (QA, ["space", "3"], ["good"]),
        (QA, ["space", "4"], ["easy"]),
        (QA, ["space", "space"], ["good"]),
        (CHOICE, ["b", "space"], ["good"]),
        (CHOICE, ["a", "space"], ["again"]),
        (CHOICE, ["a", "2"], ["hard"]),
        (CHOICE, ["space", "enter"], ["good"]),
        (TRUEFALSE, ["f", "space"], ["good"]),
        (TRUEFALSE, ["t", "space"], ["again"]),
    ],
)
def test_a_card_is_turned_and_rated(card, keys, want):
    assert ratings(run([card], *keys)) == want


@pytest.mark.parametrize(
    "keys",
    [
        ["3"],
        ["x"],
        ["a"],
        ["space"],
        ["space", "x"],
        ["space", "resize"],
        ["u"],
        ["?", "3"],
        ["q", "space", "3"],
    ],
)
def test_other_keys_rate_nothing(keys):
    assert ratings(run([QA], *keys)) == []


def test_the_whole_pass():
    review = run(ALL, *["space", "3"] * len(ALL), "enter")
    assert review.current is None
    assert review.done == len(ALL)


def test_undo_brings_the_last_card_back():
    assert ratings(run(ALL, "space", "3", "u")) == []
    assert ratings(run(ALL, "space", "3", "space", "1", "u", "space", "4")) == ["good", "easy"]


def test_the_last_rating_can_be_undone():
    assert ratings(run([QA], "space", "3", "u", "space", "4", "enter")) == ["easy"]


def test_quitting_keeps_what_was_done():
    review = run(ALL, "space", "3", "space", "q")
    assert (review.done, review.total) == (1, len(ALL))


def test_a_card_to_come_back_is_counted():
    console = memory_console()
    run(ALL, "space", "1", console=console)
    assert "0/6 · 1 to come back" in written(console)


def test_help_lists_the_keys():
    console = memory_console()
    run(ALL, "?", "q", "q", console=console)
    assert "rate: again (comes back later)" in written(console)


def test_a_full_screen_is_no_larger_than_the_terminal():
    long = replace(QA, explanation="很长的说明。" * 200)
    console = memory_console(80, 24, terminal=True)
    run([long], "space", "pagedown", "down", "up", "pageup", "q", console=console)
    for frame in written(console).split("\x1b[H")[1:]:
        assert frame.count("\n") < 24


def test_long_text_scrolls_to_its_end():
    console = memory_console(80, 24, terminal=True)
    long = replace(QA, explanation="很长的说明。" * 200 + "到底了")
    run([long], "space", *["pagedown"] * 9, console=console)
    first, *_, last = written(console).split("\x1b[H")[-10:]
    assert "到底了" not in first
    assert "↓" in first
    assert "到底了" in last
    assert "↑" in last


def test_nothing_of_a_card_reaches_the_terminal_as_a_control():
    console = memory_console(terminal=True)
    run([HOSTILE], "space", "3", "u", "q", console=console)
    text = written(console)
    assert "␛[31m" in text
    for bad in ("\x1b[31m转", "\x1b]0;", "\x07", "\x9b", "\u202e", "\x1b[2J\x1b"):
        assert bad not in text


def test_the_outcome_names_missed_cards():
    console = memory_console()
    print_outcome(console, run([QA, CHOICE], "space", "1", "space", "3", "q"))
    text = written(console)
    assert "1 of 2 cards done" in text
    assert "again 1   hard 0   good 1   easy 0" in text
    assert f"- {QA.prompt}" in text
    assert CHOICE.prompt not in text
