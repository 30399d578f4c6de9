import os
import pty
import sys

import pytest

from studykit.terminal.keys import name_of, terminal_keys


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
