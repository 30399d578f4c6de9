import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.terminal.keys import Press, press_of
from studykit.terminal.line import EMPTY, LONGEST, Line

NAMES = "backspace delete left right home end ctrl-u ctrl-k ctrl-w up down enter escape".split()


def typed(*keys: str) -> Line:
    """An empty line after these keys; what is no name of a key is text."""
    line = EMPTY
    for key in keys:
        line = line.press(Press(key) if key in NAMES else Press("", key))
    return line


@pytest.mark.parametrize(
    ("keys", "text", "at"),
    [
        (["新的办法"], "新的办法", 4),
        (["36.5", "吨"], "36.5吨", 5),
        (["新的", "backspace"], "新", 1),
        (["backspace"], "", 0),
        (["新的", "left", "老"], "新老的", 2),
        (["新的", "home", "老"], "老新的", 1),
        (["新的", "home", "delete"], "的", 0),
        (["新的", "home", "end", "吗"], "新的吗", 3),
        (["新的", "left", "left", "left", "right", "right", "right"], "新的", 2),
        (["新的", "left", "ctrl-u"], "的", 0),
        (["新的", "left", "ctrl-k"], "新", 1),
        (["two words", "ctrl-w"], "two ", 4),
        (["two words ", "ctrl-w"], "two ", 4),
        (["新的办法", "ctrl-w"], "", 0),
        (["新的", "delete", "up", "down", "enter", "escape"], "新的", 2),
        (["长" * (LONGEST + 9)], "长" * LONGEST, LONGEST),
    ],
)
def test_keys_edit_the_line(keys, text, at):
    assert typed(*keys) == Line(text, at)


@given(st.lists(st.sampled_from(NAMES) | st.text(min_size=1, max_size=5)))
def test_the_cursor_stays_in_the_text(keys):
    line = typed(*keys)
    assert 0 <= line.at <= len(line.text) <= LONGEST


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20))
def test_what_is_typed_stands_there_as_it_was_typed(text):
    line = EMPTY
    for char in text:
        line = line.press(press_of(char))
    assert line == Line.of(text)
