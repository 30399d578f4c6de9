import pytest
import yaml

from studykit.progress.learner import Learner
from studykit.progress.read import read_log
from studykit.progress.repair import repair
from tests.progress.making import Clock, folder_at, log_text, study

BLOCK = (
    '- id: "x1"\n  at: "2026-11-25T10:00:00Z"\n  day: "2026-11-25"\n  card: "a"\n  rating: good\n'
)
BAD_BLOCK = BLOCK.replace("x1", "x2").replace("good", "superb")


@pytest.fixture
def folder(tmp_path):
    folder = folder_at(tmp_path / "me")
    study(folder, Clock(), count=6)
    return folder


def set_aside(folder):
    return "".join(path.read_text("utf-8", "replace") for path in folder.set_aside.glob("*.txt"))


def edit(folder, change):
    (path,) = folder.logs()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(change(lines)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "kept", "moved"),
    [
        (lambda lines: [*lines[:3], "- {id: ?\n", *lines[3:]], 6, ["- {id: ?"]),
        (lambda lines: [*lines[:3], "hm\n", "- [1]\n", *lines[3:]], 6, ["hm", "- [1]"]),
        (lambda lines: [*lines[:-1], lines[-1][:40]], 5, [""]),
        (lambda lines: [lines[0], lines[1].replace("T09", "T99"), *lines[2:]], 5, ["T99"]),
        (lambda lines: [*lines, BAD_BLOCK, BLOCK], 7, ["superb", 'card: "a"']),
        (lambda lines: [*lines[:2], "\x00\x00\n", *lines[2:]], 6, ["\x00\x00"]),
    ],
    ids=["a line", "two lines", "torn", "no such hour", "a block", "zeros"],
)
def test_what_cannot_be_read_is_moved(folder, change, kept, moved):
    path = edit(folder, change)
    done = repair(folder)
    assert len(done) == 1
    assert str(path) in done[0]
    log = log_text(folder)
    assert read_log(log, "log").problems == ()
    assert len(read_log(log, "log").records) == kept
    assert isinstance(yaml.safe_load(log), list)
    for piece in moved:
        assert piece in set_aside(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines,
        lambda lines: [*lines, lines[-1]],
        lambda lines: ["# mine\n", *lines, "\n", "  # also mine\n"],
        lambda lines: [line.replace('rating: "', "rating: ") for line in lines],
        lambda lines: [*lines, BLOCK],
        lambda lines: [*lines[:-1], lines[-1].rstrip("\n")],
    ],
    ids=["as it was", "doubled", "comments", "quotes", "a block", "no line end"],
)
def test_what_can_be_read_stays(folder, change):
    edit(folder, change)
    before = log_text(folder)
    assert repair(folder) == []
    assert log_text(folder).rstrip("\n") == before.rstrip("\n")
    assert not folder.set_aside.exists()


def test_the_states_are_those_of_what_is_left(folder):
    edit(folder, lambda lines: [*lines[:3], "- {id: ?\n", *lines[3:]])
    before = {card: Learner(folder, Clock()).state(card) for card in ("card0", "card5")}
    repair(folder)
    assert not folder.snapshot.exists()
    after = Learner(folder, Clock())
    assert {card: after.state(card) for card in before} == before
    assert after.problems == ()
