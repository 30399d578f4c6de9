"""A session that is killed at a random moment, and what is found afterwards."""

import os
import select
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from studykit.progress.session import open_session
from studykit.scheduling.fold import fold
from studykit.scheduling.model import RATINGS, Grade, Undo

# So many grades to a session, so that opening and closing are hit as well.
_MOST_GRADES = 6


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Found:
    """What was found after kills; all but the first three should be 0."""

    kills: int = 0
    acknowledged: int = 0
    torn: int = 0
    lost: int = 0
    wrong_states: int = 0
    unreadable: int = 0

    @property
    def fine(self) -> bool:
        return not (self.lost or self.wrong_states or self.unreadable)


class Killing:
    """Kills sessions of one learner again and again, and remembers what each acknowledged."""

    def __init__(self, folder: Folder, rng: Random) -> None:
        self.folder, self.rng = folder, rng
        self.found = Found()
        self._acknowledged: set[str] = set()

    def kill_one(self, longest: float) -> None:
        """Kill a session after at most so many seconds, then look at what it left."""
        name = f"run{self.found.kills}"
        said = _killed(self.folder, name, self.rng.random() * longest, self.rng.random())
        self.found.kills += 1
        self.found.acknowledged += len(said)
        self._acknowledged |= said
        self._look()

    def _look(self) -> None:
        torn = any(not path.read_bytes().endswith(b"\n") for path in self.folder.logs())
        self.found.torn += torn
        with open_session(self.folder, now) as session:
            records = session.records()
            states = {card: session.state(card) for card in session.standings}
            self.found.unreadable += len(session.problems)
        expected = fold(records, session.scheduler)
        reader = Learner(self.folder, now)
        again = {card: reader.state(card) for card in reader.standings}
        self.found.wrong_states += states != expected or again != expected
        told = {record.card for record in records if isinstance(record, Grade)}
        undone = {record.undone for record in records if isinstance(record, Undo)}
        told |= {f"undone {id_}" for id_ in undone}
        self.found.lost += len(self._acknowledged - told)


def _killed(folder: Folder, name: str, after: float, seed: float) -> set[str]:
    """Run a session, kill it so many seconds later; gives what it had acknowledged."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:  # pragma: no cover - it never comes back
        os.close(reading)
        with suppress(BaseException):
            _work(folder, name, writing, Random(seed))
        os._exit(1)
    os.close(writing)
    said = b""
    try:
        end = time.monotonic() + after
        while (left := end - time.monotonic()) > 0:
            if select.select([reading], [], [], left)[0]:
                said += os.read(reading, 65536)
        os.kill(pid, signal.SIGKILL)
        _pid, status = os.waitpid(pid, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            raise RuntimeError("the session ended by itself")
        while more := os.read(reading, 65536):
            said += more
    finally:
        os.close(reading)
    return set(said.decode().splitlines())


def _work(folder: Folder, name: str, out: int, rng: Random) -> None:
    """Grade without end, a new card each time, and say each when it is acknowledged."""
    number = 0
    while True:
        with open_session(folder, now) as session:
            for _ in range(rng.randint(1, _MOST_GRADES)):
                number += 1
                session.grade(f"{name}-{number}", rng.choice(RATINGS), 900)
                os.write(out, f"{name}-{number}\n".encode())
            if rng.random() < 0.2:
                undone = session.undo()
                assert undone is not None
                os.write(out, f"undone {undone.record.id}\n".encode())
