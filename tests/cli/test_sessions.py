"""Whole sessions in a real pseudo-terminal."""

import signal
import sys
from dataclasses import replace

import pytest

from studykit.cards.model import Card
from studykit.messages import LANGUAGES
from studykit.scheduling.model import Grade, Mark, Undo
from tests.cli.pseudo_terminal import SIZES, ended
from tests.terminal.samples import CHOICE, CLOZE, DECK, HOSTILE, LIST, NUMERIC, QA, TRUEFALSE

pexpect = pytest.importorskip("pexpect")

WIDE = (24, 300)  # so that long paths stand on one line
UP, DOWN, RIGHT = "\x1b[A", "\x1b[B", "\x1b[C"
LEFT_SCREEN = "\x1b[?1049l"
RIGHT_CHOICE = r"✓ B\. (?:\x1b\[[\d;]*m)?邻省"
WORDS = {
    "en": {
        "what next": "What next",
        "show": "show the answer",
        "learning": "learning 1",
        "again": "again 1m",
        "left": "3 cards are left for today",
        "answers": "answers in",
        "items": "1 of 3 items",
        "last": "That was the last card",
    },
    "zh": {
        "what next": "接下来",
        "show": "看答案",
        "learning": "学习 1",
        "again": "重来 1 分",
        "left": "今天还剩 3 张",
        "answers": "作答 4 次",
        "items": "1/3 项",
        "last": "最后一张",
    },
}


def records(learner):
    """What stands in the log, in order: ratings, deeds, and what was undone."""
    words = {Grade: "rating", Mark: "deed"}
    return [
        "undo" if isinstance(one, Undo) else getattr(one, words[type(one)])
        for one in learner().records()
    ]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
def test_learning_ends_in_a_review(session, deck, learner, size, lang, environ):
    words = WORDS[lang]
    child = session("learn", deck(), size=size, lang=lang, **environ)
    child.expect(words["what next"])
    child.send("\r")
    child.expect(QA.prompt)
    child.expect(words["show"])
    child.send(" ")
    child.expect(QA.answer)
    child.expect(QA.quotes[0])
    child.expect(words["again"])
    child.send("1")
    child.expect(words["learning"])
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
    child.send("4")
    child.expect(CHOICE.prompt)
    child.send("q")
    child.expect_exact(LEFT_SCREEN)
    child.expect(words["answers"])
    child.expect(QA.prompt)
    assert ended(child) == 0
    assert records(learner) == ["again", "good", "easy", "easy"]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
def test_every_type_of_card_is_answered_in_writing(session, deck, learner, size, lang, environ):
    words = WORDS[lang]
    child = session("review", deck(DECK), "--typed", size=size, lang=lang, **environ)
    child.expect(QA.prompt)
    child.send("新的灌溉办法\r")
    child.expect(QA.quotes[0])
    child.send(" ")
    child.expect(NUMERIC.prompt)
    child.send("36.4吨\x7f\x7f5吨\r")
    child.expect("✓")
    child.send("4")
    child.expect("小镇以")
    child.send("红茶\r")
    child.expect("红茶")
    child.send("花茶\r")
    child.expect("→")
    child.send(" ")
    child.expect(CHOICE.prompt)
    child.send("a")
    child.expect("✗ A")
    child.send(" ")
    child.expect(TRUEFALSE.prompt)
    child.send("f")
    child.expect("✓")
    child.send("4")
    child.expect(LIST.prompt)
    child.send("采摘\r")
    child.expect(words["items"])
    child.send("杀青、烘干\r")
    child.expect(LIST.quotes[0])
    child.send("4")
    child.expect(CHOICE.prompt)
    child.sendintr()
    assert ended(child) == 130
    assert records(learner) == ["good", "easy", "hard", "again", "easy", "easy"]


@pytest.mark.parametrize(
    ("environ", "mark"), [({}, "\x1b[1;4;7;31m红"), ({"NO_COLOR": "1"}, "〔红〕")]
)
def test_differences_are_seen_with_and_without_colour(session, deck, environ, mark):
    child = session("review", deck(replace(DECK, cards=(CLOZE,))), "--typed", **environ)
    child.expect("小镇以")
    child.send("红茶\r花茶\r")
    child.expect_exact(mark)


def test_a_list_is_ticked_off(session, deck, learner):
    child = session("review", deck(replace(DECK, cards=(LIST,))))
    child.expect(LIST.prompt)
    child.send(" ")
    child.expect("recalled")
    child.send("13\r")
    child.expect("✗ 2. ")
    child.send(" ")
    child.expect(LIST.prompt)
    child.send("q")
    assert ended(child) == 0
    assert records(learner) == ["hard"]


def test_the_lines_of_the_article(session, deck, tmp_path):
    from hashlib import sha256

    from studykit.article.model import Span
    from studykit.deck.model import Source

    text = f"题目\n{QA.quotes[0]}，今年又是丰收的一年，茶农都很高兴。\n后来\n"
    (tmp_path / "tea.txt").write_text(text, encoding="utf-8")
    card = replace(QA, spans=(Span(3, 3 + len(QA.quotes[0])),))
    source = Source("tea.txt", sha256(text.encode()).hexdigest())
    child = session("review", deck(replace(DECK, cards=(card,), source=source)))
    child.expect(QA.prompt)
    child.send(" ")
    child.expect("line 2")
    child.send("l")
    child.expect("2  ")
    child.expect("丰收")
    child.expect("3  ")
    child.expect("tea.txt")
    child.send("l")
    child.expect("line 2")
    child.send("q")
    assert ended(child) == 0


def test_undo_over_thirty_cards_and_after_a_restart(session, deck, learner):
    cards = tuple(replace(QA, prompt=f"第{n}问？", id=f"qa{n:06}") for n in range(30))
    path = deck(replace(DECK, cards=cards))
    child = session("review", path, "--new", "30")
    child.expect("第0问")
    for n in range(30):
        child.send(" ")
        child.expect("again")
        child.send("4")
        child.expect(f"第{n + 1}问" if n < 29 else "last card")
    for n in reversed(range(10, 30)):
        child.send("u")
        child.expect(f"Undone: easy · 第{n}问")
    child.send("q")
    assert ended(child) == 0
    assert len(learner().standings) == 10
    child = session("review", path, "--new", "30")
    child.expect("第10问")
    for n in reversed(range(10)):
        child.send("u")
        child.expect(f"Undone, of .*: easy · 第{n}问")
    child.send("u")
    child.expect("nothing to undo")
    child.send("q")
    assert ended(child) == 0
    assert not learner().standings


@pytest.fixture
def editor(tmp_path):
    """An editor that runs this Python code on the text of the file."""

    def write(code):
        script = tmp_path / "edit.py"
        lines = ["import sys, pathlib", "path = pathlib.Path(sys.argv[-1])"]
        lines += ["text = path.read_text('utf-8')", code, "path.write_text(text, 'utf-8')"]
        script.write_text("\n".join(lines), encoding="utf-8")
        return {"VISUAL": f"'{sys.executable}' '{script}'"}

    return write


def test_editing_a_card_keeps_its_history(session, deck, learner, editor):
    environ = editor("text = text.replace('邻省', '外省')")
    path = deck()
    child = session("review", path, **environ)
    child.expect(QA.prompt)
    child.send(" ")
    child.expect("again")
    child.send("4")
    child.expect(CHOICE.prompt)
    child.send("e")
    child.expect_exact(LEFT_SCREEN)
    child.expect("外省")
    child.send("b4")
    child.expect(TRUEFALSE.prompt)
    child.send("q")
    assert ended(child) == 0
    assert {*learner().standings} == {QA.id, CHOICE.id}


def test_an_edit_that_cannot_be_read_is_told_and_undone_by_another(session, deck, editor):
    environ = editor("text = text.replace('option', 'opti\\ton') if 'option' in text else ''")
    path = deck(replace(DECK, cards=(CHOICE,)))
    child = session("review", path, size=WIDE, **environ)
    child.expect(CHOICE.prompt)
    child.send("e")
    child.expect(r"tea\.yaml:\d+: ")
    child.expect("e opens the file again")
    child.send("b")
    child.expect(RIGHT_CHOICE)
    child.send("q")
    assert ended(child) == 0


@pytest.mark.parametrize(
    ("key", "said", "deed"),
    [("-", "Buried", "bury"), ("@", "Suspended", "suspend"), ("*", "flagged", "flag")],
)
def test_cards_are_buried_suspended_and_flagged(session, deck, learner, key, said, deed):
    path = deck(replace(DECK, cards=(QA,)))
    child = session("review", path)
    child.expect(QA.prompt)
    child.send(key)
    child.expect(said)
    child.send("q")
    assert ended(child) == 0
    assert records(learner) == [deed]
    child = session("review", path)
    child.expect("flagged" if key == "*" else "Nothing is to be reviewed now")
    child.close(force=True)
    child = session("review", "--flagged" if key == "*" else "--aside")
    child.expect(QA.prompt)
    child.send(key + "q")
    assert ended(child) == 0
    assert records(learner) == [deed, f"un{deed}"]
    child = session("review", path)
    child.expect(QA.prompt)


def test_cramming_leaves_states_alone(session, deck, learner):
    child = session("review", deck(), "--cram")
    child.expect("practice")
    child.expect(QA.prompt)
    child.send(" 3")
    child.expect(CHOICE.prompt)
    child.send("a1")
    child.expect(TRUEFALSE.prompt)
    child.send("q")
    assert ended(child) == 0
    assert records(learner) == ["good", "again"]
    assert not learner().standings


def test_looking_ahead(session, deck, learner):
    path = deck(replace(DECK, cards=(QA,)))
    child = session("review", path)
    child.expect(QA.prompt)
    child.send(" 4\r")
    assert ended(child) == 0
    before = learner().state(QA.id)
    for options, moved in (((), False), (("--count",), True)):
        child = session("review", path, "--ahead", "30", *options)
        child.expect(QA.prompt)
        child.send(" 3\r")
        assert ended(child) == 0
        assert (learner().state(QA.id) != before) is moved


def test_a_second_session_is_refused(session, deck):
    first = session("review", deck())
    first.expect(QA.prompt)
    second = session("review", "tea.yaml")
    second.expect("a session of this learner is running")
    assert ended(second) == 1
    first.send("q")
    assert ended(first) == 0


def test_a_killed_session_loses_nothing(session, deck, learner):
    child = session("review", deck())
    child.expect(QA.prompt)
    child.send(" 4")
    child.expect(CHOICE.prompt)
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    assert records(learner) == ["easy"]
    child = session("review", "tea.yaml")
    child.expect(CHOICE.prompt)
    child.send("u")
    child.expect("Undone, of")
    child.expect(QA.prompt)


def test_decks_once_opened_are_remembered(session, deck):
    child = session("review", deck(), "--limit", "1", "--type", "choice")
    child.expect("0/1")
    child.expect(CHOICE.prompt)
    child.send("q")
    assert ended(child) == 0
    child = session("review", "--section", "市场", "--mental")
    child.expect("0/2")
    child.expect(CHOICE.prompt)


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (["none.yaml"], 1, "no such deck"),
        ([], 1, "No deck has been opened yet"),
        (["--count"], 2, "--count goes with --ahead"),
        (["--type", "essay"], 2, "essay"),
        (["--order", "best"], 2, "--order must be one of"),
        (["--learner", "../x"], 1, "cannot be called"),
    ],
)
def test_what_cannot_be_reviewed_is_said(session, argv, code, words):
    child = session("review", *argv)
    child.expect_exact(words)
    assert ended(child) == code


def test_a_damaged_log_is_told_before_and_after(session, deck, tmp_path):
    log = tmp_path / "progress" / "me" / "log" / "2026-11.yaml"
    log.parent.mkdir(parents=True)
    log.write_text("format: studykit-log/1\nreviews:\n- {nonsense\n", encoding="utf-8")
    child = session("review", deck(), size=WIDE)
    child.expect("Before you begin")
    child.expect(r"2026-11\.yaml:3")
    child.send(" ")
    child.expect(QA.prompt)
    child.send("q")
    child.expect_exact(LEFT_SCREEN)
    child.expect(r"2026-11\.yaml:3")
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
    child.send(" 4")
    child.expect("1/3")
    child.send("u")
    child.expect("0/3")
    child.send("?")
    child.expect("Any key goes back")
    child.send("x")
    child.expect(QA.prompt)
    child.send("q")
    child.expect("3 cards are left for today")
    assert ended(child) == 0


def test_where_nothing_waits_learning_goes_on_as_practice(session, deck, learner):
    path = deck(replace(DECK, cards=(QA,)))
    for waits, said, rating in ((True, QA.prompt, "4"), (False, "practice", "3")):
        child = session("learn", path)
        child.expect("Review 1 card" if waits else "practise")
        child.send("\r")
        child.expect(said)
        child.send(" " + rating + "\r")
        assert ended(child) == 0
    assert records(learner) == ["easy", "good"]
    assert learner().state(QA.id).reps == 1


@pytest.mark.skipif(sys.platform != "linux", reason="limits a process from outside")
def test_a_disk_that_is_full_is_told_on_the_same_card(session, deck, learner):
    import resource

    child = session("review", deck(replace(DECK, cards=(QA,))), size=WIDE)
    child.expect(QA.prompt)
    child.send(" ")
    child.expect("again")
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (0, hard))
    child.send("3")
    child.expect("cannot be written.*nothing was recorded")
    child.expect("again")
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (hard, hard))
    child.send("4")
    child.expect("last card")
    child.send("q")
    assert ended(child) == 0
    assert records(learner) == ["easy"]


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


def test_who_stops_a_session_gets_the_terminal_back_meanwhile(session, deck):
    child = session("learn", deck())
    child.expect("What next")
    child.send("\r")
    child.expect("show the answer")
    for _ in range(2):
        child.kill(signal.SIGTSTP)
        child.expect_exact(LEFT_SCREEN)
        child.expect_exact(LEFT_SCREEN.replace("l", "h"))
        child.kill(signal.SIGCONT)
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
    child.expect("3 cards are left")
    assert LEFT_SCREEN not in child.before
    assert ended(child) == 0


def test_a_dumb_terminal_types_with_its_own_editing(session, deck, learner):
    child = session("review", deck(), "--typed", TERM="dumb", NO_COLOR="1")
    child.expect(QA.prompt)
    while child.isalive() and not child.getecho():  # until the terminal edits lines itself
        pass
    child.send("灌溉\x15新的灌溉办法\n")
    child.expect("✓ 新的灌溉办法")
    child.send(" ")
    child.expect(CHOICE.prompt)
    assert "\x1b" not in child.before
    child.send("q")
    assert ended(child) == 0
    assert records(learner) == ["good"]


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
