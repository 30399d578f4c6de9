"""A learner at work, for tests: a folder, a clock that goes on by itself, ids without chance."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from studykit.progress.folder import Folder
from studykit.progress.session import Session, open_session
from studykit.scheduling.model import RATINGS, Rating

START = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
SETTINGS = "timezone: UTC\n"


class Clock:
    """A clock that moves on by some seconds each time it is read."""

    def __init__(self, now: datetime = START, step: float = 7) -> None:
        self.now, self.step = now, timedelta(seconds=step)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now

    def days(self, count: float) -> None:
        """Move on, or back, by so many days."""
        self.now += timedelta(days=count)


def folder_at(path: Path) -> Folder:
    """An empty folder of a learner who lives in UTC."""
    folder = Folder(path)
    folder.create()
    folder.config.write_text(SETTINGS, encoding="utf-8")
    return folder


@contextmanager
def at_work(folder: Folder, clock: Clock) -> Iterator[Session]:
    """A session of the learner."""
    with open_session(folder, clock) as session:
        yield session


def study(folder: Folder, clock: Clock, count: int = 20, cards: int = 6) -> list[str]:
    """Grade some cards in turn, with every rating; gives the ids of the records."""
    with at_work(folder, clock) as session:
        for number in range(count):
            rating: Rating = RATINGS[number * 7 % 4]
            session.grade(f"card{number % cards}", rating, 1000 + number)
        return [record.id for record in session.records()]


def log_text(folder: Folder) -> str:
    """All logs, one after another."""
    return "".join(path.read_text(encoding="utf-8") for path in folder.logs())


def cards_section(folder: Folder) -> bytes:
    """The states in the snapshot, byte for byte."""
    data = folder.snapshot.read_bytes()
    return data[data.index(b"\ncards:") : data.rindex(b"check:")]
