import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studykit.files import replacing, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("data", "content"),
    [("粮食\r\n", "粮食\r\n".encode()), (b"\xff\x00\n", b"\xff\x00\n"), ("", b"")],
)
def test_a_new_file_holds_the_data_to_the_byte(
    data: bytes | str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "folder" / "d.yaml"
    write_atomically(str(path), data)
    assert path.read_bytes() == content
    assert names(path.parent) == ["d.yaml"]


def test_the_old_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old" * 100_000)
    path.chmod(0o640)
    write_atomically(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_atomically(tmp_path / "d.yaml", "new")
    assert (tmp_path / "d.yaml").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    write_atomically(tmp_path / "link.yaml", "new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


def test_a_file_written_in_pieces_takes_its_place_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "d.apkg"
    path.write_text("old")
    with replacing(path) as file:
        for piece in (b"a", b"b"):
            file.write(piece)
        assert path.read_text() == "old"
    assert path.read_text() == "ab"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_what_fails_halfway_leaves_the_old_file(error: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "d.apkg"
    path.write_text("old")

    def write_half() -> None:
        with replacing(path) as file:
            file.write(b"new")
            raise error

    with pytest.raises(error):
        write_half()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["d.apkg"]


@pytest.mark.parametrize("broken", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "d.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(OSError, match="No space left on device"):
        write_atomically(path, "new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["d.yaml"]


def test_a_folder_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path / "d.yaml", "new")
    assert names(tmp_path) == ["d.yaml"]


def run(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, timeout=60, check=False
    )


LIMITED = """
import resource, signal, sys
from studykit.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_atomically(sys.argv[1], "x" * 100_000)
except OSError as error:
    print(error)
"""


def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old")
    done = run(LIMITED, str(path))
    assert "too large" in done.stdout
    assert done.stderr == ""
    assert path.read_text() == "old"
    assert names(tmp_path) == ["d.yaml"]


KILLED = """
import os, signal, sys
from studykit import files
files.os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
files.write_atomically(sys.argv[1], "new")
"""


def test_a_kill_before_the_end_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old")
    assert run(KILLED, str(path)).returncode == -signal.SIGKILL
    assert path.read_text() == "old"


WRITING = """
import sys
from studykit.files import write_atomically
print("go", flush=True)
while True:
    for letter in "ab":
        write_atomically(sys.argv[1], letter * 50_000)
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
