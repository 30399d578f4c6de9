"""The README is true: its commands run, its options are there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from studykit.cards.model import CARD_TYPES
from studykit.cli.app import build
from studykit.deck.decode import parse_deck

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
SHELL = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
TEST_COMMAND = next(line for line in SHELL if line.endswith("pytest"))


def test_two_commands_do_all_the_set_up():
    assert SHELL[0].startswith("python3 -m venv .venv && ")
    assert SHELL[0].endswith(".venv/bin/studykit learn seeds/innovation.txt")
    assert TEST_COMMAND.startswith("python3 -m venv .venv && ")


def test_ci_runs_the_test_command_as_it_stands():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert TEST_COMMAND in script.splitlines()
    assert "set -euo pipefail" in script


def test_the_commands_run(tmp_path):
    """The block of studykit commands, one after another in a folder with the seed article."""
    lines = [line for line in SHELL if line.startswith("studykit ")]
    assert len(lines) >= 4
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for line in lines:
        words, _, target = line.partition(" > ")
        argv = [sys.executable, "-m", "studykit", *shlex.split(words)[1:]]
        env = {
            "PYTHONPATH": str(ROOT),
            "STUDYKIT_LANG": "zh",
            "STUDYKIT_PROGRESS": str(tmp_path / "progress"),
        }
        done = subprocess.run(argv, cwd=tmp_path, env=env, capture_output=True, timeout=120)
        assert (done.returncode, done.stderr.decode()) == (0, ""), line
        if target:
            (tmp_path / target).write_bytes(done.stdout)
            assert done.stdout.count(b"\n") > 5


def test_the_sample_deck_is_a_deck():
    (sample,) = (block for kind, block in BLOCKS if kind == "yaml")
    file = parse_deck(sample, "README.md")
    assert file.problems == ()
    assert file.deck is not None
    assert [card.type for card in file.deck.cards] == ["numeric"]
    assert all(kind in sample for kind in CARD_TYPES)


def test_every_command_and_option_named_is_there():
    commands = build().commands
    for name in commands:
        assert f"`studykit {name} " in README
    named = set(re.findall(r"`(--[a-z-]+)", README)) - {"--help"}
    assert named <= options_of(build())
    assert named


def options_of(command):
    """The options of a command and of those below it."""
    own = {option for param in command.params for option in param.opts}
    return own.union(*map(options_of, getattr(command, "commands", {}).values()))


@pytest.mark.parametrize("name", ["pyproject.toml", "CHANGELOG.md", "LICENSE", ".ci/run"])
def test_files_of_the_frame_are_there(name):
    assert (ROOT / name).is_file()


def test_links_within_the_readme_lead_somewhere():
    anchors = {
        re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))
        for title in re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= anchors
