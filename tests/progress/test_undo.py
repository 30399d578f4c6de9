import os

import pytest

from studykit.progress.learner import Learner
from studykit.progress.session import Session
from studykit.scheduling.fold import fold
from studykit.scheduling.model import RATINGS, Grade, Mark, Undo
from tests.progress.making import Clock, at_work, cards_section, folder_at, study

STEPS = 36


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path, clock):
    """A learner with a past: cards in every phase, one flagged, one suspended."""
    folder = folder_at(tmp_path / "me")
    for _ in range(3):
        study(folder, clock, count=12, cards=5)
        clock.days(4)
    with at_work(folder, clock) as session:
        session.mark("card0", "flag")
        session.mark("card1", "suspend")
    return folder


def steps(session, clock):
    """Grades, practice and marks of cards known and new, over some days."""
    for number in range(STEPS):
        card = f"card{number % 7}"
        match number % 6:
            case 4:
                session.mark(card, ("bury", "unflag", "suspend", "unsuspend")[number % 4])
            case 5:
                session.grade(card, "again", 800, practice=True)
            case _:
                session.grade(card, RATINGS[number % 4], 800)
        if number % 9 == 8:
            clock.days(2)


def undo_all(session):
    return [session.undo() for _ in range(STEPS)]


def test_all_steps_of_a_session_undone(folder, clock):
    before = cards_section(folder)
    with at_work(folder, clock) as session:
        states = dict(session.standings)
        steps(session, clock)
        assert dict(session.standings) != states
        undo_all(session)
        assert {card: session.state(card) for card in session.standings} == {
            card: Learner(folder, clock).state(card) for card in states
        }
    assert cards_section(folder) == before


@pytest.mark.parametrize("split", [1, STEPS // 2, STEPS])
def test_undone_after_a_restart(folder, clock, split):
    before = cards_section(folder)
    with at_work(folder, clock) as session:
        steps(session, clock)
        for _ in range(STEPS - split):
            session.undo()
    assert cards_section(folder) != before
    with at_work(folder, clock) as session:
        for _ in range(split):
            session.undo()
    assert cards_section(folder) == before


def test_undone_after_a_crash(folder, clock):
    before = cards_section(folder)
    steps(Session(folder, clock, os.urandom), clock)  # and no close
    with at_work(folder, clock) as session:
        undo_all(session)
    assert cards_section(folder) == before


def test_each_undo_tells_what_it_took_back_and_the_state_before(folder, clock):
    with at_work(folder, clock) as session:
        known = session.state("card2")
        session.grade("card2", "again", 1)
        once = session.state("card2")
        session.mark("card2", "bury")
        first, second = session.undo(), session.undo()
    assert isinstance(first.record, Mark)
    assert (first.record.deed, first.state) == ("bury", once)
    assert isinstance(second.record, Grade)
    assert (second.record.rating, second.state) == ("again", known)


def test_what_was_undone_stays_undone_and_the_next_undo_takes_the_one_before(folder, clock):
    with at_work(folder, clock) as session:
        session.grade("x", "good", 1)
        session.grade("y", "good", 1)
        assert session.undo().record.card == "y"
        session.grade("z", "good", 1)
        assert [session.undo().record.card for _ in range(2)] == ["z", "x"]


def test_nothing_is_ever_deleted_from_the_log(folder, clock):
    before = Learner(folder, clock).records()
    with at_work(folder, clock) as session:
        steps(session, clock)
        undo_all(session)
        records = session.records()
    assert records[: len(before)] == before
    assert len(records) == len(before) + 2 * STEPS
    assert sum(isinstance(record, Undo) for record in records) == STEPS


def test_everything_can_be_undone_and_then_nothing(tmp_path, clock):
    folder = folder_at(tmp_path / "new")
    with at_work(folder, clock) as session:
        assert session.undo() is None
        session.grade("a", "good", 1)
        session.grade("a", "good", 1, practice=True)
        assert [session.undo() is None for _ in range(4)] == [False, False, True, True]
        assert dict(session.standings) == {}
        assert len(session.records()) == 4
    assert fold(Learner(folder, clock).records(), session.scheduler) == {}


def test_a_day_taken_back(folder, clock):
    before = cards_section(folder)
    clock.days(1)
    with at_work(folder, clock) as session:
        for card in ("card1", "card2", "new"):
            session.grade(card, "good", 1)
        session.undo()
        day = session.standing_on(session.today())
        assert [record.card for record in day] == ["card1", "card2"]
        session.take_back(day)
        assert "new" not in session.standings
        assert session.standing_on(session.today()) == []
    assert cards_section(folder) == before
