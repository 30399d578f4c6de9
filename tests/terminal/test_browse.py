import pytest

from studykit.terminal.browse import browse
from studykit.terminal.screen import Screen
from tests.terminal.fakes import Typed
from tests.terminal.samples import ALL, memory_console, written


def turn(*keys, cards=ALL):
    console = memory_console()
    last = browse(cards, "小镇的茶", Screen(console), Typed(*keys), lambda offset: 3)
    return last, written(console)


@pytest.mark.parametrize(
    ("keys", "last"),
    [
        ([], 0),
        (["right"], 1),
        (["space", "enter", "n"], 3),
        (["right", "left"], 0),
        (["left"], 0),
        (["n"] * 20, 5),
        (["n", "q", "n"], 1),
        (["x", "down", "resize"], 0),
    ],
)
def test_cards_are_turned(keys, last):
    assert turn(*keys)[0] == last


def test_answers_are_shown():
    _, text = turn("right", "right")
    assert "小镇以绿茶为主，以花茶为辅。" in text
    assert "3/6  小镇的茶" in text


def test_no_cards_no_screen():
    assert turn("n", cards=()) == (0, "")
