"""Reviewing with 10,000 cards and 100,000 reviews behind one: how soon, and at what cost."""

import gc
import os
import pty
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from studykit.cli.shelves import entries_of
from studykit.deck.shelf import open_shelf
from studykit.progress.deck_list import add_decks
from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from studykit.progress.session import Session, open_session
from studykit.progress.states import rebuild, save_snapshot
from studykit.scheduling.model import RATINGS, Grade, Record
from studykit.scheduling.queue import build_queue
from tests.benchmarks.learners import CARDS, make_deck, make_learner, records
from tests.benchmarks.paired import ROOT, compare, python, seconds, verdict

DUE, FIRST_CARD, REBUILD, GRADE = 9, 12, 2.5, 2
LOADED_MS, MEMORY_MB = 25, 150
# As much as a fifth of it is the noise of a shared machine.
STEADY = 1.2
PASS = ("-c", "pass")
# What every prompt of the large deck ends with.
PROMPT = "（第".encode()
ANSWERS = 10


@contextmanager
def learner() -> Iterator[tuple[Path, list[Record]]]:
    """A folder of progress with the large deck opened in it, and the records of its log."""
    with tempfile.TemporaryDirectory() as root:
        log = records()
        folder = Folder(Path(root) / "me")
        make_learner(folder, log)
        deck = make_deck(Path(root) / "large.yaml")
        add_decks(folder, [deck])
        open_shelf(folder.index, [deck])
        yield Path(root), log


def commands() -> Iterator[str]:
    """Whole commands, as multiples of starting Python."""
    with learner() as (root, _log):
        due = python("-m", "studykit", "due", "--json", "--progress", str(root))
        yield compare("due --json to python -c pass", due, python(*PASS), DUE, rounds=15)
        first = lambda: first_card(root)  # noqa: E731
        yield compare("first card to python -c pass", first, python(*PASS), FIRST_CARD, rounds=15)
        yield verdict("peak memory of a session", session_mb(root), MEMORY_MB, "MB")


def in_process() -> Iterator[str]:
    """What a session does, within one process."""
    with learner() as (root, log):
        folder = Folder(root / "me")
        loaded = best_ms(lambda: session_data(folder, root))
        yield verdict("session data loaded", loaded, LOADED_MS, "ms")
        yield f"PyYAML's C loader on the snapshot alone: {yaml_seconds(folder) * 1000:.0f} ms"
        yield rebuilding(folder, log)
        yield from grading(folder)
        yield steady(root, log, loaded)


def best_ms(do: Callable[[], object]) -> float:
    """The best of nine calls, in milliseconds; without looking for garbage, as the command."""
    gc.disable()
    try:
        do()
        return min(seconds(do) for _ in range(9)) * 1000
    finally:
        gc.enable()


def session_data(folder: Folder, root: Path) -> int:
    """All that a session has to know before its first card; gives how many cards it has."""
    opened = Learner(folder, lambda: datetime.now(UTC))
    shelf = open_shelf(folder.index, [root / "large.yaml"])
    shuffle = Random(0).shuffle
    day = opened.today()
    queue = build_queue(entries_of(shelf), opened.standings, opened.settings, day, shuffle)
    return len(queue.main)


def yaml_seconds(folder: Folder) -> float:
    """How long PyYAML takes to read the snapshot."""
    import yaml

    text = folder.snapshot.read_text(encoding="utf-8")
    return seconds(lambda: yaml.load(text, yaml.CSafeLoader))


def rebuilding(folder: Folder, log: list[Record]) -> str:
    """The snapshot made of the log, to py-fsrs given the same reviews."""
    import fsrs

    opened = Learner(folder, lambda: datetime.now(UTC))

    def ours() -> None:
        states = rebuild(folder.logs(), lambda: opened.scheduler)
        save_snapshot(folder, opened.settings_mark, states)

    theirs = fsrs.Scheduler(enable_fuzzing=False)
    numbers = {rating: fsrs.Rating(number) for number, rating in enumerate(RATINGS, 1)}
    grades = [
        (one.card, numbers[one.rating], datetime.fromisoformat(one.at).astimezone(UTC))
        for one in log
        if isinstance(one, Grade)
    ]

    def alone() -> None:
        cards: dict[str, fsrs.Card] = {}
        for card, rating, moment in grades:
            known = cards.get(card) or fsrs.Card(0)
            cards[card], _log = theirs.review_card(known, rating, moment)

    what = "snapshot made of the log to py-fsrs alone"
    return compare(what, ours, alone, REBUILD, rounds=5)


def grading(folder: Folder) -> Iterator[str]:
    """A grade on the disk, to the same line written and synced without more ado."""
    with open_session(folder, lambda: datetime.now(UTC)) as session:
        bare = (folder.path / "bare.yaml").open("ab", buffering=0)
        line = b"-" * 130 + b"\n"

        def write() -> None:
            os.write(bare.fileno(), line)
            os.fsync(bare.fileno())

        what = "a grade on the disk to a bare write and fsync"
        yield compare(what, grader(session), write, GRADE, rounds=301)
        bare.close()


def grader(session: Session) -> Callable[[], object]:
    """Grades one card after another."""
    cards = iter(f"k{number:07}" for number in range(CARDS))
    return lambda: session.grade(next(cards), "good", 4000)


def steady(root: Path, log: list[Record], loaded_ms: float) -> str:
    """Opening with the whole log, to opening with a fifth of it."""
    short = Folder(root / "short")
    make_learner(short, log[: len(log) // 5])
    open_shelf(short.index, [root / "large.yaml"])
    fifth = best_ms(lambda: session_data(short, root))
    return verdict("opening with 100,000 reviews to 20,000", loaded_ms / fifth, STEADY)


def first_card(root: Path) -> None:
    """Start a session on a terminal of its own and wait for the first card; then end it."""
    process, main = on_terminal(root)
    seen = b""
    while PROMPT not in seen:
        seen += os.read(main, 65536)
    process.kill()
    process.wait()
    os.close(main)


def on_terminal(root: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A session in a process of its own, and our end of its terminal."""
    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "studykit", "review", "--progress", str(root)],
        stdin=side,
        stdout=side,
        stderr=side,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"},
        start_new_session=True,
    )
    os.close(side)
    return process, main


def session_mb(root: Path) -> float:
    """Peak memory of a session of ten answers, in MB; Linux alone tells it of another process."""
    process, main = on_terminal(root)
    answered, seen = 0, b""
    while answered < ANSWERS:
        seen += os.read(main, 65536)
        if PROMPT in seen:
            os.write(main, b" 3")
            answered, seen = answered + 1, b""
    while PROMPT not in seen:
        seen += os.read(main, 65536)
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    process.kill()
    process.wait()
    os.close(main)
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
