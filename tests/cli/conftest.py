"""Running the command line inside the test process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from studykit import messages
from studykit.cli.app import command_line
from studykit.cli.boundary import run


@dataclass(frozen=True)
class Result:
    """What a run of the command line did."""

    code: int
    out: str
    err: str


@pytest.fixture
def studykit(capsys, monkeypatch, tmp_path) -> Callable[..., Result]:
    """Run `studykit` with these arguments in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STUDYKIT_LANG", "en")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def invoke(*argv: object) -> Result:
        words = [str(word) for word in argv]
        monkeypatch.setattr(sys, "argv", ["studykit", *words])
        code = run(words, command_line)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    yield invoke
    messages.speak("en")
