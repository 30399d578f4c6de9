"""Whole live classrooms: the teacher on a pseudo-terminal, students on WebSockets."""

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from studykit.classroom import events as ev
from studykit.classroom.record import read_session
from studykit.messages import LANGUAGES
from tests.classroom.student import Student
from tests.cli.held_class import Class, right
from tests.cli.pseudo_terminal import SIZES, ended
from tests.terminal.samples import CHOICE, DECK, NUMERIC, QA

pexpect = pytest.importorskip("pexpect")

WORDS = {
    "en": {
        "lobby": "Nobody has joined yet",
        "joined": "1 player",
        "open": "0 of 1 have answered",
        "answered": "1 of 1 have answered",
        "closed": "vote closed",
        "right": r"1 of 1 right \(100%\)",
        "shown": "answer shown",
        "sure": "end the session",
        "hardest": "Points",
        "kept": "Kept in",
        "paused": "paused",
    },
    "zh": {
        "lobby": "还没有人加入",
        "joined": "1 人",
        "open": "0/1 人已作答",
        "answered": "1/1 人已作答",
        "closed": "投票结束",
        "right": "1/1 人答对（100%）",
        "shown": "答案已公布",
        "sure": "结束这堂课",
        "hardest": "得分",
        "kept": "存在",
        "paused": "已暂停",
    },
}
EN = WORDS["en"]
CTRL_S, CTRL_Q = "\x13", "\x11"
HERE = r"1 player\x1b"  # and not: (1 away), locked


@pytest.fixture
def room(session, tmp_path):
    found = Class(session, tmp_path)
    yield found
    found.close()


@pytest.fixture
def one_question(deck):
    """The file of a deck of one card."""
    return lambda card=CHOICE: deck(replace(DECK, cards=(card,)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "environ"),
    [(SIZES[0], {}), (SIZES[1], {}), (SIZES[0], {"NO_COLOR": "1"})],
    ids=["80x24", "120x40", "no colour"],
)
def test_a_whole_lesson(room, one_question, size, lang, environ):
    words = WORDS[lang]
    child = room.begins(one_question(), size=size, lang=lang, **environ)
    child.expect(words["lobby"])
    student = room.student()
    child.expect(words["joined"])
    child.expect("小明")
    child.send(" ")
    child.expect(CHOICE.prompt)
    assert "solution" not in student.see("open")
    assert student.answer(0, right(room), sure=True) == ""
    assert "answered" in room.names()  # received means kept
    child.expect(words["answered"])
    child.send("c")
    child.expect(words["closed"])
    child.expect(words["right"])
    child.send("r")
    child.expect(words["shown"])
    seen = student.see("reveal")
    assert seen["solution"]["answer"] == [CHOICE.answer]
    assert seen["you"]["result"]["score"] == 1
    child.send("x")
    child.expect(words["sure"])
    child.send("x")
    child.expect(words["hardest"])
    student.see("ended")
    child.send("q")
    child.expect(words["kept"])
    assert ended(child) == 0
    assert room.names() == ["joined", "asked", "answered", "closed", "revealed", "ended"]


def test_a_terminal_that_takes_no_output_does_not_stop_the_class(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    child.send(" ")
    child.expect(CHOICE.prompt)
    child.send(CTRL_S)
    # So many that some come when the screen has long been wanting to be drawn.
    students = [room.student(f"s{n}") for n in range(40)]
    for student in students:
        student.see("open")
        assert student.answer(0, right(room)) == ""
    child.send(CTRL_Q)
    child.expect("40 of 40 have answered")
    child.send("r")
    students[0].see("reveal")


def test_discussing_and_voting_again(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    students = [room.student(f"s{n}") for n in range(4)]
    child.expect("4 players")
    child.send(" ")
    key = right(room)
    for n, student in enumerate(students):
        student.see("open")
        assert student.answer(0, key if n < 2 else (key + 1) % 4) == ""
    child.expect("4 of 4")
    child.send("c")
    child.expect("30–70% right")
    child.send("d")
    child.expect("discusses")
    child.send("v")
    child.expect("vote 2")
    for student in students[:3]:
        student.see("open", 2)
        assert student.answer(0, key, 2) == ""
    child.expect("3 of 4")
    child.expect("Still to answer: s3")
    child.send("c")
    child.expect(r"Of 3 who voted both times 2 were right, then 3 \(\+1 −0\); gain 1.00")
    child.send("r")
    child.expect(EN["shown"])
    assert students[3].see("reveal")["you"]["result"]["score"] == 0


def test_a_killed_host_comes_back_with_every_answer_that_was_received(room, deck):
    child = room.begins(deck(DECK), "--seconds", "600")
    child.expect(EN["lobby"])
    student, other = room.student("小明"), room.student("小红")
    before = room.kept.session
    child.expect("2 players")
    child.send(" ")
    student.see("open")
    one = before.questions[0]
    answer = {"text": "甲", "blanks": ["甲", "乙"], "items": ["甲"], "truefalse": True}.get(
        one.kind, list(range(len(one.options))) if one.kind == "order" else 1
    )
    assert student.answer(0, answer, sure=False) == ""
    child.kill(signal.SIGKILL)
    child.wait()
    child = room.resumes()
    child.expect("Before you begin")
    child.expect("A vote was interrupted")
    child.send(" ")
    child.expect(EN["paused"])
    assert room.kept.session == before
    seen = student.back(room.url)
    assert seen["phase"] == "open"
    assert seen["paused"]
    assert seen["you"]["name"] == "小明"
    assert seen["you"]["mine"] == {"answer": answer, "sure": False}
    assert student.answer(0, answer, sure=False) == ""  # as if the receipt had been lost
    assert other.back(room.url)["you"]["name"] == "小红"
    child.send("p")
    other.see("open")
    child.expect("1 of 2")
    assert other.answer(0, answer) == ""
    assert room.names(ev.Answered) == ["answered"] * 2


def test_a_torn_line_takes_no_answer_with_it(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    student = room.student()
    child.send(" ")
    student.see("open")
    assert student.answer(0, 1) == ""
    child.kill(signal.SIGKILL)
    child.wait()
    with room.path.open("a") as file:
        file.write('- {at: "2026-11-2')
    child = room.resumes(size=(24, 300))
    child.expect("was cut off and was set aside")
    assert student.back(room.url)["you"]["mine"]["answer"] == 1


def test_a_full_disk_is_told_of_and_nothing_is_received_that_is_not_kept(room, one_question):
    resource = pytest.importorskip("resource")
    if not hasattr(resource, "prlimit"):
        pytest.skip("only Linux sets the limits of another process")
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    student = room.student()
    child.send(" ")
    student.see("open")
    child.expect(EN["open"])
    size = room.path.stat().st_size
    limits = resource.prlimit(child.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (size + 20, limits[1]))
    assert student.answer(0, 1) == "disk"
    child.expect("cannot be written")
    child.send("c")
    child.expect("it has not happened")
    assert room.path.stat().st_size == size
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, limits)
    assert student.answer(0, 1) == ""
    child.expect(EN["answered"])
    assert room.names() == ["joined", "asked", "answered"]


def test_leaving_and_going_on(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    student = room.student()
    child.expect(EN["joined"])
    child.send("q")
    child.expect("the class waits")
    child.send(" ")  # after all not
    child.send("q")
    child.expect("the class waits")
    child.send("q")
    child.expect("--resume goes on")
    assert ended(child) == 0
    child = room.resumes("--store", "redis://127.0.0.1:1", size=(24, 300))
    child.expect("begun without --store")
    assert ended(child) == 1
    child = room.resumes()
    child.expect("1 away")
    assert student.back(room.url)["phase"] == "lobby"
    child.expect(HERE)
    child.sendintr()
    assert ended(child) == 130
    assert room.names() == ["joined"]


def test_of_several_sessions_one_is_chosen(room, deck, tmp_path):
    for name in ("first", "second"):
        child = room.begins(deck(replace(DECK, title=name)))
        child.expect(EN["lobby"])
        room.student()
        child.expect(EN["joined"])
        child.kill(signal.SIGKILL)
        child.wait()
    child = room.resumes()
    child.expect("Which session")
    child.send("\x1b[B\r")
    child.expect("first")
    child.expect("1 away")
    room.close()


def test_nothing_is_left_of_a_room_that_nobody_joined(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    child.send("qq")
    assert ended(child) == 0
    assert not list(room.folder.glob("*.yaml"))


def test_somebody_is_sent_away_and_the_door_locked(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    room.student("小红")
    student = room.student("小明")
    child.expect("2 players")
    child.send("k")
    child.expect("Who is to go")
    child.send("\x1b[B\r")
    assert student.hear("bye")["why"] == "kicked"
    child.expect(HERE)
    child.send("l")
    child.expect("locked")
    guest = room.guest()
    guest.send(t="knock", pin=room.kept.session.pin)
    guest.hear("door")
    guest.send(t="join", name="小刚")
    assert guest.hear("welcome", "no")["why"] == "locked"
    child.send("l")
    child.expect(r"\[0m lock")
    room.student("小刚")


def test_a_typed_answer_is_accepted(room, one_question):
    child = room.begins(one_question(NUMERIC))
    child.expect(EN["lobby"])
    student = room.student()
    child.send(" ")
    student.see("open")
    assert student.answer(0, "半车") == ""
    child.expect(EN["answered"])
    child.send("a")
    child.expect("once the answer is shown")
    child.send("r")
    assert student.see("reveal")["you"]["result"]["score"] == 0
    child.send("a")
    child.expect("半车")
    child.send("\r")
    assert student.see("reveal")["you"]["result"]["score"] == 1
    child.send("a")
    child.expect("Every answer counts as right")


def test_the_notes_can_be_covered(room, one_question):
    child = room.begins(one_question(QA))
    child.expect(EN["lobby"])
    child.send("h ")
    child.expect("h shows them")
    child.send("h")
    child.expect(QA.answer)
    child.expect(QA.quotes[0])


def test_the_clock_closes_a_vote(room, one_question):
    child = room.begins(one_question(), "--seconds", "1")
    child.expect(EN["lobby"])
    student = room.student()
    child.send(" ")
    student.see("open")
    child.expect(EN["closed"])
    assert student.answer(0, 1) == "closed"


def test_names_of_a_roster(room, one_question, tmp_path):
    (tmp_path / "names.csv").write_text("李雷, 4711\n韩梅梅\n", "utf-8")
    child = room.begins(one_question(), "--roster", "names.csv")
    child.expect(EN["lobby"])
    guest = room.guest()
    guest.send(t="knock", pin=room.kept.session.pin)
    assert [one["name"] for one in guest.hear("door")["roster"]] == ["李雷", "韩梅梅"]
    guest.send(t="join", learner="李雷", code="4712")
    assert guest.hear("welcome", "no")["why"] == "code"
    room.student(learner="李雷", code="4711")
    child.expect("李雷")
    child.kill(signal.SIGKILL)
    child.wait()
    child = room.resumes()
    child.expect("1 away")
    guest = room.guest()
    guest.send(t="knock", pin=room.kept.session.pin)
    assert [one["name"] for one in guest.hear("door")["roster"]] == ["韩梅梅"]


def test_everyone_at_their_own_pace(room, deck):
    child = room.begins(deck(DECK), "--self-paced", "--types", "truefalse,choice")
    child.expect(EN["lobby"])
    student = room.student()
    child.send(" ")
    view = student.see("open")
    for done in range(2):
        assert view["you"]["done"] == done
        assert student.answer(done, right(room, done)) == ""
        view = student.see("open") if view["you"]["done"] == done else view
    child.expect("2/2")
    child.expect("200 points")
    child.send("x")
    child.expect(EN["sure"])
    child.send("x")
    student.see("ended")


def test_names_do_no_harm(room, one_question):
    child = room.begins(one_question(replace(CHOICE, prompt="[bold]题\x1b[31m？")))
    child.expect(EN["lobby"])
    room.student("[red]\x1b]0;x\x07甲\u202e乙")
    child.expect_exact("[red]]0;x甲乙")
    child.send(" ")
    child.expect_exact("[bold]题␛[31m？")


def test_the_page_is_served_and_other_names_are_not(room, one_question):
    child = room.begins(one_question(), "--address", "teacher-pc:8080")
    child.expect("http://teacher-pc:8080/")
    child.expect(EN["lobby"])
    for request in (
        room.url,
        urllib.request.Request(room.url, headers={"Host": "teacher-pc:8080"}),
    ):
        with urllib.request.urlopen(request, timeout=10) as page:
            assert b"<html" in page.read().lower()
    other = urllib.request.Request(room.url, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="421"):
        urllib.request.urlopen(other, timeout=10)


def test_a_terminal_that_has_gone(room, one_question):
    child = room.begins(one_question())
    child.expect(EN["lobby"])
    room.student()
    child.expect(EN["joined"])
    child.sendeof()
    assert ended(child) == 0
    assert room.names() == ["joined"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "which DECK"),
        (("--resume", "tea.yaml"), "decks that there were"),
        (("tea.yaml", "--lan", "--bind", "0.0.0.0"), "--lan or --bind"),
        (("tea.yaml", "--address", "http://a/"), "is no name or address"),
        (("tea.yaml", "--speed"), "--speed needs --seconds"),
        (("tea.yaml", "--until", "20:30"), "goes with --self-paced"),
        (("tea.yaml", "--self-paced", "--seconds", "5"), "no --seconds"),
        (("tea.yaml", "--self-paced", "--until", "soon"), "soon is no time to come"),
        (("tea.yaml", "--self-paced", "--until", "2020-01-01"), "no time to come"),
        (("tea.yaml", "--ranks", "all"), "must be one of"),
    ],
)
def test_wrong_usage(session, deck, argv, said):
    deck()
    child = session("host", *argv)
    child.expect(said)
    assert ended(child) == 2


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("none.yaml",), "none.yaml: no such deck"),
        (("tea.yaml", "--types", "cloze"), "no card is of this kind"),
        (("tea.yaml", "--teams", "red"), "at least two names"),
        (("tea.yaml", "--roster", "none.csv"), "none.csv: cannot be read"),
        (("tea.yaml", "--bind", "203.0.113.7"), "cannot listen at 203.0.113.7"),
        (("tea.yaml", "--session", "tea.yaml"), "is there already"),
        (("--resume",), "no session waits"),
        (("--resume", "--session", "none.yaml"), "no such session"),
        (("--resume", "--session", "tea.yaml"), "is not of the format"),
    ],
)
def test_what_cannot_begin(session, deck, argv, said):
    deck()
    child = session("host", *argv, size=(24, 300))
    child.expect(said)
    assert ended(child) == 1


def test_without_a_terminal(studykit, deck):
    result = studykit("host", deck())
    assert (result.code, result.out) == (2, "")
    assert "needs a terminal" in result.err


def test_homework_needs_no_terminal(tmp_path, one_question):
    argv = [sys.executable, "-m", "studykit", "--lang", "en", "host"]
    file = tmp_path / "homework.yaml"
    options = ["--port", "0", "--session", str(file)]

    @contextmanager
    def served(*more):
        with subprocess.Popen(
            [*argv, *more, *options], cwd=tmp_path, stdout=subprocess.PIPE, text=True
        ) as process:
            try:
                while " PIN " not in (line := process.stdout.readline()):
                    assert line
                yield process, line.split()[0]
            finally:
                process.kill()

    with served(one_question(), "--self-paced") as (_process, url):
        kept = read_session(file)
        student = Student.joined(url, kept.session.pin, "小明")
        assert student.see("open")["you"]["done"] == 0
    with served("--resume") as (_process, url):
        assert student.back(url)["you"]["name"] == "小明"
        assert student.answer(0, kept.session.questions[0].key) == ""
    student.close()
    names = [event.name for event in read_session(file).events]
    assert names == ["asked", "joined", "answered"]


def test_homework_ends_by_itself(tmp_path, one_question):
    one_question()
    file = tmp_path / "homework.yaml"
    until = (datetime.now().astimezone() + timedelta(seconds=2)).isoformat()
    argv = [sys.executable, "-m", "studykit", "--lang", "en", "host", "tea.yaml", "--port", "0"]
    options = ["--session", str(file), "--self-paced", "--until", until]
    done = subprocess.run(
        [*argv, *options], cwd=tmp_path, capture_output=True, text=True, timeout=30, check=True
    )
    assert "Kept in" in done.stdout
    assert [event.name for event in read_session(file).events] == ["asked", "ended"]
