"""One session at a time, whichever process it runs in."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from studykit.errors import ProgressError
from studykit.progress.learner import Learner
from tests.progress.making import Clock, at_work, folder_at, study

HOLD = """
import sys
from pathlib import Path
from studykit.progress.folder import Folder
from tests.progress.making import Clock, at_work

with at_work(Folder(Path(sys.argv[1])), Clock()) as session:
    session.grade("held", "good", 5)
    print("open", flush=True)
    sys.stdin.read()
"""
TRY = """
import sys
from pathlib import Path
from studykit.errors import ProgressError
from studykit.progress.folder import Folder
from tests.progress.making import Clock, at_work

try:
    with at_work(Folder(Path(sys.argv[1])), Clock()):
        print("open")
except ProgressError as error:
    print(error)
"""


@pytest.fixture
def folder(tmp_path):
    return folder_at(tmp_path / "me")


@contextmanager
def held(folder):
    """Another process with a session of the learner; ends when its input is closed."""
    command = [sys.executable, "-c", HOLD, str(folder.path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


def test_a_second_session_is_told_who_has_it(folder):
    with held(folder) as process, pytest.raises(ProgressError) as caught, at_work(folder, Clock()):
        pass
    message = str(caught.value)
    assert re.search(rf"^{re.escape(str(folder.path))}: .*process {process.pid}\b", message)
    assert "\n" not in message


def test_a_second_process_is_told_too(folder):
    with at_work(folder, Clock()):
        command = [sys.executable, "-c", TRY, str(folder.path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert str(os.getpid()) in done.stdout
    assert done.stdout.count("\n") == 1
    assert str(folder.path) in done.stdout


def test_it_is_free_when_the_other_has_ended(folder):
    with held(folder) as process:
        process.stdin.close()
        assert process.wait(timeout=60) == 0
        with at_work(folder, Clock()) as session:
            assert "held" in session.standings


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_it_is_free_after_kill_9(folder):
    with held(folder) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=60) == -signal.SIGKILL
        assert folder.lock.exists()
        with at_work(folder, Clock()) as session:
            assert "held" in session.standings


def test_it_is_free_after_an_error(folder):
    with pytest.raises(ZeroDivisionError), at_work(folder, Clock()):
        raise ZeroDivisionError
    with at_work(folder, Clock()) as session:
        session.grade("a", "good", 5)


def test_reading_needs_no_lock(folder):
    study(folder, Clock(), count=3)
    with at_work(folder, Clock()) as session:
        session.grade("a", "good", 5)
        reader = Learner(folder, Clock())
        assert "a" in reader.standings
        reader.keep_snapshot()


def test_two_learners_have_a_lock_each(folder, tmp_path):
    other = folder_at(tmp_path / "other")
    with at_work(folder, Clock()) as one, at_work(other, Clock()) as two:
        one.grade("a", "good", 5)
        two.grade("b", "good", 5)
    assert list(Learner(other, Clock()).standings) == ["b"]
