import shutil

from studykit.progress.learner import Learner
from studykit.progress.merge import merge_from
from tests.progress.making import Clock, at_work, folder_at, log_text, study


def states(folder):
    reader = Learner(folder, Clock())
    return {card: reader.state(card) for card in reader.standings}


def two_copies(tmp_path):
    here = folder_at(tmp_path / "here")
    clock = Clock()
    study(here, clock)
    there = type(here)(tmp_path / "there")
    shutil.copytree(here.path, there.path)
    study(here, clock, count=5)
    clock.days(20)  # into another month
    study(there, clock, count=9, cards=9)
    return here, there


def test_both_ways_lead_to_the_same_states(tmp_path):
    here, there = two_copies(tmp_path)
    assert states(here) != states(there)
    merged = merge_from(here, there)
    assert (merged.added, merged.known, merged.problems) == (9, 20, ())
    assert merge_from(there, here).added == 5
    assert states(here) == states(there)
    assert [path.name for path in here.logs()] == ["2026-11.yaml", "2026-12.yaml"]


def test_again_nothing_comes_over(tmp_path):
    here, there = two_copies(tmp_path)
    merge_from(here, there)
    before = log_text(here)
    assert merge_from(here, there).added == 0
    assert log_text(here) == before


def test_what_was_taken_back_there_is_taken_back_here(tmp_path):
    here, there = two_copies(tmp_path)
    with at_work(there, Clock()) as session:
        for _ in range(9):
            session.undo()
    merge_from(here, there)
    assert "card8" not in states(here)


def test_the_other_copy_is_only_read(tmp_path):
    here, there = two_copies(tmp_path)
    before = {path: path.read_bytes() for path in there.path.rglob("*") if path.is_file()}
    merge_from(here, there)
    after = {path: path.read_bytes() for path in there.path.rglob("*") if path.is_file()}
    assert after == before


def test_what_cannot_be_read_there_is_named(tmp_path):
    here, there = two_copies(tmp_path)
    with there.logs()[0].open("a", encoding="utf-8") as file:
        file.write("- {id: ?\n")
    merged = merge_from(here, there)
    assert (merged.added, [one.line for one in merged.problems]) == (9, [22])
