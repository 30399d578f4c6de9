import csv
import io
import json
import shutil

import pytest

from tests.cli.learning import STREETS, grade, learner


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "p"))
    found = learner(tmp_path / "p", STREETS)
    grade(found, "good", "again", "easy")
    return found


@pytest.fixture
def progress(studykit):
    return lambda *argv: studykit("progress", *argv)


def test_verify(progress, folder):
    result = progress("verify")
    assert (result.code, result.out) == (
        0,
        "1 files, 3 records, 3 reviews of 3 cards: 0 problems\n",
    )
    (path,) = folder.logs()
    with path.open("a", encoding="utf-8") as file:
        file.write("- {id: ?\n")
    result = progress("verify")
    assert (result.code, f"{path}:5:" in result.out) == (1, True)
    assert json.loads(progress("verify", "--json").out)["records"] == 3


def test_repair(progress, folder):
    assert progress("repair").out == "Nothing had to be repaired.\n"
    (path,) = folder.logs()
    with path.open("a", encoding="utf-8") as file:
        file.write("- {id: ?\n")
    assert "1 lines that could not be read" in progress("repair").out
    assert progress("verify").code == 0


def test_merge(progress, folder, tmp_path):
    copy = tmp_path / "usb" / "me"
    shutil.copytree(folder.path, copy)
    grade(type(folder)(copy), "good", "good", "good", "good")
    assert progress("merge", copy).out == "4 records came over, 3 were here already\n"
    assert progress("merge", copy.parent).out.startswith("0 records came over")


@pytest.mark.parametrize("other", ["nowhere", "p/me", "p"])
def test_what_cannot_be_merged_is_refused(progress, folder, other):
    result = progress("merge", other)
    assert (result.code, result.out) == (1, "")
    assert other in result.err


def test_export(progress, folder, tmp_path):
    rows = list(csv.DictReader(io.StringIO(progress("export").out)))
    assert [row["rating"] for row in rows] == ["good", "again", "easy"]
    cards = json.loads(progress("export", "--cards", "--json").out)
    assert [card["card"] for card in cards] == ["street0", "street1", "street2"]
    assert progress("export", "-o", tmp_path / "out.csv").out == ""
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").count("\n") == 4


def test_a_day_is_taken_back(progress, folder):
    assert progress("undo-day").code == 1
    assert progress("undo-day", "--yes").out == "3 records taken back.\n"
    assert json.loads(progress("export", "--cards", "--json").out) == []
    assert "nothing to take back" in progress("undo-day", "--yes").out
    assert "nothing to take back" in progress("undo-day", "2020-01-01", "--yes").out


@pytest.mark.parametrize("command", ["verify", "repair", "export", "undo-day"])
def test_a_learner_who_is_not_there_is_named(progress, folder, command):
    result = progress(command, "--learner", "li")
    assert (result.code, "there is no progress of li (learners here: me)" in result.err) == (
        1,
        True,
    )


def test_a_folder_without_a_log_is_no_learner(progress, folder, tmp_path):
    (tmp_path / "p" / "li").mkdir()
    assert "(learners here: me)" in progress("verify", "--learner", "li").err
