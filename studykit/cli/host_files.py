"""The files of live classrooms, beside those of the learners."""

from pathlib import Path

from studykit.classroom.record import Kept, read_session
from studykit.errors import ProgressError, StudykitError
from studykit.journal.journal import journals
from studykit.messages import _

# Older sessions that were left are history.
_LATEST = 20


def classrooms(root: Path) -> Path:
    """The folder of live sessions."""
    return root / "classroom"


def left_sessions(root: Path) -> list[tuple[Path, Kept]]:
    """The latest sessions that were joined and have not come to their end, the youngest first."""
    found = []
    for path in journals(classrooms(root))[: -_LATEST - 1 : -1]:
        try:
            kept = read_session(path)
        except ProgressError:
            continue  # of a newer studykit, or spoilt: whoever names it is told so
        if kept.events and not any(event.name == "ended" for event in kept.events):
            found.append((path, kept))
    return found


def left_session(root: Path) -> Path | None:
    """The session to go on with; where several were left, the teacher is asked, and may leave.

    StudykitError where there is none.
    """
    found = left_sessions(root)
    if not found:
        message = _("{path}: no session waits to be gone on with")
        raise StudykitError(message.format(path=classrooms(root)))
    if len(found) == 1:
        return found[0][0]
    from studykit.terminal.classroom.offer import ask_which

    return ask_which(found)
