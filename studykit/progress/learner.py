"""A learner's progress, open for reading: settings, and the state of every card.

Opened for each shell prompt, so what is seldom needed is imported where it is.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from studykit.errors import Problem
from studykit.progress.folder import Folder
from studykit.progress.snapshot import Standing, checksum, state_of
from studykit.progress.states import States, open_states, read_logs, save_snapshot
from studykit.scheduling.model import CardState, Rating, Record
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import day_of, instant, zone_of

if TYPE_CHECKING:
    from studykit.scheduling.scheduler import Scheduler

Clock = Callable[[], datetime]
"""Gives the present moment, aware of its time zone."""


class Learner:
    """A learner's progress, open for reading; `progress.session` opens it for grades."""

    def __init__(self, folder: Folder, clock: Clock) -> None:
        """Read settings and states; ProgressError where they cannot be."""
        self.folder = folder
        self.settings = _settings(folder)
        self.zone: tzinfo | None = zone_of(self.settings.timezone)
        self._clock = clock
        self._states: States = open_states(folder, self.settings_mark, lambda: self.scheduler)

    @property
    def settings_mark(self) -> str:
        """Tells settings apart under which records make other states."""
        return checksum(self.settings.fingerprint.encode())

    @cached_property
    def scheduler(self) -> "Scheduler":
        """FSRS under the learner's settings."""
        from studykit.scheduling.scheduler import Scheduler

        return Scheduler(self.settings)

    @property
    def standings(self) -> Mapping[str, Standing]:
        """The states of all cards that have one, by card."""
        return self._states.standings

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Lines of the log that cannot be read."""
        return self._states.problems

    def now(self) -> str:
        """The present instant."""
        return instant(self._clock())

    def today(self) -> str:
        """The learner's day."""
        return day_of(self._clock(), self.zone, self.settings.day_starts_at)

    def horizon(self) -> str:
        """The instant up to which cards in learning may be shown when nothing else is left."""
        return instant(self._clock() + timedelta(seconds=self.settings.learn_ahead))

    def state(self, card: str) -> CardState:
        """The state of a card; that of a new card where there is none."""
        standing = self.standings.get(card)
        return state_of(standing) if standing is not None else CardState(card)

    def records(self) -> list[Record]:
        """All records of the log."""
        return read_logs(self.folder.logs())[0]

    def preview(self, card: str) -> dict[Rating, CardState]:
        """The state that each rating would lead to now."""
        return self.scheduler.preview(self.state(card), self.now(), self.today())

    def keep_snapshot(self) -> None:
        """Write the snapshot where that saves the next opening some work."""
        if self._states.stale:
            save_snapshot(self.folder, self.settings_mark, self._states)


def _settings(folder: Folder) -> Settings:
    if not folder.config.exists():
        return Settings()
    from studykit.progress.config import load_config

    return load_config(folder.config)
