import json
import sys

import pytest

from studykit.progress.folder import Folder
from studykit.progress.log import LogWriter
from tests.scheduling.learners import learned

CONFIG = "# mine\nnew_per_day: 10  # few\nparameters: []\ntimezone: UTC\n"


@pytest.fixture
def folder(tmp_path):
    """The progress of a learner who forgets sooner than FSRS thinks."""
    pytest.importorskip("fsrs_rs_python")
    return written(tmp_path, learned(120, 8))


def written(path, grades):
    folder = Folder(path / "progress" / "me")
    folder.create()
    writer = LogWriter(folder)
    for grade in sorted(grades, key=lambda grade: grade.at):
        writer.append(grade)
    writer.close()
    folder.config.write_text(CONFIG, encoding="utf-8")
    return folder


def optimize(studykit, *words):
    return studykit("optimize", "--progress", "progress", *words)


def test_without_a_terminal_it_only_shows(studykit, folder):
    result = optimize(studykit)
    assert (result.code, result.err) == (0, "")
    assert "log loss" in result.out
    assert "RMSE (bins)" in result.out
    assert "Nothing was changed; to take them: studykit optimize --yes" in result.out
    assert folder.config.read_text(encoding="utf-8") == CONFIG


def test_yes_writes_the_parameters_and_nothing_else(studykit, folder):
    offered = json.loads(optimize(studykit, "--json").out)
    result = optimize(studykit, "--yes")
    assert result.code == 0
    assert "hold from now on" in result.out
    before, after = CONFIG.splitlines(), folder.config.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        f"parameters: [{', '.join(map(repr, offered['parameters']))}]"
    ]
    assert len(after) == len(before)


def test_what_was_taken_is_not_offered_again(studykit, folder):
    optimize(studykit, "--yes")
    kept = folder.config.read_text(encoding="utf-8")
    result = optimize(studykit, "--yes")
    assert (result.code, "no gain" in result.out) == (0, True)
    assert folder.config.read_text(encoding="utf-8") == kept


@pytest.mark.parametrize("agreed", [True, False])
def test_at_a_terminal_it_asks(studykit, folder, monkeypatch, agreed):
    asked = []
    monkeypatch.setattr("studykit.terminal.console.interactive", lambda: True)
    monkeypatch.setattr(
        "studykit.terminal.ask.confirmed", lambda *words: asked.append(words) or agreed
    )
    result = optimize(studykit)
    assert (result.code, len(asked)) == (0, 1)
    assert (folder.config.read_text(encoding="utf-8") != CONFIG) == agreed


def test_json(studykit, folder):
    row = json.loads(optimize(studykit, "--json").out)
    assert (row["better"], row["taken"], len(row["parameters"])) == (True, False, 21)
    assert row["after"]["log_loss"] < row["before"]["log_loss"]
    assert 0 < row["moves"]["moved"] <= row["moves"]["cards"]
    assert folder.config.read_text(encoding="utf-8") == CONFIG
    assert json.loads(optimize(studykit, "--json", "--yes").out)["taken"]
    assert folder.config.read_text(encoding="utf-8") != CONFIG


def test_too_few_reviews(studykit, tmp_path):
    folder = written(tmp_path, learned(3, 5))
    result = optimize(studykit, "--yes")
    assert (result.code, result.out) == (1, "")
    assert "fitting needs 400" in result.err
    assert folder.config.read_text(encoding="utf-8") == CONFIG


def test_a_learner_that_is_not_there(studykit, folder):
    result = optimize(studykit, "--learner", "mei")
    assert (result.code, result.out) == (1, "")
    assert "there is no progress of mei (learners here: me)" in result.err


def test_a_package_that_is_missing(studykit, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    result = optimize(studykit)
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith("pip install fsrs-rs-python\n")
    assert result.err.count("\n") == 1
