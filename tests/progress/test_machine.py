"""Anything in any order: sessions, crashes, edits by hand, copies that are joined.

Whatever comes, the states that are opened are the fold of what the log holds,
and every record that a session acknowledged is in the log until a person deletes it.
"""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from studykit.progress.learner import Learner
from studykit.progress.lock import locked
from studykit.progress.session import Session
from studykit.progress.states import read_logs
from studykit.scheduling.fold import fold
from studykit.scheduling.model import DEEDS, RATINGS
from tests.progress.making import SETTINGS, Clock, folder_at

CARDS = st.sampled_from(["a", "b", "c", 'd"茶'])
# Minutes, days, a month; and back.
DAYS = st.sampled_from([0.001, 0.01, 1, 3, 35, -0.01, -2])
STRAY = ["hm", "- {id: ?", "'", "- |", "# mine", "", "<<<<<<< HEAD", "  practice: true", "\0"]
BY_HAND = "by hand"
closed = precondition(lambda self: self.session is None)
running = precondition(lambda self: self.session is not None)


class Progress(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder = folder_at(self.root / "me")
        self.clock = Clock()
        self.chance = Random(1)
        self.stack = ExitStack()
        self.session = None
        self.edited = False
        self.safe = set()
        self.copy = {}

    def teardown(self):
        self.stack.close()
        shutil.rmtree(self.root)

    # A learner at work.

    @closed
    @rule()
    def open(self):
        self.stack.enter_context(locked(self.folder.lock))
        self.session = Session(self.folder, self.clock, self.chance.randbytes)
        self.edited = False

    @running
    @rule(card=CARDS, rating=st.sampled_from(RATINGS), practice=st.booleans(), days=DAYS)
    def grade(self, card, rating, practice, days):
        self.clock.days(days)
        self.acknowledged(lambda: self.session.grade(card, rating, 900, practice=practice))

    @running
    @rule(card=CARDS, deed=st.sampled_from(DEEDS))
    def mark(self, card, deed):
        self.acknowledged(lambda: self.session.mark(card, deed))

    @running
    @rule()
    def undo(self):
        self.acknowledged(self.session.undo)

    @running
    @rule(data=st.data())
    def take_back_a_day(self, data):
        day = data.draw(st.sampled_from([self.session.today(), "2026-11-25"]))
        self.session.take_back(self.session.standing_on(day))
        self.edited = False

    def acknowledged(self, work):
        before = self.ids()
        if work() is not None:
            # A block may be readable again now that a torn end was set aside.
            new = self.ids() - before - {BY_HAND}
            assert len(new) == 1
            self.safe |= new

    @running
    @rule()
    def close(self):
        self.session.close()
        self.crash()

    @running
    @rule(torn=st.sampled_from(["", "- {id: ", '- {id: "01k", at: "2026-1', "\0\0\0"]))
    def die(self, torn):
        self.crash()
        if torn and self.folder.logs():
            path = self.folder.logs()[-1]
            # Before it writes, a session sees to it that a line begins.
            gap = "" if path.read_bytes()[-1:] in (b"", b"\n") else "\n"
            with path.open("a") as file:
                file.write(gap + torn)

    def crash(self):
        """What the system does: it lets go of the lock."""
        self.session = None
        self.stack.close()

    @closed
    @rule()
    def look(self):
        Learner(self.folder, self.clock).keep_snapshot()

    @closed
    @rule(retention=st.sampled_from(["0.9", "0.8"]))
    def change_settings(self, retention):
        text = f"{SETTINGS}desired_retention: {retention}\n"
        self.folder.config.write_text(text, "utf-8")

    # A person with an editor, and git.

    def change(self, data, change):
        """Change the lines of one of the logs."""
        paths = self.folder.logs()
        if not paths:
            return
        path = data.draw(st.sampled_from(paths))
        lines = path.read_bytes().decode("utf-8").split("\n")
        at = data.draw(st.integers(0, len(lines) - 1))
        before = self.ids()
        path.write_bytes("\n".join(change(lines, at)).encode("utf-8"))
        self.safe -= before - self.ids()
        self.edited = True

    @rule(data=st.data(), stray=st.sampled_from(STRAY))
    def insert_a_stray_line(self, data, stray):
        self.change(data, lambda lines, at: [*lines[:at], stray, *lines[at:]])

    @rule(data=st.data())
    def delete_a_line(self, data):
        self.change(data, lambda lines, at: [*lines[:at], *lines[at + 1 :]])

    @rule(data=st.data())
    def double_a_line(self, data):
        self.change(data, lambda lines, at: [*lines[:-1], lines[at], *lines[-1:]])

    @rule(data=st.data(), old=st.sampled_from(RATINGS), new=st.sampled_from(RATINGS))
    def change_a_rating(self, data, old, new):
        self.change(
            data, lambda lines, at: [*lines[:at], lines[at].replace(old, new), *lines[at + 1 :]]
        )

    @rule(data=st.data())
    def change_the_quotes_of_a_line(self, data):
        self.change(
            data, lambda lines, at: [*lines[:at], lines[at].replace('"', "'"), *lines[at + 1 :]]
        )

    @rule(data=st.data())
    def write_a_record_in_a_block(self, data):
        block = [
            f'- id: "{BY_HAND}"', '  at: "2026-11-25T12:00:00Z"', '  day: "2026-11-25"',
            '  card: "a"', "  rating: good",
        ]  # fmt: skip
        self.change(data, lambda lines, at: [*lines[:at], *block, *lines[at:]])

    @rule()
    def copy_it(self):
        self.copy = {path.name: path.read_bytes() for path in self.folder.logs()}

    @rule(order=st.sampled_from(["after", "before", "doubled"]))
    def join_the_copy(self, order):
        """The lines of both, as git's `merge=union` leaves them or as `cat` does."""
        for name, theirs in self.copy.items():
            path = self.folder.log / name
            ours = path.read_bytes() if path.exists() else b""
            if order == "doubled":
                joined = [*lines_of(ours), *lines_of(theirs)]
            else:
                first, second = (ours, theirs) if order == "after" else (theirs, ours)
                known = set(lines_of(first))
                joined = lines_of(first) + [one for one in lines_of(second) if one not in known]
            path.write_bytes(b"".join(joined))
        self.edited = True

    # What always holds.

    def ids(self):
        return {record.id for record in read_logs(self.folder.logs())[0]}

    @invariant()
    def the_states_are_the_fold_of_the_log(self):
        reader = Learner(self.folder, self.clock)
        records, problems, _covered = read_logs(self.folder.logs())
        expected = fold(records, reader.scheduler)
        assert {card: reader.state(card) for card in reader.standings} == expected
        assert reader.problems == problems
        if self.session is not None and not self.edited:
            states = {card: self.session.state(card) for card in self.session.standings}
            assert states == expected

    @invariant()
    def what_was_acknowledged_is_in_the_log(self):
        assert self.safe <= self.ids()


def lines_of(data: bytes) -> list[bytes]:
    return [one.rstrip(b"\n") + b"\n" for one in data.splitlines(keepends=True)]


def test_the_states_are_those_of_the_log_whatever_happens():
    run_state_machine_as_test(
        Progress, settings=settings(max_examples=60, stateful_step_count=30, deadline=None)
    )
