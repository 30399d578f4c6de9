"""Progress made whole: what cannot be read is moved aside, the snapshot is made anew.

Nothing is thrown away: unreadable lines go to files of their own in the folder
of what was set aside, with the file and the line they came from.
"""

from contextlib import suppress
from pathlib import Path

from studykit.deck.nodes import is_list, parse_nodes
from studykit.errors import Problem
from studykit.files import write_atomically
from studykit.messages import _
from studykit.progress.appending import keep_aside, mend_end
from studykit.progress.folder import Folder, cannot_write
from studykit.progress.lines import decoded
from studykit.progress.log import is_whole
from studykit.progress.read import read_log


def repair(folder: Folder) -> list[str]:
    """Mend every log of a folder; gives a line for each thing that was done.

    The caller holds the lock. ProgressError where the disk refuses; a log is
    then either as it was or mended.
    """
    done: list[str] = []
    for path in folder.logs():
        try:
            done += mend_end(path, folder.set_aside, is_whole)
            done += _move_unreadable(path, folder.set_aside)
        except OSError as error:
            raise cannot_write(path, error) from error
    with suppress(FileNotFoundError):
        folder.snapshot.unlink()
    return done


def _move_unreadable(path: Path, set_aside: Path) -> list[str]:
    text = decoded(path.read_bytes())
    moved: list[str] = []
    lines = [(number, f"{line}\n") for number, line in enumerate(text.split("\n")[:-1], 1)]
    while problems := read_log("".join(line for _n, line in lines), str(path)).problems:
        gone = _lines_of(problems, "".join(line for _n, line in lines))
        moved += [f"{path}:{n}: {line}" for at, (n, line) in enumerate(lines) if at in gone]
        lines = [one for at, one in enumerate(lines) if at not in gone]
    if not moved:
        return []
    kept = keep_aside(set_aside, path.stem, "".join(moved).encode("utf-8", "surrogateescape"))
    rest = "".join(line for _n, line in lines)
    write_atomically(path, rest.encode("utf-8", "surrogateescape"))
    message = _("{path}: {n} lines that could not be read were set aside in {kept}")
    return [message.format(path=path, n=len(moved), kept=kept)]


def _lines_of(problems: tuple[Problem, ...], text: str) -> set[int]:
    """The lines (from 0) that the unreadable records take up; at least one."""
    starts = sorted(_item_lines(text))
    gone: set[int] = set()
    for problem in problems:
        first = problem.line - 1
        after = next((start for start in starts if start > first), text.count("\n"))
        gone.update(range(first, after if first in starts else first + 1))
    return gone


def _item_lines(text: str) -> list[int]:
    """The lines (from 0) that the items begin on, where the text as a whole is YAML."""
    root = parse_nodes(text, "")
    if root is None or isinstance(root, Problem) or not is_list(root):
        return []
    return [item.line - 1 for item in root.value]
