"""A journal on the disk: safe, locked, mended, and never of something else."""

import os
import subprocess
import sys
from datetime import datetime

import pytest

from studykit.errors import ProgressError
from studykit.journal.journal import SET_ASIDE, journals, new_journal, open_journal
from studykit.journal.lines import Format, line_of
from studykit.journal.read import read_events, read_journal

FORM = Format("studykit-test", 2)
EVENTS = [{"event": "begun", "teams": ["红", "蓝"]}, {"event": "judged", "team": 1}]
WHOLE = FORM.header + "".join(map(line_of, EVENTS))
HOLD = """
import sys
from pathlib import Path
from studykit.journal.journal import open_journal
from studykit.journal.lines import Format

with open_journal(Path(sys.argv[1]), Format("studykit-test", 2)) as journal:
    journal.append({"event": "held"})
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sessions" / "one.yaml"


def written(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape"))


def set_aside(path):
    return [kept.read_bytes() for kept in sorted((path.parent / SET_ASIDE).glob("*"))]


def test_events_are_kept_in_their_order(path):
    with open_journal(path, FORM) as journal:
        assert journal.events == ()
        for event in EVENTS:
            journal.append(event)
    assert path.read_text("utf-8") == WHOLE
    with open_journal(path, FORM) as journal:
        assert journal.events == tuple(EVENTS)
        assert journal.notes == ()
        journal.append({"event": "third"})
    assert read_journal(path, FORM).events == (*EVENTS, {"event": "third"})


def test_an_event_is_on_the_disk_when_append_returns(path, monkeypatch):
    calls = []
    write, fsync = os.write, os.fsync
    with open_journal(path, FORM) as journal:
        monkeypatch.setattr(os, "write", lambda *args: calls.append("write") or write(*args))
        monkeypatch.setattr(os, "fsync", lambda *args: calls.append("fsync") or fsync(*args))
        journal.append(EVENTS[0])
        assert calls == ["write", "fsync", "fsync"]  # the name of a new file has to be safe too
        assert read_journal(path, FORM).events == (EVENTS[0],)


def test_many_events_wait_for_the_disk_once(path, monkeypatch):
    syncs = []
    fsync = os.fsync
    with open_journal(path, FORM) as journal:
        journal.append(EVENTS[0])
        monkeypatch.setattr(os, "fsync", lambda *args: syncs.append(1) or fsync(*args))
        journal.append_all([EVENTS[1], *EVENTS])
        assert len(syncs) == 1
        assert read_journal(path, FORM).events == (EVENTS[0], EVENTS[1], *EVENTS)


def test_no_events_leave_the_file_as_it_was(path):
    with open_journal(path, FORM) as journal:
        journal.append_all([])
        assert path.read_bytes() == b""


def test_a_session_without_events_leaves_nothing(path):
    with open_journal(path, FORM):
        assert path.exists()
    assert not path.exists()


@pytest.mark.parametrize("cut", range(1, len(WHOLE.encode()) + 1))
def test_cut_off_anywhere(cut, path):
    whole = WHOLE.encode()
    written(path, whole[:-cut])
    kept = (whole[:-cut] + b"\n").decode("utf-8", "ignore")
    lines = [line_of(event).encode() for event in EVENTS]
    told = [event for event, line in zip(EVENTS, lines, strict=True) if line.decode() in kept]
    with open_journal(path, FORM) as journal:
        assert journal.events == tuple(told)
        journal.append({"event": "new"})
        torn = whole[:-cut].rpartition(b"\n")[2]
        lost = torn and torn + b"\n" not in (FORM.header.encode(), *lines)
        assert set_aside(path) == ([torn] if lost else [])
        assert len(journal.notes) == bool(lost)
    assert read_journal(path, FORM).events == (*told, {"event": "new"})
    assert read_journal(path, FORM).problems == ()


def test_two_sessions_have_one_after_the_other(path):
    with open_journal(path, FORM) as journal:
        journal.append(EVENTS[0])
        with pytest.raises(ProgressError, match="another window"), open_journal(path, FORM):
            pass
    with open_journal(path, FORM) as journal:
        assert journal.events == (EVENTS[0],)


def test_a_killed_session_is_free_and_whole(path):
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout.readline() == "open\n"
            with pytest.raises(ProgressError), open_journal(path, FORM):
                pass
        finally:
            process.kill()
        process.wait(timeout=60)
    with open_journal(path, FORM) as journal:
        assert journal.events == ({"event": "held"},)


@pytest.mark.parametrize(
    "text",
    [
        "要买的东西\n茶\n半行",
        "一行而已",
        "a: 1\nb: 2\n",
        '- {format: "studykit-log/1"}\n- {a: 1}\n- {to',
        '- {format: "studykit-test/0"}\n',
        '- {format: "studykit-test/x"}\n',
        "- {format: 2}\n- {a: 1}\n",
        "- {a: 1}\n",
        '- {format: "studykit-test/3"}\n- {a: 1}\n- {tor',
        '- {format: "studykit-test/3"}',
        b"\xff\xfe\x00",
    ],
)
def test_something_else_is_left_as_it_is(text, path):
    written(path, text)
    before = path.read_bytes()
    with pytest.raises(ProgressError) as caught, open_journal(path, FORM):
        pass
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert set_aside(path) == []


def test_an_older_format_is_read(path):
    written(path, '- {format: "studykit-test/1"}\n- {a: 1}\n')
    assert read_journal(path, FORM).events == ({"a": 1},)


@pytest.mark.parametrize("stray", ["茶叶", "- {a: 1, a: 2}", '- {a: "', "- {}", "- \udce8", "]"])
def test_a_line_that_cannot_be_read_takes_no_other_with_it(stray, path):
    written(path, FORM.header + line_of(EVENTS[0]) + stray + "\n" + line_of(EVENTS[1]))
    with open_journal(path, FORM) as journal:
        assert journal.events == tuple(EVENTS)
        assert [problem.line for problem in journal.problems] == [3]
        assert f"{path}:3: " in journal.notes[0]


def test_a_person_may_lay_it_out_anew():
    text = "- format: studykit-test/2\n- event: begun\n  teams:\n  - 红\n  - 蓝\n# 休息\n"
    assert read_events(text, "x", FORM).events == (EVENTS[0],)


def test_a_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(ProgressError, match="cannot be written"),
        open_journal(tmp_path / "file" / "one.yaml", FORM),
    ):
        pass


def _half(write):
    """A disk on which half of a write has room, and then nothing."""
    written = []

    def some(handle, data):
        if written:
            raise OSError(28, "No space left on device")
        written.append(write(handle, data[: len(data) // 2]))
        return written[0]

    return some


def test_a_refused_event_is_not_there(path, monkeypatch):
    with open_journal(path, FORM) as journal:
        journal.append(EVENTS[0])

        def full(handle, data):
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(ProgressError, match="nothing was recorded"):
                journal.append(EVENTS[1])
        monkeypatch.setattr(os, "write", _half(os.write))
        with pytest.raises(ProgressError, match="nothing was recorded"):
            journal.append_all(EVENTS)
        monkeypatch.undo()
        journal.append({"event": "after"})
    assert read_journal(path, FORM).events == (EVENTS[0], {"event": "after"})


def test_sessions_have_names_by_their_start(tmp_path):
    now = datetime(2026, 11, 25, 9, 30, 7)
    names = [new_journal(tmp_path / "new", now).name for _number in range(3)]
    expected = ["2026-11-25-093007", "2026-11-25-093007-2", "2026-11-25-093007-3"]
    assert names == [f"{name}.yaml" for name in expected]


def test_a_new_one_that_cannot_be(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ProgressError, match="cannot be written"):
        new_journal(tmp_path / "file", datetime(2026, 11, 25))


def test_journals_are_listed_the_oldest_first(tmp_path):
    for name in ["b.yaml", "a-2.yaml", "a.yaml", ".a.yaml", "notes.txt"]:
        (tmp_path / name).write_text(FORM.header)
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nothing")
    assert [path.name for path in journals(tmp_path)] == ["a.yaml", "a-2.yaml", "b.yaml"]
    assert journals(tmp_path / "none") == []
