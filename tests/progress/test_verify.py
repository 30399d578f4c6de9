import pytest

from studykit.progress.learner import Learner
from studykit.progress.snapshot import dump_snapshot, parse_snapshot
from studykit.progress.verify import verify
from tests.progress.making import Clock, folder_at, study


@pytest.fixture
def folder(tmp_path):
    folder = folder_at(tmp_path / "me")
    study(folder, Clock())
    return folder


def verified(folder, now="2026-12-01T00:00:00.000Z"):
    reader = Learner(folder, Clock())
    return verify(folder, reader.settings_mark, lambda: reader.scheduler, now)


def test_progress_in_order_has_no_problems(folder):
    found = verified(folder)
    assert (found.files, found.records, found.reviews, found.cards) == (1, 20, 20, 6)
    assert found.problems == ()


def test_an_unreadable_line_is_named(folder):
    (path,) = folder.logs()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(3, "- {id: ?\n")
    path.write_text("".join(lines), encoding="utf-8")
    assert [(one.path, one.line) for one in verified(folder).problems] == [(str(path), 4)]


def test_a_torn_end_is_named_once(folder):
    (path,) = folder.logs()
    path.write_bytes(path.read_bytes()[:-9])
    assert [one.line for one in verified(folder).problems] == [21]


def test_records_that_differ_under_one_id_are_named(folder):
    (path,) = folder.logs()
    text = path.read_text(encoding="utf-8")
    last = text.splitlines()[-1]
    other = last.replace("rating: " + last.split("rating: ")[1].split(",")[0], "rating: easy")
    path.write_text(text + other.replace("ms: 1019", "ms: 7") + "\n", encoding="utf-8")
    (problem,) = verified(folder).problems
    assert "differ" in problem.message


def test_a_line_that_stands_twice_is_no_problem(folder):
    (path,) = folder.logs()
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    assert verified(folder).problems == ()


def test_records_in_the_future_are_named(folder):
    (problem,) = verified(folder, now="2026-11-25T09:31:00.000Z").problems
    assert problem.message.startswith("12 records lie in the future")


def test_a_damaged_snapshot_is_named(folder):
    folder.snapshot.write_bytes(folder.snapshot.read_bytes()[:-20])
    (problem,) = verified(folder).problems
    assert (problem.path, "damaged" in problem.message) == (str(folder.snapshot), True)


def test_a_snapshot_that_says_otherwise_is_named(folder):
    snapshot = parse_snapshot(folder.snapshot.read_bytes())
    standings = dict(snapshot.standings)
    standings["card0"] = standings["card0"]._replace(due="2030-01-01")
    wrong = type(snapshot)(snapshot.settings, snapshot.logs, standings, snapshot.problems)
    folder.snapshot.write_bytes(dump_snapshot(wrong))
    (problem,) = verified(folder).problems
    assert problem.path == str(folder.snapshot)


def test_no_snapshot_is_no_problem(folder):
    folder.snapshot.unlink()
    assert verified(folder).problems == ()
