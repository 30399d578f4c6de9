import pytest

from studykit.terminal.footer import footer
from studykit.terminal.screen import Screen, View
from studykit.terminal.text import plain
from tests.terminal.samples import memory_console, rendered, written

KEYS = [("1", "again"), ("2", "hard"), ("3", "good (Space)"), ("?", "help"), ("q", "quit")]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (79, [["1", "again", "2", "hard", "3", "good", "(Space)", "?", "help", "q", "quit"]]),
        (44, [["1", "again", "2", "hard", "3", "good", "(Space)"], ["?", "help", "q", "quit"]]),
        (
            19,
            [["1", "again"], ["2", "hard"], ["3", "good", "(Space)"], ["?", "help"], ["q", "quit"]],
        ),
    ],
)
def test_a_key_and_what_it_does_stay_together(width, lines):
    text = rendered(footer(KEYS), width)
    assert [line.split() for line in text.splitlines() if line.strip()] == lines


@pytest.mark.parametrize(
    ("height", "seen"),
    [
        (9, ["head", "1", "2", "3", "4", "5", "6", "7", "foot"]),
        (5, ["head", "1", "2", "↓", "foot"]),
        (4, ["1", "2", "↓", "foot"]),
        (3, ["1", "2", "↓"]),
        (1, ["↓"]),
    ],
)
def test_in_a_low_window_the_text_comes_first(height, seen):
    console = memory_console(20, height, terminal=True)
    body = [plain(str(n)) for n in range(1, 8)]
    Screen(console).draw(View([plain("head")], body, [plain("foot")]))
    words = written(console)
    for code in ("\x1b[?25l", "\x1b[H", "\x1b[0K", "\x1b[2m", "\x1b[0m"):
        words = words.replace(code, "")
    assert words.split() == seen
