"""Progress held against itself: can every line be read, does the snapshot say what the log says."""

from dataclasses import dataclass

from studykit.errors import Problem
from studykit.messages import _
from studykit.progress.appending import torn_end
from studykit.progress.folder import Folder
from studykit.progress.snapshot import parse_snapshot, state_of
from studykit.progress.states import MakeScheduler, read_logs
from studykit.scheduling.fold import fold, in_force
from studykit.scheduling.model import Grade, Record


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and every problem found."""

    files: int
    records: int
    reviews: int
    cards: int
    problems: tuple[Problem, ...]


def verify(folder: Folder, settings_mark: str, scheduler: MakeScheduler, now: str) -> Verified:
    """Read everything anew and compare; `now` is the present instant.

    ProgressError where a file cannot be read at all or is of a newer format.
    """
    paths = folder.logs()
    records, unreadable, _covered = read_logs(paths)
    states = fold(records, scheduler()) if records else {}
    problems = [
        *unreadable,
        *_conflicts(folder, records),
        *_future(folder, records, now),
        *_snapshot_problems(folder, settings_mark, states),
    ]
    problems += [
        Problem(str(path), path.read_bytes().count(b"\n") + 1, _("the last line was cut off"))
        for path in paths
        if torn_end(path)
    ]
    counted = [one for one in in_force(records) if isinstance(one, Grade)]
    return Verified(len(paths), len(records), len(counted), len(states), _once_a_line(problems))


def _once_a_line(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems in order; of a line that has several the first."""
    found: dict[tuple[str, int], Problem] = {}
    for problem in problems:
        found.setdefault((problem.path, problem.line), problem)
    return tuple(sorted(found.values()))


def _conflicts(folder: Folder, records: list[Record]) -> list[Problem]:
    """Two records of one id that say different things: a person changed one copy."""
    first: dict[str, Record] = {}
    found = {record.id for record in records if first.setdefault(record.id, record) != record}
    message = _("two records have the id {id} and differ; delete one of the lines")
    return [Problem(str(folder.log), 0, message.format(id=id_)) for id_ in sorted(found)]


def _future(folder: Folder, records: list[Record], now: str) -> list[Problem]:
    late = [record for record in records if record.at > now]
    if not late:
        return []
    message = _("{n} records lie in the future, up to {at}: was a clock wrong?")
    last = max(record.at for record in late)
    return [Problem(str(folder.log), 0, message.format(n=len(late), at=last))]


def _snapshot_problems(folder: Folder, settings_mark: str, states: object) -> list[Problem]:
    try:
        data = folder.snapshot.read_bytes()
    except OSError:
        return []
    path = str(folder.snapshot)
    snapshot = parse_snapshot(data)
    if snapshot is None:
        return [Problem(path, 1, _("is damaged; it is made anew when next opened"))]
    if snapshot.settings != settings_mark:
        return []
    current = {path.name: path.stat().st_size for path in folder.logs()}
    if current != {one.file: one.size for one in snapshot.logs}:
        return []
    if {card: state_of(one) for card, one in snapshot.standings.items()} != states:
        return [Problem(path, 1, _("does not say what the log says; repair makes it anew"))]
    return []
