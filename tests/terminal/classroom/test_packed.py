import pytest

from studykit.terminal.classroom.packed import Packed
from studykit.terminal.text import plain
from tests.terminal.samples import memory_console, written


def lines(texts, width, indent=2):
    console = memory_console(width)
    console.print(Packed([plain(text) for text in texts], indent))
    return written(console).splitlines()


@pytest.mark.parametrize(
    ("width", "want"),
    [
        (17, ["  绿茶   花茶", "  乌龙"]),
        (16, ["  绿茶   花茶", "  乌龙"]),
        (13, ["  绿茶   花茶", "  乌龙"]),
        (12, ["  绿茶", "  花茶", "  乌龙"]),
        (20, ["  绿茶   花茶   乌龙"]),
    ],
)
def test_as_many_on_a_line_as_fit(width, want):
    assert lines(["绿茶", "花茶", "乌龙"], width) == want


def test_one_that_is_wider_than_a_line_is_broken():
    assert lines(["花茶", "一二三四五六"], 12) == ["  花茶", "  一二三四五", "  六"]


def test_nothing_is_nothing():
    assert lines([], 20) == []
