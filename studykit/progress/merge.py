"""Two copies of a learner's progress joined: the union of their records."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from studykit.errors import Problem
from studykit.files import write_atomically
from studykit.progress.folder import Folder, cannot_read, cannot_write
from studykit.progress.lines import HEADER, line_of
from studykit.progress.states import read_logs
from studykit.scheduling.fold import distinct
from studykit.scheduling.model import Record


@dataclass(frozen=True, slots=True)
class Merged:
    """How many records came over, how many were here already; what could not be read there."""

    added: int
    known: int
    problems: tuple[Problem, ...]


def merge_from(folder: Folder, other: Folder) -> Merged:
    """Add what another copy holds and this one does not; the other is only read.

    Done again it adds nothing; broken off it can be done again. The caller
    holds the lock. ProgressError where a log cannot be read or written.
    """
    here, _problems, _covered = read_logs(folder.logs())
    there, problems, _covered = read_logs(other.logs())
    known = {(record.id, record) for record in here}
    new = [one for one in distinct(there).values() if (one.id, one) not in known]
    add_records(folder, new)
    return Merged(len(new), len(there) - len(new), problems)


def add_records(folder: Folder, records: Iterable[Record]) -> None:
    """Add records, of whatever time, to a log; the caller holds the lock.

    Each month's log is written whole or not at all; ProgressError where that fails.
    """
    by_month: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_month[record.at[:7]].append(record)
    for month, own in sorted(by_month.items()):
        _append(folder, month, own)


def _append(folder: Folder, month: str, records: list[Record]) -> None:
    path = folder.log / f"{month}.yaml"
    try:
        old = path.read_bytes() or HEADER.encode()
    except FileNotFoundError:
        old = HEADER.encode()
    except OSError as error:
        raise cannot_read(path, error) from error
    lines = "".join(line_of(one) for one in sorted(records, key=lambda one: (one.at, one.id)))
    gap = b"" if old.endswith(b"\n") else b"\n"
    try:
        write_atomically(path, old + gap + lines.encode("utf-8"))
    except OSError as error:
        raise cannot_write(path, error) from error
