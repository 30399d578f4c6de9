import pytest

from studykit.errors import ProgressError
from studykit.progress.learner import Learner
from studykit.progress.lines import HEADER
from studykit.progress.migrate import migrate_logs, version_of
from tests.progress.making import Clock, at_work, folder_at, log_text, study


@pytest.fixture
def folder(tmp_path):
    folder = folder_at(tmp_path / "me")
    study(folder, Clock(), count=6)
    return folder


@pytest.mark.parametrize(
    ("text", "version"),
    [
        (HEADER, 1),
        ("# mine\n" + HEADER, 1),
        ("- {format: studykit-log/1}\n", 1),
        ("- format: 'studykit-log/2'\n", 2),
        ("- {format: studykit-log/12, by: me}\n", 12),
        ("", 0),
        ('- {id: "x"}\n', 0),
        ("- {format: studykit-deck/1}\n", 0),
        ("- {format: studykit-log/new}\n", 0),
    ],
)
def test_the_format_is_told_by_the_first_lines(text, version):
    assert version_of(text) == version


def test_an_older_log_is_brought_up_and_kept(folder):
    (path,) = folder.logs()
    old = path.read_text(encoding="utf-8").removeprefix(HEADER)
    path.write_text(old, encoding="utf-8")
    before = {card: Learner(folder, Clock()).state(card) for card in ("card0", "card5")}
    with at_work(folder, Clock()) as session:
        (note,) = session.notes
    assert "from format 0 to 1" in note
    assert log_text(folder) == HEADER + old
    assert [kept.read_text(encoding="utf-8") for kept in folder.set_aside.iterdir()] == [old]
    after = Learner(folder, Clock())
    assert {card: after.state(card) for card in before} == before


def test_steps_are_taken_one_after_another(folder):
    steps = {1: lambda text: text + "# two\n", 2: lambda text: text + "# three\n"}
    assert len(migrate_logs(folder, steps, current=3)) == 1
    assert log_text(folder).endswith("# two\n# three\n")


def test_a_current_log_is_left_alone(folder):
    before = log_text(folder)
    assert migrate_logs(folder) == []
    assert log_text(folder) == before
    assert not folder.set_aside.exists()


def test_a_newer_log_is_refused_and_left_alone(folder):
    (path,) = folder.logs()
    path.write_text(log_text(folder).replace("log/1", "log/2"), encoding="utf-8")
    before = log_text(folder)
    with pytest.raises(ProgressError, match="newer studykit"), at_work(folder, Clock()):
        pass
    assert log_text(folder) == before
