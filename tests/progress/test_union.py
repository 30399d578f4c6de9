"""Two copies of a folder, reviewed apart and joined line by line, as git's `merge=union` does."""

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from studykit.progress.merge import merge_from
from studykit.progress.session import open_session
from studykit.scheduling.fold import fold
from studykit.scheduling.model import RATINGS
from tests.progress.making import START, Clock, folder_at

CARDS = st.sampled_from("abcd")
DEEDS = st.sampled_from(["suspend", "unsuspend", "flag", "bury"])
WORK = st.lists(
    st.tuples(st.just("grade"), CARDS, st.sampled_from(RATINGS))
    | st.tuples(st.just("mark"), CARDS, DEEDS)
    | st.tuples(st.just("undo"), CARDS, st.none())
    | st.tuples(st.just("wait"), CARDS, st.sampled_from([0.1, 2, 30])),
    max_size=12,
)


def work(folder, steps, seed, start=0):
    """A session in a copy; each copy has a clock and ids of its own."""
    clock = Clock(START + timedelta(days=start, milliseconds=seed))
    with open_session(folder, clock, Random(seed).randbytes) as session:
        for deed, card, what in steps:
            match deed:
                case "grade":
                    session.grade(card, what, 900)
                case "mark":
                    session.mark(card, what)
                case "undo":
                    session.undo()
                case "wait":
                    clock.days(what)


def copied(folder, to):
    shutil.copytree(folder.path, to)
    return Folder(to)


def union(ours: Folder, theirs: Folder) -> None:
    """Their new lines after ours, in every log."""
    for path in theirs.logs():
        own = ours.log / path.name
        before = own.read_text("utf-8") if own.exists() else ""
        lines = path.read_text("utf-8").splitlines(keepends=True)
        known = set(before.splitlines(keepends=True))
        own.write_text(before + "".join(line for line in lines if line not in known), "utf-8")


def states(folder):
    reader = Learner(folder, Clock())
    assert reader.problems == ()
    found = {card: reader.state(card) for card in reader.standings}
    assert found == fold(reader.records(), reader.scheduler)
    return found


@settings(max_examples=40, deadline=None)
@given(WORK, WORK, WORK)
def test_both_ends_come_to_the_same_states(before, mine, theirs):
    with TemporaryDirectory() as name:
        here = folder_at(Path(name) / "here")
        work(here, before, seed=1)
        there = copied(here, here.path.with_name("there"))
        work(here, mine, seed=2, start=400)
        work(there, theirs, seed=3, start=400)
        records = {*Learner(here, Clock()).records(), *Learner(there, Clock()).records()}
        here_before = copied(here, here.path.with_name("here before"))
        third = copied(there, here.path.with_name("third"))
        merge_from(third, here)
        union(here, there)
        union(there, here_before)
        assert states(here) == states(there) == states(third)
        for folder in (here, there, third):
            assert set(Learner(folder, Clock()).records()) == records
        # Once more changes nothing.
        union(here, there)
        merge_from(third, here)
        assert states(here) == states(there) == states(third)


def git(folder, *command):
    config = ["-c", "user.name=me", "-c", "user.email=me@example.org", "-c", "commit.gpgsign=false"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *config, *command], cwd=folder.path, env=clean, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


STEPS = [("grade", card, rating) for card in "abcd" for rating in RATINGS]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")
def test_git_merges_them_without_a_conflict(tmp_path):
    here = folder_at(tmp_path / "here")
    work(here, STEPS, seed=1)
    git(here, "init", "--quiet", "--initial-branch=main")
    git(here, "add", ".")
    git(here, "commit", "--quiet", "-m", "first")
    assert git(here, "ls-files").split() == [
        ".gitattributes", ".gitignore", "config.yaml", "log/2026-11.yaml",
    ]  # fmt: skip
    there = copied(here, tmp_path / "there")
    # Both go on with the same month, take something back, and begin another month.
    apart = [*STEPS[:5], ("undo", "", None), ("wait", "", 30), *STEPS[5:9]]
    for folder, seed in ((here, 2), (there, 3)):
        work(folder, apart, seed=seed, start=0.1)
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", "mine")
    records = {*Learner(here, Clock()).records(), *Learner(there, Clock()).records()}
    git(there, "pull", "--quiet", "--no-rebase", "--no-edit", str(here.path), "main")
    git(here, "pull", "--quiet", "--no-rebase", "--no-edit", str(there.path), "main")
    assert states(here) == states(there)
    for folder in (here, there):
        assert set(Learner(folder, Clock()).records()) == records
        assert git(folder, "status", "--porcelain") == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")
def test_git_merges_two_that_began_the_same_month_apart(tmp_path):
    here = folder_at(tmp_path / "here")
    git(here, "init", "--quiet", "--initial-branch=main")
    git(here, "add", ".")
    git(here, "commit", "--quiet", "-m", "first")
    there = copied(here, tmp_path / "there")
    there.log.mkdir(exist_ok=True)  # git keeps no empty folders
    for folder, seed in ((here, 2), (there, 3)):
        work(folder, STEPS, seed=seed, start=seed)
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", "mine")
    git(there, "pull", "--quiet", "--no-rebase", "--no-edit", str(here.path), "main")
    git(here, "pull", "--quiet", "--no-rebase", "--no-edit", str(there.path), "main")
    assert states(here) == states(there)
    assert len(Learner(here, Clock()).records()) == 2 * len(STEPS)
