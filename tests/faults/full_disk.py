"""A disk that takes only so many bytes of a record and then refuses."""

import os
import resource
import signal
import sys
import traceback

from studykit.errors import ProgressError
from studykit.progress.folder import Folder
from studykit.progress.session import open_session
from tests.faults.damaged import study
from tests.faults.killed import now


def full_disks(folder: Folder) -> tuple[int, int]:
    """Let the disk be full after each byte of a record: how many, how many went wrong.

    Right is: an error in one line, the log as it was, and a second try that
    succeeds when there is room again.
    """
    study(folder, 2)
    (path,) = folder.logs()
    line = len(path.read_bytes().splitlines(keepends=True)[-1])
    return line, sum(not _child(folder, room) for room in range(line))


def _child(folder: Folder, room: int) -> bool:
    """Try in a process of its own, which no limit of this one binds."""
    pid = os.fork()
    if pid == 0:  # pragma: no cover - it never comes back
        try:
            os._exit(0 if _refused(folder, room) else 1)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def _refused(folder: Folder, room: int) -> bool:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    (path,) = folder.logs()
    before = path.read_bytes()
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    said = ""
    with open_session(folder, now) as session:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + room, hard))
        try:
            session.grade("refused", "good", 900)
        except ProgressError as error:
            said = str(error)
        as_it_was = path.read_bytes() == before and "refused" not in session.standings
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        session.grade(f"again{room}", "good", 900)
    written = f'"again{room}"'.encode() in path.read_bytes()
    return as_it_was and written and str(path) in said and "\n" not in said
