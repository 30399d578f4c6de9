"""The states of a learner's cards: from the snapshot and what the log holds beyond it.

What a snapshot covers is believed where the file is as it was (size and time of
change), or where its first bytes have the same checksum; then only the rest is
read. So opening does not take longer as the log grows. Where that does not
hold (a merge, an edit, other settings), or where what is new need not be newer
than all the snapshot covers, the states are made of the whole log.
"""

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.errors import Problem
from studykit.files import write_atomically
from studykit.progress.folder import Folder, cannot_read
from studykit.progress.record_ids import is_minted
from studykit.progress.snapshot import (
    Covered,
    Snapshot,
    Standing,
    checksum,
    dump_snapshot,
    parse_snapshot,
    state_of,
)
from studykit.scheduling.model import CardState, Grade, Mark, Record, Undo

if TYPE_CHECKING:
    from studykit.progress.read import LogText
    from studykit.scheduling.scheduler import Scheduler

# So many records beyond the snapshot, and it is worth writing anew: reading as many takes
# about as long as the rest of opening.
STALE_AFTER = 200
# A file that was changed so shortly before the snapshot may have been changed again in the
# same tick of the clock; two seconds is the tick of FAT, the coarsest there is.
_TICK_NS = 2 * 10**9

MakeScheduler = Callable[[], "Scheduler"]
"""Gives the scheduler when it is needed: importing FSRS takes longer than opening."""


@dataclass(slots=True)
class States:
    """Where a learner's cards stand.

    `problems` are lines of the log that cannot be read; `covered` says which
    bytes of the log went in, `newest` is the latest id among them; `stale` says
    that the snapshot is worth writing anew.
    """

    standings: dict[str, Standing]
    problems: tuple[Problem, ...]
    covered: tuple[Covered, ...]
    newest: str
    stale: bool


@dataclass(frozen=True, slots=True)
class _File:
    """A log file: what went into the snapshot before `start`, and the bytes from there on."""

    path: Path
    now: Covered
    tail: bytes
    lines_before: int = 0


class _RebuildError(Exception):
    """The snapshot and what is new do not lead to the states."""


def open_states(folder: Folder, settings_mark: str, scheduler: MakeScheduler) -> States:
    """The states of a learner; `settings_mark` tells settings apart that make other states.

    ProgressError where a log cannot be read or is of a newer format.
    """
    snapshot, written_ns = _load(folder.snapshot)
    paths = folder.logs()
    if snapshot is not None and snapshot.settings == settings_mark:
        try:
            return _forward(snapshot, written_ns, paths, scheduler)
        except _RebuildError:
            pass
    return rebuild(paths, scheduler)


def rebuild(paths: list[Path], scheduler: MakeScheduler) -> States:
    """The states made of whole logs."""
    records, problems, covered = read_logs(paths)
    standings: dict[str, Standing] = {}
    if records:
        from studykit.scheduling.fold import fold

        standings.update(fold(records, scheduler()))
    newest = _newest(records)
    return States(standings, problems, covered, newest, stale=bool(records or problems))


def read_logs(
    paths: list[Path],
) -> tuple[list[Record], tuple[Problem, ...], tuple[Covered, ...]]:
    """All records of some logs, what cannot be read, and what was read of each file."""
    records: list[Record] = []
    problems: list[Problem] = []
    covered: list[Covered] = []
    for path in paths:
        file = _read(path)
        read = _log_text(file)
        records += read.records
        problems += read.problems
        # A text whose lines do not stand by themselves is never only read on from its end.
        covered.append(file.now._replace(crc="") if read.way == "whole" else file.now)
    return records, tuple(problems), tuple(covered)


def save_snapshot(folder: Folder, settings_mark: str, states: States) -> None:
    """Write the snapshot; a cache, so where that fails nothing is lost and nothing is said."""
    snapshot = Snapshot(
        settings_mark, states.covered, states.standings, states.problems, states.newest
    )
    try:
        write_atomically(folder.snapshot, dump_snapshot(snapshot))
    except OSError:
        return
    states.stale = False


def _load(path: Path) -> tuple[Snapshot | None, int]:
    """The snapshot, if it is in order, and when it was written."""
    try:
        with path.open("rb") as file:
            return parse_snapshot(file.read()), os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return None, 0


def _forward(
    snapshot: Snapshot, written_ns: int, paths: list[Path], scheduler: MakeScheduler
) -> States:
    """The states of a snapshot, moved on by what the logs hold beyond it."""
    covered = {one.file: one for one in snapshot.logs}
    if covered.keys() - {path.name for path in paths}:
        raise _RebuildError
    files = [_read(path, covered.get(path.name), written_ns - _TICK_NS) for path in paths]
    standings = dict(snapshot.standings)
    problems = list(snapshot.problems)
    records: list[Record] = []
    for file in files:
        if file.tail:
            read = _log_text(file)
            if read.way != "lines":
                raise _RebuildError
            records += read.records
            problems += read.problems
    if records:
        if not _all_newer(records, snapshot.newest):
            raise _RebuildError
        _apply(standings, records, scheduler())
    stale = len(records) > STALE_AFTER or len(problems) > len(snapshot.problems)
    covered_now = tuple(file.now for file in files)
    newest = _newest(records, snapshot.newest)
    return States(standings, tuple(problems), covered_now, newest, stale)


def _newest(records: list[Record], known: str = "") -> str:
    return max((one.id for one in records if is_minted(one.id)), default=known)


def _all_newer(records: list[Record], newest: str) -> bool:
    """Whether none of these can be a record that went into the snapshot, doubled or changed."""
    return all(is_minted(one.id) and one.id > newest for one in records)


def _apply(standings: dict[str, Standing], records: list[Record], scheduler: "Scheduler") -> None:
    """Move the standings on; only where each record is later than all of its card's before."""
    from studykit.scheduling.fold import after, in_force

    ids = {record.id for record in records}
    if any(isinstance(one, Undo) and one.undone not in ids for one in records):
        raise _RebuildError
    by_card: defaultdict[str, list[Grade | Mark]] = defaultdict(list)
    for record in in_force(records):
        by_card[record.card].append(record)
    for card, own in by_card.items():
        known = standings.get(card)
        state = state_of(known) if known else CardState(card)
        # A practice grade leaves no trace in a state, and may come twice: it changes nothing.
        if own[0].at <= state.touched and not _all_practice(own):
            raise _RebuildError
        moved = after(state, own, scheduler)
        if moved.touched:
            standings[card] = moved


def _log_text(file: _File) -> "LogText":
    # Where the snapshot covers everything there is no text to read, nor a pattern to compile.
    from studykit.progress.lines import decoded
    from studykit.progress.read import read_log

    return read_log(decoded(file.tail), str(file.path), file.lines_before + 1)


def _all_practice(records: list[Grade | Mark]) -> bool:
    return all(isinstance(record, Grade) and record.practice for record in records)


def _read(path: Path, known: Covered | None = None, settled_ns: int = 0) -> _File:
    """A log file beyond what is known of it; `_RebuildError` where that is no longer so.

    A time of change is believed only where it is before `settled_ns`.
    """
    try:
        if known and known.mtime_ns < settled_ns:
            status = os.stat(path)
            if (status.st_size, status.st_mtime_ns) == (known.size, known.mtime_ns):
                return _File(path, known, b"")
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = file.read(status.st_size)
    except OSError as error:
        raise cannot_read(path, error) from error
    now = Covered(path.name, len(data), status.st_mtime_ns, checksum(data))
    if known is None:
        return _File(path, now, data)
    before, tail = data[: known.size], data[known.size :]
    # A torn line at the end is no beginning of what comes after it.
    if checksum(before) != known.crc or (tail and not before.endswith(b"\n")):
        raise _RebuildError
    return _File(path, now, tail, before.count(b"\n"))
