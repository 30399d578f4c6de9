import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studykit.deck.file import load_deck, read_deck, read_text, write_deck, write_text
from studykit.errors import DeckError
from tests.deck.making import DECK


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_deck_written_is_the_deck_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "county.yaml"
    write_deck(path, DECK)
    assert load_deck(path) == DECK
    assert read_deck(str(path)).deck == DECK
    assert names(path.parent) == ["county.yaml"]


def test_the_old_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old" * 100_000)
    path.chmod(0o640)
    write_text(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_text(tmp_path / "d.yaml", "new")
    assert (tmp_path / "d.yaml").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    write_text(tmp_path / "link.yaml", "new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


@pytest.mark.parametrize("broken", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "d.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(DeckError, match=r"d.yaml: .*No space left on device"):
        write_deck(path, DECK)
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["d.yaml"]


def run(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, timeout=60, check=False
    )


LIMITED = """
import resource, signal, sys
from studykit.deck.file import write_text
from studykit.errors import DeckError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_text(sys.argv[1], "x" * 100_000)
except DeckError as error:
    print(error)
"""


def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old")
    done = run(LIMITED, str(path))
    assert done.stdout.startswith(f"{path}: ")
    assert done.stderr == ""
    assert path.read_text() == "old"
    assert names(tmp_path) == ["d.yaml"]


KILLED = """
import os, signal, sys
from studykit.deck import file
file.os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
file.write_text(sys.argv[1], "new")
"""


def test_a_kill_before_the_end_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old")
    assert run(KILLED, str(path)).returncode == -signal.SIGKILL
    assert path.read_text() == "old"


WRITING = """
import sys
from studykit.deck.file import write_text
print("go", flush=True)
while True:
    for letter in "ab":
        write_text(sys.argv[1], letter * 50_000)
"""


def test_a_kill_at_any_time_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("a" * 50_000)
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        writer.stdout.readline()
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            assert path.read_text() in ("a" * 50_000, "b" * 50_000)
        writer.kill()
    assert path.read_text() in ("a" * 50_000, "b" * 50_000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old")
    tmp_path.chmod(0o500)
    with pytest.raises(DeckError, match=r"d.yaml: "):
        write_text(path, "new")
    tmp_path.chmod(0o700)
    assert path.read_text() == "old"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    with pytest.raises(DeckError):
        write_text(tmp_path / "d.yaml", "new")
    assert names(tmp_path) == ["d.yaml"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "格式".encode("gb18030")])
def test_a_file_that_is_no_utf8_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_bytes(data)
    with pytest.raises(DeckError, match=r"d.yaml: "):
        read_text(tmp_path / "d.yaml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=r"d.yaml: "):
        read_deck(tmp_path / "d.yaml")


def test_loading_a_deck_with_problems_names_the_first_and_counts_the_others(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("format: studykit-deck/1\ntitle: a\ncards: [{}, {}, {}]\n")
    with pytest.raises(DeckError, match=r"d.yaml:3: .*\D5\D|d.yaml:3: "):
        load_deck(path)
