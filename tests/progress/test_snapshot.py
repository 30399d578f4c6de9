"""The snapshot is a cache: whatever befalls it, the states are those of the log."""

import os
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.errors import Problem
from studykit.progress.learner import Learner
from studykit.progress.session import Session
from studykit.progress.snapshot import Covered, Snapshot, dump_snapshot, parse_snapshot, state_of
from studykit.scheduling.fold import fold
from studykit.scheduling.model import PHASES, CardState
from tests.progress.making import Clock, at_work, folder_at, log_text, study
from tests.progress.records import ANY

STATES = st.builds(
    CardState,
    ANY,
    st.sampled_from(PHASES),
    st.integers(0, 3),
    st.floats(0, 40000),
    st.floats(0, 10),
    due=st.sampled_from(["", "2026-11-25", "2026-11-25T10:00:00.000Z"]),
    reps=st.integers(0, 9999),
    lapses=st.integers(0, 99),
    touched=st.just("2026-11-25T10:00:00.000Z"),
    suspended=st.booleans(),
    buried=st.sampled_from(["", "2026-11-25"]),
    flagged=st.booleans(),
)
PROBLEMS = st.builds(Problem, ANY, st.integers(0, 999), ANY)
LOG = Covered("2026-11.yaml", 83021, 1764036612345678900, "1f00aa21")


@pytest.fixture
def folder(tmp_path):
    folder = folder_at(tmp_path / "me")
    study(folder, Clock(), count=5, cards=2)
    return folder


def opened(folder):
    """The states as they are opened."""
    reader = Learner(folder, Clock())
    return {card: reader.state(card) for card in reader.standings}


def folded(folder):
    """The states that the records of the log lead to."""
    reader = Learner(folder, Clock())
    return fold(reader.records(), reader.scheduler)


@given(st.lists(STATES, max_size=5), st.lists(PROBLEMS, max_size=3))
def test_what_is_written_is_read(states, problems):
    standings = {state.card: state for state in states}
    snapshot = Snapshot("9a3f01bc", (LOG,), standings, tuple(problems), "01k")
    data = dump_snapshot(snapshot)
    read = parse_snapshot(data)
    assert {card: state_of(one) for card, one in read.standings.items()} == standings
    assert replace(read, standings=standings) == snapshot
    # Lines that were not looked into are written as they were.
    assert dump_snapshot(read) == data


def test_a_snapshot_of_nothing():
    assert parse_snapshot(dump_snapshot(Snapshot("00"))) == Snapshot("00")


def test_every_length_is_told_from_the_whole(folder):
    data = folder.snapshot.read_bytes()
    assert parse_snapshot(data) is not None
    assert [n for n in range(len(data)) if parse_snapshot(data[:n]) is not None] == []


def test_every_flipped_bit_is_told(folder):
    data = folder.snapshot.read_bytes()
    assert [bit for bit in range(8 * len(data)) if parse_snapshot(flipped(data, bit))] == []


def flipped(data: bytes, bit: int) -> bytes:
    out = bytearray(data)
    out[bit // 8] ^= 1 << bit % 8
    return bytes(out)


def damages(data: bytes):
    """Damaged snapshots of many kinds, a sample of each."""
    rng = Random(5)
    yield from (flipped(data, rng.randrange(8 * len(data))) for _ in range(60))
    yield from (data[:length] for length in range(0, len(data), 23))
    yield from (data[length:] for length in range(1, len(data), 97))
    yield from (data + data, data + b"\n", b"\0" * len(data), b"\xff" * 99, b"", b"\n", b"[]")
    yield data.replace(b"\n", b"\r\n")
    yield data.replace(b"snapshot/1", b"snapshot/2")
    yield b"".join(reversed(data.splitlines(keepends=True)))


def test_no_damage_makes_a_wrong_state(folder):
    expected, data = folded(folder), folder.snapshot.read_bytes()
    for damaged in damages(data):
        folder.snapshot.write_bytes(damaged)
        assert opened(folder) == expected


def test_after_damage_a_session_makes_it_anew(folder):
    data = folder.snapshot.read_bytes()
    for damaged in (data[:-5], b"", b"\0" * 50):
        folder.snapshot.write_bytes(damaged)
        with at_work(folder, Clock()) as session:
            session.mark("card1", "flag")
            session.undo()
        snapshot = parse_snapshot(folder.snapshot.read_bytes())
        assert snapshot.standings.keys() == folded(folder).keys()


@pytest.mark.parametrize("thing", ["nothing", "a folder", "a link to nothing"])
def test_what_may_stand_in_its_place(folder, thing):
    expected = folded(folder)
    folder.snapshot.unlink()
    if thing == "a folder":
        folder.snapshot.mkdir()
    elif thing == "a link to nothing":
        folder.snapshot.symlink_to(folder.path / "gone" / "snapshot.yaml")
    assert opened(folder) == expected
    with at_work(folder, Clock()) as session:
        session.grade("card1", "good", 1)
    assert opened(folder) == folded(folder)


def edit(folder, change, *, keep_time=False):
    """Change the text of the log; where `keep_time`, in the same tick of the clock."""
    (path,) = folder.logs()
    status = path.stat()
    path.write_text(change(log_text(folder)), "utf-8")
    if keep_time:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        os.utime(folder.snapshot, ns=(status.st_atime_ns, status.st_mtime_ns + 10**6))


def line(text: str, number: int) -> str:
    return text.splitlines(keepends=True)[number]


EDITS = {
    "a line deleted": lambda text: text.replace(line(text, 2), ""),
    "the last line deleted": lambda text: text.removesuffix(line(text, -1)),
    "another rating": lambda text: text.replace("again", "easy", 1),
    "another rating of the same length": lambda text: text.replace("good", "hard"),
    "another day": lambda text: text.replace('day: "2026-11-25"', 'day: "2026-11-20"', 1),
    "another id": lambda text: text.replace('id: "0', 'id: "9', 1),
    "another card": lambda text: text.replace("card1", "card2"),
    "all lines twice": lambda text: text + text,
    "a line twice": lambda text: text + line(text, 1),
    "lines in another order": lambda text: line(text, 0) + "".join(
        reversed(text.splitlines(keepends=True)[1:])
    ),
    "a line in the middle": lambda text: text.replace(
        line(text, 2), line(text, 2) + line(text, 2).replace("card", "other")
    ),
    "other quotes": lambda text: text.replace('"', "'"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "a comment": lambda text: text.replace("\n", " # mine\n"),
    "the end cut off": lambda text: text[:-20],
    "emptied": lambda text: "",
    "a stray line": lambda text: text.replace(line(text, 2), "hm\n" + line(text, 2)),
    "a stray line at the end": lambda text: text + "hm\n",
    "a last key of a block": lambda text: text + "  practice: true\n",
    "nothing": lambda text: text,
}  # fmt: skip


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_the_states_are_those_of_the_log(folder, change):
    edit(folder, change)
    assert opened(folder) == folded(folder)
    with at_work(folder, Clock()) as session:
        session.grade("card1", "good", 1)
    assert opened(folder) == folded(folder)


@pytest.mark.parametrize(
    "name", ["another rating of the same length", "another card", "another day", "another id"]
)
def test_an_edit_in_the_same_tick_of_the_clock_is_seen(folder, name):
    edit(folder, EDITS[name], keep_time=True)
    assert opened(folder) == folded(folder)


def spoil(folder):
    """Make the log unreadable, but of the size and time that the snapshot knows."""
    (path,) = folder.logs()
    status = path.stat()
    path.write_bytes(b"?" * status.st_size)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    later = status.st_mtime_ns + 60 * 10**9
    os.utime(folder.snapshot, ns=(later, later))


def test_a_log_that_is_as_it_was_is_not_read(folder):
    """That is why opening takes no longer as it grows."""
    before = opened(folder)
    spoil(folder)
    assert opened(folder) == before


def crash(folder, *grades, clock=None):
    """Grades of a session that was not closed."""
    session = Session(folder, clock or Clock(), os.urandom)
    for card, rating in grades:
        session.grade(card, rating, 1)


class TestWhatIsNew:
    """Records beyond the snapshot, and whether they can be gone on from."""

    def test_after_a_crash(self, folder):
        clock = Clock()
        clock.days(1)
        crash(folder, ("card1", "again"), ("new", "good"), clock=clock)
        assert "new" in opened(folder)
        assert opened(folder) == folded(folder)

    def test_after_a_crash_with_the_clock_set_back(self, folder):
        clock = Clock()
        clock.days(-400)
        crash(folder, ("card1", "again"), ("new", "good"), clock=clock)
        assert opened(folder) == folded(folder)

    def test_a_line_taken_back_before_and_doubled_now(self, folder):
        with at_work(folder, Clock()) as session:
            session.grade("gone", "good", 1)
            session.undo()
        doubled = next(one for one in log_text(folder).splitlines(True) if '"gone"' in one)
        edit(folder, lambda text: text + doubled)
        assert "gone" not in opened(folder)
        assert opened(folder) == folded(folder)

    def test_a_line_doubled_and_the_copy_changed(self, folder):
        copy = line(log_text(folder), -1).replace("2026-11-25", "2026-12-25")
        for rating in ("again", "hard", "good", "easy"):
            changed = copy.replace("rating: ", f"rating: {rating} #").split(" #")[0] + ", ms: 1}\n"
            edit(folder, lambda text, changed=changed: text + changed)
            assert opened(folder) == folded(folder)

    def test_a_key_added_to_a_block_at_the_end(self, folder):
        block = (
            '- id: "zz"\n  at: "2026-11-26T10:00:00Z"\n  day: "2026-11-26"\n'
            '  card: "block"\n  rating: good\n'
        )
        edit(folder, lambda text: text + block)
        with at_work(folder, Clock()) as session:
            session.mark("card1", "flag")
            session.undo()
        edit(folder, lambda text: text.replace(block, "") + block)
        Learner(folder, Clock()).keep_snapshot()
        assert "block" in opened(folder)
        edit(folder, lambda text: text + "  practice: true\n")
        assert "block" not in opened(folder)
        assert opened(folder) == folded(folder)

    def test_a_reference_to_what_the_snapshot_covers(self, folder):
        edit(folder, lambda text: text.replace("- {id", "- &first {id", 1))
        Learner(folder, Clock()).keep_snapshot()
        edit(folder, lambda text: text + "- *first\n")
        assert Learner(folder, Clock()).problems == ()

    def test_a_line_that_makes_what_stands_before_unreadable(self, folder):
        """A list all of whose items are indented, and then one that is not."""
        block = '  - id: "zz"\n    at: "2026-11-26T10:00:00Z"\n    day: "2026-11-26"\n'
        block += '    card: "block"\n    rating: good\n'
        line_at_the_end = line(log_text(folder), -1).replace('id: "0', 'id: "9')
        edit(folder, lambda text: f"  - format: studykit-log/1\n{block}")
        Learner(folder, Clock()).keep_snapshot()
        assert list(opened(folder)) == ["block"]
        edit(folder, lambda text: text + line_at_the_end)
        assert opened(folder) == folded(folder)

    def test_an_undo_of_what_the_snapshot_covers(self, folder):
        clock = Clock()
        clock.days(1)
        with at_work(folder, clock) as session:
            session.grade("gone", "good", 1)
        assert "gone" in opened(folder)
        session = Session(folder, clock, os.urandom)
        session.undo()  # and no close
        assert "gone" not in opened(folder)
        assert opened(folder) == folded(folder)

    def test_a_month_that_came_over_from_elsewhere(self, folder):
        (path,) = folder.logs()
        older = log_text(folder).replace("2026-11", "2026-10").replace('id: "0', 'id: "00')
        path.with_name("2026-10.yaml").write_text(older, "utf-8")
        assert opened(folder) == folded(folder)

    def test_a_month_that_has_gone(self, folder):
        clock = Clock()
        clock.days(40)
        with at_work(folder, clock) as session:
            session.grade("card1", "again", 1)
        folder.logs()[0].unlink()
        assert list(opened(folder)) == ["card1"]
        assert opened(folder) == folded(folder)

    def test_files_of_an_editor_are_passed_over(self, folder):
        expected = opened(folder)
        (folder.log / ".#2026-11.yaml").symlink_to("somebody@somewhere:1")
        (folder.log / "2026-11.yaml~").write_text("hm")
        (folder.log / ".2026-11.yaml.swp").write_bytes(b"\0")
        assert opened(folder) == expected


@pytest.mark.parametrize(
    "settings", ["desired_retention: 0.8\n", "learning_steps: [5m]\n", "fuzz: false\n"]
)
def test_other_settings_make_other_states(folder, settings):
    before = opened(folder)
    folder.config.write_text(settings + "timezone: UTC\n", "utf-8")
    assert opened(folder) == folded(folder) != before


def test_settings_of_a_session_leave_the_snapshot_good(folder):
    before = opened(folder)
    spoil(folder)
    folder.config.write_text("new_per_day: 3\ntimezone: Asia/Shanghai\n", "utf-8")
    assert opened(folder) == before


def test_closing_writes_it_so_that_nothing_is_left_to_read(folder):
    assert parse_snapshot(folder.snapshot.read_bytes()).logs[0].size == len(log_text(folder))


def test_unreadable_lines_are_remembered_without_reading_on(folder):
    edit(folder, EDITS["a stray line"])
    first = Learner(folder, Clock())
    first.keep_snapshot()
    assert Learner(folder, Clock()).problems == first.problems
    assert [problem.line for problem in first.problems] == [3]
