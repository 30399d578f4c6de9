"""A learner at work: grades that are safe once given, and that can be taken back.

A grade is on the disk before its state comes back. The snapshot is written when
the session is closed; after a crash the next opening reads on from the log.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from studykit.progress.folder import Folder
from studykit.progress.learner import Clock, Learner
from studykit.progress.lock import locked
from studykit.progress.log import LogWriter
from studykit.progress.migrate import migrate_logs
from studykit.progress.record_ids import new_id
from studykit.progress.snapshot import state_of
from studykit.progress.states import open_states, save_snapshot
from studykit.scheduling.model import CardState, Deed, Grade, Mark, Rating, Undo
from studykit.scheduling.times import day_of, instant


@dataclass(frozen=True, slots=True)
class Undone:
    """A record that was taken back, and the state its card came back to."""

    record: Grade | Mark
    state: CardState


@dataclass(slots=True)
class _Done:
    """A record of this session and the state before it; None for a card that had none."""

    record: Grade | Mark
    before: CardState | None = field(default=None)


class Session(Learner):
    """A learner's progress, open for grades; no other session has it."""

    def __init__(self, folder: Folder, clock: Clock, entropy: Callable[[int], bytes]) -> None:
        """The caller holds the lock; an older format is brought up to date, a torn end mended."""
        self._migrated = migrate_logs(folder)
        self._writer = LogWriter(folder)
        self._writer.mend()
        self._entropy = entropy
        self._done: list[_Done] = []
        super().__init__(folder, clock)

    @property
    def notes(self) -> list[str]:
        """What was brought up to date and what was set aside, a line each for the learner."""
        return [*self._migrated, *self._writer.notes]

    def grade(self, card: str, rating: Rating, ms: int, *, practice: bool = False) -> CardState:
        """Record a grade that took so many milliseconds; on the disk when the state comes back.

        ProgressError where it could not be written; then nothing has changed.
        """
        id_, at, day = self._stamp()
        return self._record(Grade(id_, at, day, card, rating, ms, practice))

    def add(self, grade: Grade) -> CardState:
        """Record a grade that was given before, as in a quiz, with its own id and instant."""
        return self._record(grade)

    def mark(self, card: str, deed: Deed) -> CardState:
        """Record that a card is suspended, buried or flagged, or no longer so."""
        return self._record(Mark(*self._stamp(), card, deed))

    def undo(self) -> Undone | None:
        """Take back the last record that stands, of this session or of one before; None if none."""
        last = self._done[-1] if self._done else self._last_on_disk()
        if last is None:
            return None
        self._writer.append(Undo(*self._stamp(), last.record.id))
        if self._done:
            self._done.pop()
        card = last.record.card
        self._put(card, last.before)
        return Undone(last.record, self.state(card))

    def standing_on(self, day: str) -> list[Grade | Mark]:
        """The records of a day that stand, in the order of their instants."""
        from studykit.scheduling.fold import in_force

        return [record for record in in_force(self.records()) if record.day == day]

    def take_back(self, records: list[Grade | Mark]) -> None:
        """Take back records, whichever they are."""
        self._done.clear()
        try:
            for record in reversed(records):
                self._writer.append(Undo(*self._stamp(), record.id))
        finally:  # where the disk refuses, those before are taken back
            self._states = open_states(self.folder, self.settings_mark, lambda: self.scheduler)
            self._states.stale = True

    def close(self) -> None:
        """Let go of the log and write the snapshot."""
        self._writer.close()
        if self._states.stale:
            fresh = open_states(self.folder, self.settings_mark, lambda: self.scheduler)
            self._states = fresh
            save_snapshot(self.folder, self.settings_mark, fresh)

    def _stamp(self) -> tuple[str, str, str]:
        now = self._clock()
        day = day_of(now, self.zone, self.settings.day_starts_at)
        return new_id(now, self._entropy), instant(now), day

    def _record(self, record: Grade | Mark) -> CardState:
        card = record.card
        known = self.standings.get(card)
        before = state_of(known) if known is not None else None
        state = self._after(before or CardState(card), record)
        self._writer.append(record)
        self._done.append(_Done(record, before))
        self._put(card, state if state.touched else None)
        return state

    def _after(self, state: CardState, record: Grade | Mark) -> CardState:
        from studykit.scheduling.fold import after

        if record.at > state.touched:
            return after(state, [record], self.scheduler)
        # The clock was set back: the card's records in the order of their instants.
        own = [*self._own(record.card), record]
        return self._folded(record.card, own) or CardState(record.card)

    def _last_on_disk(self) -> _Done | None:
        from studykit.scheduling.fold import in_force

        standing = in_force(self.records())
        if not standing:
            return None
        last = standing[-1]
        own = [one for one in standing if one.card == last.card and one.id != last.id]
        return _Done(last, self._folded(last.card, own))

    def _own(self, card: str) -> list[Grade | Mark]:
        from studykit.scheduling.fold import in_force

        return [record for record in in_force(self.records()) if record.card == card]

    def _folded(self, card: str, records: list[Grade | Mark]) -> CardState | None:
        from studykit.scheduling.fold import fold

        return fold(records, self.scheduler).get(card)

    def _put(self, card: str, state: CardState | None) -> None:
        if state is None:
            self._states.standings.pop(card, None)
        else:
            self._states.standings[card] = state
        self._states.stale = True


@contextmanager
def open_session(
    folder: Folder, clock: Clock, entropy: Callable[[int], bytes] = os.urandom
) -> Iterator[Session]:
    """Open a learner's progress for a session; the folder is made where there is none.

    ProgressError where another session has it, or it cannot be read or written.
    """
    folder.create()
    with locked(folder.lock):
        session = Session(folder, clock, entropy)
        try:
            yield session
        finally:
            session.close()
