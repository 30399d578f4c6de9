"""Appending to the log: what is cut off, changed by others, or refused by the disk.

Tests run as root in CI, whom no permission binds: what is refused is a path
below a regular file, or `os.open` put in the place of the system's.
"""

import errno
import os
import subprocess
import sys

import pytest

from studykit.errors import ProgressError
from studykit.progress.learner import Learner
from studykit.progress.lines import HEADER, line_of
from studykit.progress.log import LogWriter
from studykit.progress.read import read_log
from studykit.progress.session import open_session
from studykit.scheduling.fold import fold
from studykit.scheduling.model import Grade
from tests.progress.making import Clock, at_work, folder_at, log_text, study
from tests.progress.records import STRAY


def grade(number: int, month: str = "2026-11") -> Grade:
    stamp = (f"01k{number:05}", f"{month}-25T10:{number:02}:00.000Z", f"{month}-25")
    return Grade(*stamp, f"card{number}", "good", 1000 + number)


GRADES = [grade(number) for number in range(4)]


@pytest.fixture
def folder(tmp_path):
    return folder_at(tmp_path / "me")


@pytest.fixture
def writer(folder):
    writer = LogWriter(folder)
    yield writer
    writer.close()


@pytest.fixture
def path(folder):
    return folder.log / "2026-11.yaml"


def ids(folder):
    return [
        one.id for path in folder.logs() for one in read_log(path.read_text("utf-8"), "").records
    ]


def set_aside(folder):
    return [path.read_bytes() for path in sorted(folder.set_aside.glob("*"))]


def test_each_month_has_a_file_that_begins_with_its_format(folder, writer):
    for record in (*GRADES, grade(5, "2026-12"), grade(6)):
        writer.append(record)
    november, december = (path.read_text("utf-8") for path in folder.logs())
    assert november == HEADER + "".join(map(line_of, [*GRADES, grade(6)]))
    assert december == HEADER + line_of(grade(5, "2026-12"))


def test_a_record_is_on_the_disk_when_append_returns(path, writer, monkeypatch):
    events = []
    write, fsync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda *args: events.append("write") or write(*args))
    monkeypatch.setattr(os, "fsync", lambda *args: events.append("fsync") or fsync(*args))
    writer.append(GRADES[0])
    # The name of a new file has to be made safe too.
    assert events == ["write", "fsync", "fsync"]
    writer.append(GRADES[1])
    assert events[3:] == ["write", "fsync"]


class TestTorn:
    """Cut off at every byte of the last record, and of the first line."""

    WHOLE = (HEADER + "".join(map(line_of, GRADES[:3]))).encode()
    LAST = len(line_of(GRADES[2]))

    @pytest.mark.parametrize("cut", range(1, LAST + 1))
    def test_a_record(self, cut, folder, path):
        path.write_bytes(self.WHOLE[:-cut])
        torn = self.WHOLE[:-cut].rpartition(b"\n")[2]
        whole = cut == 1  # only the line end is missing
        kept = GRADES[: 3 if whole else 2]
        assert Learner(folder, Clock()).records() == kept
        with at_work(folder, Clock()) as session:
            session.grade("new", "good", 5)
            assert [one.card for one in session.records()] == [*(r.card for r in kept), "new"]
            notes = session.notes
        if whole or not torn:
            assert (notes, set_aside(folder)) == ([], [])
        else:
            assert set_aside(folder) == [torn]
            assert len(notes) == 1
            assert str(path) in notes[0]
            assert str(folder.set_aside) in notes[0]
        assert path.read_bytes().startswith((HEADER + "".join(map(line_of, kept))).encode())
        assert read_log(log_text(folder), "").problems == ()

    @pytest.mark.parametrize("cut", range(len(HEADER)))
    def test_the_first_line(self, cut, folder, path):
        path.write_bytes(HEADER.encode()[:cut])
        with at_work(folder, Clock()) as session:
            state = session.grade("new", "good", 5)
            assert len(session.notes) == (0 < cut < len(HEADER) - 1)
        assert log_text(folder).startswith(HEADER)
        assert log_text(folder).count("\n") == 2
        assert Learner(folder, Clock()).state("new") == state
        assert set_aside(folder) == ([HEADER.encode()[:cut]] if 0 < cut < len(HEADER) - 1 else [])

    @pytest.mark.parametrize(
        "end", [*(line.encode("utf-8", "surrogateescape") for line in STRAY), "茶".encode()[:2]]
    )
    def test_whatever_stands_at_the_end(self, end, folder, path):
        path.write_bytes(self.WHOLE + end)
        with at_work(folder, Clock()) as session:
            session.grade("new", "good", 5)
        assert [*ids(folder)][:3] == [record.id for record in GRADES[:3]]
        assert read_log(path.read_text("utf-8", "surrogateescape"), "").records[-1].card == "new"
        assert path.read_bytes().endswith(b"}\n")

    @pytest.mark.parametrize("length", [5000, 100_000])
    def test_a_long_end(self, length, folder, path):
        path.write_bytes(self.WHOLE + b"x" * length)
        with at_work(folder, Clock()) as session:
            session.grade("new", "good", 5)
        assert set_aside(folder) == [b"x" * length]
        assert ids(folder)[:3] == [record.id for record in GRADES[:3]]

    def test_each_has_a_file_of_its_own(self, folder, path):
        for number in range(3):
            with path.open("ab") as file:
                file.write(b"- {id: %d" % number)
            with at_work(folder, Clock()) as session:
                session.grade("new", "good", 5)
        assert set_aside(folder) == [b"- {id: %d" % number for number in range(3)]

    def test_reading_alone_changes_nothing(self, folder, path):
        path.write_bytes(self.WHOLE[:-9])
        reader = Learner(folder, Clock())
        reader.keep_snapshot()
        assert [problem.line for problem in reader.problems] == [4]
        assert path.read_bytes() == self.WHOLE[:-9]


class TestChangedByOthers:
    """git, or an editor, while a session is running."""

    def change(self, path, how):
        text = path.read_text("utf-8")
        other = line_of(grade(30))
        match how:
            case "checked out":
                path.unlink()
                path.write_text(text + other, "utf-8")
            case "checked out an older one":
                path.unlink()
                path.write_text("".join(text.splitlines(keepends=True)[:2]) + other, "utf-8")
            case "saved beside and renamed":
                beside = path.with_suffix(".new")
                beside.write_text(text + other, "utf-8")
                beside.replace(path)
            case "appended":
                with path.open("a", encoding="utf-8") as file:
                    file.write(other)
            case "appended without a line end":
                with path.open("a", encoding="utf-8") as file:
                    file.write(other.rstrip("\n"))
            case "emptied":
                path.write_text("", "utf-8")
            case "same size":
                path.write_text(text.replace("good", "hard"), "utf-8")

    @pytest.mark.parametrize(
        ("how", "kept"),
        [
            ("checked out", ["01k00000", "01k00001", "01k00030", "01k00002"]),
            ("checked out an older one", ["01k00000", "01k00030", "01k00002"]),
            ("saved beside and renamed", ["01k00000", "01k00001", "01k00030", "01k00002"]),
            ("appended", ["01k00000", "01k00001", "01k00030", "01k00002"]),
            ("appended without a line end", ["01k00000", "01k00001", "01k00030", "01k00002"]),
            ("emptied", ["01k00002"]),
            ("same size", ["01k00000", "01k00001", "01k00002"]),
        ],
    )
    def test_nothing_of_either_is_lost(self, how, kept, folder, path, writer):
        writer.append(GRADES[0])
        writer.append(GRADES[1])
        self.change(path, how)
        writer.append(GRADES[2])
        assert ids(folder) == kept
        assert log_text(folder).startswith(HEADER)
        assert read_log(log_text(folder), "").problems == ()
        assert writer.notes == []

    def test_the_file_deleted(self, folder, path, writer):
        writer.append(GRADES[0])
        path.unlink()
        writer.append(GRADES[1])
        assert log_text(folder) == HEADER + line_of(GRADES[1])

    def test_the_folder_deleted(self, folder, path, writer):
        writer.append(GRADES[0])
        path.unlink()
        folder.log.rmdir()
        with pytest.raises(ProgressError, match="nothing was recorded"):
            writer.append(GRADES[1])
        folder.log.mkdir()
        writer.append(GRADES[1])
        assert ids(folder) == [GRADES[1].id]

    def test_states_are_those_of_the_log_at_the_next_opening(self, folder):
        study(folder, Clock(), count=8)
        with at_work(folder, Clock()) as session:
            session.grade("card1", "good", 5)
            self.change(folder.logs()[0], "checked out")
            session.grade("card2", "good", 5)
        reader = Learner(folder, Clock())
        assert {card: reader.state(card) for card in reader.standings} == fold(
            reader.records(), reader.scheduler
        )


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from studykit.errors import ProgressError
from studykit.progress.folder import Folder
from tests.progress.making import Clock, at_work

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, room = Folder(Path(sys.argv[1])), int(sys.argv[2])
with at_work(folder, Clock()) as session:
    log = folder.log / "2026-11.yaml"
    size = log.stat().st_size if log.exists() else 0
    before = log.read_bytes() if size else b""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, hard))
    try:
        session.grade("refused", "good", 5)
    except ProgressError as error:
        print(error)
    assert (log.read_bytes() if log.exists() else b"") == before
    assert "refused" not in session.standings
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    session.grade("again", "good", 5)
"""


class TestRefusedByTheDisk:
    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
    @pytest.mark.parametrize("room", [0, 1, 20, 100])
    @pytest.mark.parametrize("empty", [True, False])
    def test_a_disk_that_is_full_after_some_bytes(self, room, empty, folder):
        """The system takes as many bytes as fit, and then refuses."""
        if not empty:
            study(folder, Clock(), count=3)
        before = len(ids(folder))
        command = [sys.executable, "-c", FULL_DISK, str(folder.path), str(room)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert len(done.stdout.splitlines()) == 1
        assert str(folder.log / "2026-11.yaml") in done.stdout
        assert "nothing was recorded" in done.stdout
        assert len(ids(folder)) == before + 1
        assert read_log(log_text(folder), "").problems == ()
        assert not folder.set_aside.exists()

    @pytest.mark.parametrize("call", ["write", "fsync"])
    def test_what_is_refused_can_be_tried_again(self, call, folder, path, writer, monkeypatch):
        writer.append(GRADES[0])
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, call, refusing(errno.ENOSPC))
            for _ in range(3):
                with pytest.raises(ProgressError, match=r"2026-11\.yaml.*No space left"):
                    writer.append(GRADES[1])
                assert path.read_bytes() == before
        writer.append(GRADES[1])
        assert ids(folder) == [GRADES[0].id, GRADES[1].id]

    def test_where_not_even_the_rest_can_be_cut_off(self, folder, path, writer, monkeypatch):
        """The next append sets it aside."""
        writer.append(GRADES[0])
        write = os.write
        with monkeypatch.context() as patch:
            room = [write, refusing(errno.EIO)]
            patch.setattr(os, "write", lambda handle, data: room.pop(0)(handle, data[:30]))
            patch.setattr(os, "ftruncate", refusing(errno.EIO))
            with pytest.raises(ProgressError, match="nothing was recorded"):
                writer.append(GRADES[1])
        writer.append(GRADES[2])
        assert ids(folder) == [GRADES[0].id, GRADES[2].id]
        assert set_aside(folder) == [line_of(GRADES[1]).encode()[:30]]
        assert len(writer.notes) == 1

    def test_short_writes_are_gone_on_with(self, folder, writer, monkeypatch):
        write = os.write
        monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
        for record in GRADES:
            writer.append(record)
        assert log_text(folder) == HEADER + "".join(map(line_of, GRADES))

    def test_a_session_goes_on_as_if_the_refused_grade_had_not_been(self, folder, monkeypatch):
        with at_work(folder, Clock()) as session:
            before = session.grade("a", "good", 5)
            with monkeypatch.context() as patch:
                patch.setattr(os, "fsync", refusing(errno.ENOSPC))
                with pytest.raises(ProgressError):
                    session.grade("a", "again", 5)
                with pytest.raises(ProgressError):
                    session.undo()
            assert session.state("a") == before
            session.grade("b", "good", 5)
            session.undo()
            session.undo()
            assert dict(session.standings) == {}

    def test_a_folder_that_cannot_be_made(self, tmp_path):
        (tmp_path / "file").write_text("in the way")
        folder = type(folder_at(tmp_path / "me"))(tmp_path / "file" / "me")
        with pytest.raises(ProgressError) as caught, open_session(folder, Clock()):
            pass
        assert str(folder.path) in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_a_folder_that_is_read_only(self, folder, monkeypatch):
        study(folder, Clock(), count=3)
        before = log_text(folder)
        opened = os.open

        def read_only(path, flags, *args, **kwargs):
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
            return opened(path, flags, *args, **kwargs)

        monkeypatch.setattr(os, "open", read_only)
        with pytest.raises(ProgressError, match="Read-only file system"), at_work(folder, Clock()):
            pass
        reader = Learner(folder, Clock())
        reader.keep_snapshot()
        assert len(reader.records()) == 3
        assert log_text(folder) == before

    def test_a_log_that_is_no_file(self, folder):
        (folder.log / "2026-11.yaml").mkdir()
        with pytest.raises(ProgressError, match=r"2026-11\.yaml: cannot be read"):
            Learner(folder, Clock())

    def test_a_folder_of_logs_that_is_none(self, folder):
        folder.log.rmdir()
        folder.log.write_text("")
        with pytest.raises(ProgressError, match="log: cannot be read"):
            Learner(folder, Clock())


def refusing(code: int):
    def refuse(*_args):
        raise OSError(code, os.strerror(code))

    return refuse
