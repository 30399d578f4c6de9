"""Nothing heavy is imported before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = {"rich.console", "rich.table", "questionary", "prompt_toolkit"}
READING = {"jieba", "rjieba", "lxml", "trafilatura", "pypdfium2", "opencc", "yaml"}


def imported(*argv: str) -> set[str]:
    """The modules in a process once it has run this command."""
    code = (
        "import sys\n"
        "from studykit.cli.app import command_line\n"
        "from studykit.cli.boundary import run\n"
        "code = run(sys.argv[1:], command_line)\n"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *argv], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    code, *modules = done.stderr.split()
    assert code == "0", done.stderr
    return set(modules)


@pytest.mark.parametrize("argv", [["--help"], ["learn", "--help"], ["--version"]])
def test_help_loads_only_the_command_line(argv):
    assert imported(*argv) & (SCREEN | READING) == set()


def test_generating_loads_no_screen():
    modules = imported("generate", "seeds/innovation.txt", "-o", "-")
    assert modules & SCREEN == set()
    assert modules & {"rjieba", "studykit.facts.dictionary"}
    assert "jieba" not in modules  # half a second


def test_reading_text_loads_no_other_format():
    modules = imported("generate", "seeds/innovation.txt", "-o", "-")
    assert modules & {"lxml", "pypdfium2", "trafilatura"} == set()


def test_only_the_command_that_is_asked_for_is_imported():
    modules = imported("show", "--help")
    assert "studykit.cli.show" in modules
    assert (
        modules & {"studykit.cli.learn", "studykit.cli.generate", "studykit.cli.progress"} == set()
    )


FIRST_CARD = """
import contextlib, sys
from studykit.terminal import console, keys, screen
console.interactive = lambda: True
keys.terminal_keys = contextlib.nullcontext

def draw(self, view):
    for part in (view.header, view.body, view.footer):
        self._lines(part)
    print(*sys.modules, file=sys.stderr)
    sys.stderr.flush()
    import os
    os._exit(0)

screen.Screen.draw = draw
from studykit.cli.app import command_line
from studykit.cli.boundary import run
run(sys.argv[1:], command_line)
"""


@pytest.mark.parametrize("option", ["--mental", "--typed", "--cram"])
def test_the_first_card_is_drawn_before_anything_heavy_is_imported(tmp_path, option):
    argv = ["review", "decks/innovation.yaml", "--progress", str(tmp_path), option]
    done = subprocess.run(
        [sys.executable, "-c", FIRST_CARD, *argv],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    modules = set(done.stderr.split())
    assert "studykit.terminal.review.loop" in modules, done.stderr
    rooms = {name for name in modules if name.startswith("studykit.")}
    heavy = READING | {"questionary", "prompt_toolkit", "fsrs", "plotext"}
    assert modules & heavy == set()
    assert not {name for name in rooms if name.split(".")[1] in ("grading", "statistics", "facts")}
