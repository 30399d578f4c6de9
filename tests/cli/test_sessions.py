"""Whole sessions in a real pseudo-terminal."""

import os
import sys
from dataclasses import replace

import pytest

from studykit.cards.model import Card
from studykit.deck.file import write_deck
from studykit.messages import LANGUAGES
from tests.terminal.samples import CHOICE, DECK, HOSTILE, QA, TRUEFALSE

pexpect = pytest.importorskip("pexpect")

SIZES = [(24, 80), (40, 120)]
UP, DOWN, RIGHT = "\x1b[A", "\x1b[B", "\x1b[C"
LEFT_SCREEN = "\x1b[?1049l"
RIGHT_CHOICE = r"✓ B\. (?:\x1b\[[\d;]*m)?邻省"
SHORT = replace(DECK, cards=(QA, CHOICE, TRUEFALSE))
WORDS = {
    "en": ("What next", "show the answer", "to come back", "last card", "3 of 3 cards done"),
    "zh": ("接下来", "看答案", "张待重来", "最后一张", "完成 3/3 张"),
}


@pytest.fixture
def session(tmp_path):
    """Start `studykit` on a terminal in an empty folder; gives the pexpect child."""
    children = []

    def start(*argv, size=(24, 80), lang="en", **environ):
        env = {
            **{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")},
            "TERM": "xterm-256color",
            "STUDYKIT_LANG": lang,
            "PROMPT_TOOLKIT_NO_CPR": "1",  # it would wait for an answer that pexpect does not give
            "PYTHONPATH": os.pathsep.join(sys.path),
            **environ,
        }
        child = pexpect.spawn(
            sys.executable,
            ["-m", "studykit", *argv],
            dimensions=size,
            cwd=str(tmp_path),
            env=env,
            encoding="utf-8",
            timeout=10,
        )
        child.delaybeforesend = None
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)


@pytest.fixture
def deck(tmp_path):
    def write(deck=SHORT):
        write_deck(tmp_path / "tea.yaml", deck)
        return "tea.yaml"

    return write


def ended(child) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
def test_a_first_review(session, deck, size, lang, environ):
    what_next, show_answer, come_back, last, outcome = WORDS[lang]
    child = session("learn", deck(), size=size, lang=lang, **environ)
    child.expect(what_next)
    child.send("\r")
    child.expect(QA.prompt)
    child.expect(show_answer)
    child.send(" ")
    child.expect(QA.answer)
    child.expect(QA.quotes[0])
    child.send("1")
    child.expect(come_back)
    child.expect(CHOICE.prompt)
    child.send("b")
    child.expect(RIGHT_CHOICE)
    child.send(" ")
    child.expect(TRUEFALSE.prompt)
    child.send("t")
    child.expect("✗")
    child.send("4")
    child.expect(QA.prompt)
    child.send(" ")
    child.expect(QA.answer)
    child.send("3")
    child.expect(last)
    child.send("\r")
    child.expect_exact(LEFT_SCREEN)
    child.expect(outcome)
    child.expect(QA.prompt)
    assert ended(child) == 0


def test_colour_only_where_it_is_wanted(session, deck):
    for environ, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        child = session("show", deck(), **environ)
        child.expect(pexpect.EOF)
        assert ("\x1b[32m" in child.before) is coloured


def test_undo_help_and_quit(session, deck):
    child = session("learn", deck())
    child.expect("What next")
    child.send("\r")
    child.expect("0/3")
    child.send(" 3")
    child.expect("1/3")
    child.send("u")
    child.expect("0/3")
    child.send("?")
    child.expect("Any key goes back")
    child.send("x")
    child.expect(QA.prompt)
    child.send("q")
    child.expect("0 of 3 cards done")
    assert ended(child) == 0


def test_looking_through_then_stopping(session, deck):
    child = session("learn", deck())
    child.expect("What next")
    child.send(DOWN + "\r")
    child.expect("1/3")
    child.send(RIGHT)
    child.expect("2/3")
    child.expect(RIGHT_CHOICE)
    child.send("q")
    child.expect("What next")
    child.send(UP + "\r")
    assert ended(child) == 0


def test_the_browser(session, deck):
    child = session("show", deck(), "--browse", "--type", "choice")
    child.expect("1/1")
    child.expect(CHOICE.prompt)
    child.send("q")
    assert ended(child) == 0


@pytest.mark.parametrize("when", ["What next", "show the answer"])
def test_ctrl_c_leaves_at_once(session, deck, tmp_path, when):
    child = session("learn", deck())
    before = (tmp_path / "tea.yaml").read_bytes()
    child.expect("What next")
    if when != "What next":
        child.send("\r")
        child.expect(when)
    child.sendintr()
    assert ended(child) == 130
    assert "Traceback" not in child.before
    assert (tmp_path / "tea.yaml").read_bytes() == before


def test_the_screen_follows_the_window(session, deck):
    wide = Card("qa", "这是一个很长的问题" * 6 + "？", "答")
    child = session("learn", deck(replace(DECK, cards=(wide,))), size=(40, 120))
    child.expect("What next")
    child.send("\r")
    child.expect("show the answer")
    child.setwinsize(24, 80)
    child.expect("show the answer")
    child.send("q")
    assert ended(child) == 0


@pytest.mark.parametrize("size", [(24, 20), (8, 40), (5, 9), (1, 1)])
def test_a_window_too_small_is_no_bug(session, deck, size):
    child = session("learn", deck())
    child.expect("What next")
    child.send("\r")
    child.expect("show the answer")
    child.setwinsize(*size)
    child.send(" 3bq")
    assert ended(child) == 0


def test_a_dumb_terminal_gets_no_controls(session, deck):
    child = session("learn", deck(), TERM="dumb", NO_COLOR="1")
    child.expect("What next")
    child.send("\r")
    child.expect(QA.prompt)
    child.send(" ")
    child.expect(QA.answer)
    child.send("q")
    child.expect("0 of 3")
    assert LEFT_SCREEN not in child.before
    assert ended(child) == 0


def test_text_of_a_deck_cannot_touch_the_terminal(session, deck):
    child = session("learn", deck(replace(DECK, cards=(HOSTILE,), title="\x1b]0;题\x07[red]")))
    child.expect("What next")
    seen = child.before
    child.send("\r")
    child.expect_exact("[bold]红字[/bold] [bookmark: _Toc1] ␛[31m转义")
    seen += child.before
    child.send(" ")
    child.expect_exact("[/] ␛]0;标题␇")
    seen += child.before
    child.send("q")
    child.expect(pexpect.EOF)
    seen += child.before
    assert "␛]0;题␇[red]" in seen
    assert not set(seen) & {"\x07", "\x9b", "\u202e"}
    assert "\x1b]0;" not in seen
