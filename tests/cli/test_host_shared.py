"""One room over two processes: one leads, one stands by, either is killed."""

import signal
from dataclasses import replace

import pytest

from tests.classroom.student import Student
from tests.cli.held_class import Class, right
from tests.cli.pseudo_terminal import ended
from tests.redis_server import free_port, needs_redis, redis_server
from tests.terminal.samples import CHOICE, DECK

pytest.importorskip("pexpect")
needs_redis()
ADDRESS = r"(http://\S+/)  PIN (\d+)"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with redis_server(tmp_path_factory.mktemp("redis")) as found:
        yield found


@pytest.fixture
def room(session, tmp_path, deck, url):
    found = Class(session, tmp_path)
    child = found.begins(deck(replace(DECK, cards=(CHOICE,))), "--store", url)
    child.expect("Nobody has joined yet")
    yield found
    found.close()


@pytest.fixture
def stand_by(session, room, url):
    """Start a process that serves the room without leading it; gives its terminal and address."""

    def start():
        child = session("host", "--join", url, "--pin", room.kept.session.pin, "--port", "0")
        child.expect(ADDRESS)
        assert child.match[2] == room.kept.session.pin
        return child, child.match[1]

    return start


def test_students_of_either_process_are_in_one_room(room, stand_by):
    other, address = stand_by()
    here = room.student("甲")
    there = Student.joined(address, room.kept.session.pin, "乙")
    room.child.expect("2 players")
    room.child.send(" ")
    here.see("open")
    there.see("open")
    assert here.answer(0, right(room)) == ""
    assert there.answer(0, right(room)) == ""
    room.child.expect("2 of 2 have answered")
    other.kill(signal.SIGKILL)
    other.wait()
    seen = there.back(room.url)
    assert seen["you"]["mine"]["answer"] == right(room)
    room.child.send("r")
    there.see("reveal")
    room.child.send("xx")
    room.child.expect("Points")
    room.child.send("q")
    assert ended(room.child) == 0
    there.close()
    counts = [room.names().count(name) for name in ("joined", "answered", "ended")]
    assert counts == [2, 2, 1]


def test_while_the_leader_is_gone_answers_are_kept(room, stand_by, url):
    other, address = stand_by()
    here = room.student("甲")
    there = Student.joined(address, room.kept.session.pin, "乙")
    room.child.expect("2 players")
    room.child.send(" ")
    there.see("open")
    room.child.kill(signal.SIGKILL)
    room.child.wait()
    assert there.answer(0, 1) == ""
    assert here.back(address)["you"]["name"] == "甲"
    assert here.answer(0, 2) == ""
    child = room.resumes(size=(24, 300))
    child.expect("go on with the --store of before")
    assert ended(child) == 1
    child = room.resumes("--store", url)
    child.expect("2 of 2 have answered")
    child.send("r")
    there.see("reveal")
    child.send("x")
    child.expect("end the session")
    child.send("x")
    there.see("ended")
    assert ended(other) == 0
    child.send("q")
    assert ended(child) == 0
    there.close()
    answered = ["answered", "answered"]
    assert room.names() == ["joined", "joined", "asked", *answered, "revealed", "ended"]


@pytest.mark.parametrize(
    ("argv", "said", "code"),
    [
        (("--join", "URL"), "--join goes with --pin", 2),
        (("--pin", "123456"), "--join goes with --pin", 2),
        (("tea.yaml", "--join", "URL", "--pin", "1"), "--join goes with --pin", 2),
        (("--join", "URL", "--pin", "1"), "has no room with the PIN 1", 1),
        (("--join", "redis://127.0.0.1:NONE", "--pin", "1"), "Redis cannot be reached", 1),
        (("--join", "tea.yaml", "--pin", "1"), "is no address of Redis", 1),
        (("tea.yaml", "--store", "redis://127.0.0.1:NONE"), "Redis cannot be reached", 1),
    ],
)
def test_what_cannot_be_joined(session, deck, url, argv, said, code):
    deck()
    words = {"URL": url, "redis://127.0.0.1:NONE": f"redis://127.0.0.1:{free_port()}"}
    child = session("host", *(words.get(word, word) for word in argv), size=(24, 300))
    child.expect(said)
    assert ended(child) == code
