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
