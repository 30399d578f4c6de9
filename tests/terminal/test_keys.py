import os
import pty
import sys

import pytest

from studykit.terminal.keys import Press, name_of, press_of, terminal_keys


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (" ", "space"),
        ("\u3000", "space"),
        ("\r", "enter"),
        ("\n", "enter"),
        ("\x1b[A", "up"),
        ("\x1bOB", "down"),
        ("\x1b[6~", "pagedown"),
        ("\x04", "eof"),
        ("\x1b", "escape"),
        ("Q", "q"),
        ("１", "1"),
        ("ａ", "a"),
        ("？", "?"),
    ],
)
def test_keys_have_names(typed, name):
    assert name_of(typed) == name


@pytest.mark.parametrize("typed", ["\x00", "\x1b[1;5C", "\x1b[200~", "\x02", ""])
def test_other_keys_have_none(typed):
    assert name_of(typed) == ""


@pytest.mark.parametrize(
    ("sent", "press"),
    [
        ("Ａ", Press("a", "Ａ")),
        ("Q", Press("q", "Q")),
        ("，", Press(",", "，")),
        ("\u3000", Press("space", " ")),
        ("茶", Press("茶", "茶")),
        ("\x15", Press("ctrl-u")),
        ("\x7f", Press("backspace")),
        ("\x1b[3~", Press("delete")),
        ("\x07", Press("")),
        ("\u202e", Press("")),
    ],
)
def test_text_is_kept_as_it_was_typed(sent, press):
    assert press_of(sent) == press


@pytest.fixture
def terminal(monkeypatch):
    """A pseudo-terminal as standard input; gives the end to type into."""
    typing, stdin = pty.openpty()
    with os.fdopen(stdin, "r") as file:
        monkeypatch.setattr(sys, "stdin", file)
        yield typing
    os.close(typing)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (b"a", ["a"]),
        (b" 1", ["space", "1"]),
        (b"\x1b[Bu", ["down", "u"]),
        (b"\x1b[1;5Cq", ["", "q"]),
        ("１q".encode(), ["1", "q"]),
        (b"\x1b", ["escape"]),
        (b"\xff!", ["\ufffd", "!"]),
    ],
)
def test_what_is_typed_comes_key_by_key(terminal, typed, names):
    with terminal_keys() as keys:
        os.write(terminal, typed)
        assert [keys.read() for _ in names] == names


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("绿茶q\r\n花茶\t1", "绿茶q 花茶 1"),
        ("\x1b[31m红\x07", "[31m红"),
        ("", ""),
        ("茶" * 3000, "茶" * 3000),
    ],
)
def test_a_paste_is_text_and_no_row_of_keys(terminal, sent, text):
    import threading

    with terminal_keys() as keys:
        data = f"\x1b[200~{sent}\x1b[201~z".encode()
        typing = threading.Thread(target=os.write, args=(terminal, data))
        typing.start()
        assert keys.press() == Press("", text)
        assert keys.press() == Press("z", "z")
        typing.join()


def test_a_line_is_read_with_the_terminals_own_editing(terminal):
    with terminal_keys() as keys:
        os.write(terminal, "绿茶\x07\n".encode())
        assert keys.line() == "绿茶"


def test_aside_the_terminal_is_as_it_was(terminal):
    import termios

    before = termios.tcgetattr(terminal)
    with terminal_keys() as keys:
        own = termios.tcgetattr(terminal)
        with keys.aside():
            assert termios.tcgetattr(terminal) == before
        assert termios.tcgetattr(terminal) == own


def test_the_terminal_gets_its_settings_back(terminal):
    import termios

    before = termios.tcgetattr(terminal)
    with terminal_keys():
        assert termios.tcgetattr(terminal) != before
    assert termios.tcgetattr(terminal) == before


def test_a_new_size_is_a_key(terminal):
    import signal

    with terminal_keys() as keys:
        os.kill(os.getpid(), signal.SIGWINCH)
        assert keys.read() == "resize"


def test_a_closed_terminal_is_the_end(monkeypatch):
    typing, stdin = pty.openpty()
    with os.fdopen(stdin, "r") as file:
        monkeypatch.setattr(sys, "stdin", file)
        with terminal_keys() as keys:
            os.write(typing, b"\x04")
            assert keys.read() == "eof"
    os.close(typing)


def test_where_no_key_comes_in_time_it_ticks(terminal):
    with terminal_keys() as keys:
        assert keys.press(0) == Press("tick")
        os.write(terminal, b"ab")
        assert [keys.press(60).name, keys.press(0).name] == ["a", "b"]
        assert keys.press(0) == Press("tick")
