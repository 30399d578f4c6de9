import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from studykit.terminal.menu import ask_next

DOWN = "\x1b[B"


@pytest.fixture
def typing():
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("\r", "review"),
        (DOWN + "\r", "browse"),
        (DOWN * 2 + "\r", "stop"),
        (DOWN * 3 + "\r", "review"),
        ("x\x04\r", "review"),
    ],
)
def test_arrows_and_enter_choose(typing, typed, choice):
    typing.send_text(typed)
    assert ask_next(3) == choice


def test_where_nothing_waits_it_can_be_practised(typing):
    typing.send_text("\r")
    assert ask_next(0) == "practise"


def test_ctrl_c_is_not_swallowed(typing):
    typing.send_text("\x03")
    with pytest.raises(KeyboardInterrupt):
        ask_next(3)


def test_a_terminal_that_has_gone_stops(typing):
    typing.close()
    assert ask_next(3) == "stop"
