import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from studykit.__main__ import main
from studykit.cli import boundary
from studykit.cli.boundary import run
from studykit.cli.usage import WrongUsageError
from studykit.errors import DeckError, StudykitError


def raising(error):
    def command_line(argv):
        raise error

    return command_line


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (StudykitError("x.txt: empty"), 1, "x.txt: empty\n"),
        (DeckError("x.yaml:3: no title"), 1, "x.yaml:3: no title\n"),
        (StudykitError("a\x1b[31mb\nc"), 1, "a␛[31mb c\n"),
        (WrongUsageError("not both"), 2, "not both\n"),
        (
            PermissionError(errno.EACCES, "Permission denied", "decks"),
            1,
            "decks: Permission denied\n",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            1,
            "standard output: No space left on device\n",
        ),
        (OSError(errno.EAGAIN, "Try again"), 1, "Try again\n"),
        (KeyboardInterrupt(), 130, "\n"),
    ],
)
def test_what_is_expected_is_one_line(error, code, line, capsys):
    assert run([], raising(error)) == code
    assert capsys.readouterr() == ("", line)


@pytest.mark.parametrize(("given", "code"), [(None, 0), (0, 0), (1, 1)])
def test_a_command_gives_its_own_code(given, code, capsys):
    assert run([], lambda argv: given) == code
    assert capsys.readouterr() == ("", "")


def test_a_bug_goes_to_a_log(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert run([], raising(ZeroDivisionError("oops"))) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    (log,) = (tmp_path / "studykit" / "log").iterdir()
    assert str(log) in err
    text = log.read_text("utf-8")
    assert "Traceback" in text
    assert "ZeroDivisionError: oops" in text


def test_a_log_that_cannot_go_home_goes_to_the_temporary_folder(capsys, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert run([], raising(ZeroDivisionError())) == 3
    log = Path(re.search(r"\S+\.log", capsys.readouterr().err)[0])
    assert "ZeroDivisionError" in log.read_text("utf-8")
    log.unlink()


def test_messages_are_in_the_language_asked_for(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert run(["--lang", "zh"], raising(ZeroDivisionError())) == 3
    assert "程序错误" in capsys.readouterr().err
    assert run(["--lang", "en"], raising(ZeroDivisionError())) == 3
    assert "a bug in studykit" in capsys.readouterr().err


def python(code: str, **kwargs) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, **kwargs)


def test_a_reader_that_leaves_is_no_noise():
    code = (
        "import sys\n"
        "from studykit.cli.boundary import run\n"
        "def lines(argv):\n"
        "    for n in range(100000): print(n)\n"
        "sys.exit(run([], lines))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == boundary.BROKEN_PIPE
    process.stderr.close()


def test_a_command_whose_reader_leaves_is_no_noise(tmp_path):
    cards = "".join(f"- prompt: 第{n}问？\n  answer: 第{n}答\n" for n in range(3000))
    deck = tmp_path / "deck.yaml"
    deck.write_text(f"format: studykit-deck/1\ntitle: 问\ncards:\n{cards}", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "studykit", "show", str(deck)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == boundary.BROKEN_PIPE
    process.stderr.close()


def test_what_the_terminal_cannot_show_is_escaped():
    code = (
        "import sys; from studykit.cli.boundary import run;"
        "sys.exit(run([], lambda argv: print('\\u7814\\u53d1')))"
    )
    done = python(code, env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout, done.stderr) == (0, b"\\u7814\\u53d1\n", b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_bug(tmp_path, closed):
    (tmp_path / "deck.yaml").write_text(
        "format: studykit-deck/1\ntitle: 茶\ncards:\n- prompt: 甲？\n  answer: 乙\n",
        encoding="utf-8",
    )
    for command, code in (("learn deck.yaml", 0), ("show deck.yaml", 0), ("show none.yaml", 1)):
        done = subprocess.run(
            ["sh", "-c", f'"$0" -m studykit {command} {closed}', sys.executable],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_a_stream_is_told_where_it_can_be():
    for stream, said in ((">", "standard output: No space left on device\n"), ("2>", "")):
        command = (
            f'"$0" -m studykit {"--help" if stream == ">" else "show none.yaml"} {stream}/dev/full'
        )
        done = subprocess.run(
            ["sh", "-c", command, sys.executable],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "STUDYKIT_LANG": "en"},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (1, said)


def test_ctrl_c_before_the_boundary_stands_is_quiet(monkeypatch):
    def interrupted(argv, command_line):
        raise KeyboardInterrupt

    monkeypatch.setattr(boundary, "run", interrupted)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == boundary.INTERRUPTED
