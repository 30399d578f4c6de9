import pytest

from studykit.terminal.footer import footer
from studykit.terminal.screen import CURSOR, Screen, View
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block
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


def line_with_cursor(text: str, at: int):
    from rich.style import Style

    line = plain(text[:at])
    line.append(text[at : at + 1] or " ", Style.from_meta({CURSOR: True}))
    return Block(line.append_text(plain(text[at + 1 :])), keep=True)


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}])
@pytest.mark.parametrize(
    ("text", "at", "column"), [("", 0, 3), ("茶", 1, 5), ("茶园", 1, 5), ("tea", 0, 3)]
)
def test_the_cursor_stands_where_text_is_typed(text, at, column, environ):
    console = memory_console(20, 9, terminal=True)
    console.no_color = bool(environ)
    Screen(console).draw(View([plain("head")], [line_with_cursor(text, at)], []))
    assert written(console).endswith(f"\x1b[2;{column}H\x1b[?25h")


def test_without_a_line_to_type_the_cursor_is_hidden():
    console = memory_console(20, 9, terminal=True)
    Screen(console).draw(View([], [plain("body")], []))
    assert "\x1b[?25l" in written(console)
    assert "\x1b[?25h" not in written(console)


def test_what_is_typed_stays_in_sight_unless_the_learner_scrolls():
    console = memory_console(20, 5, terminal=True)
    screen = Screen(console)
    view = View([], [*(plain(str(n)) for n in range(20)), line_with_cursor("茶", 1)], [])
    screen.draw(view)
    assert "茶" in written(console)
    screen.scroll("pageup")
    before = len(written(console))
    screen.draw(view)
    assert "茶" not in written(console)[before:]
    screen.to_mark()
    screen.draw(view)
    assert written(console).endswith("\x1b[?25h")


def test_without_a_screen_lines_are_printed_and_what_is_typed_comes_last():
    console = memory_console()
    Screen(console).draw(View([plain("head")], [plain("body")], [plain("foot")]))
    Screen(console).draw(View([plain("head")], [line_with_cursor("", 0)], [plain("foot")]))
    assert written(console) == "head\nbody\nfoot\n\nhead\nfoot\n\n   "
