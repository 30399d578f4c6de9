"""The log on the disk: records are appended and are safe once `append` has returned."""

from pathlib import Path

from studykit.progress.appending import Appender
from studykit.progress.folder import Folder
from studykit.progress.lines import HEADER, decoded, line_of
from studykit.scheduling.model import Record


class LogWriter:
    """Appends records to the monthly logs of a folder; the caller holds the lock."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._appender = Appender(HEADER, folder.set_aside, is_whole)

    @property
    def notes(self) -> list[str]:
        """What was set aside, to be told to the learner."""
        return self._appender.notes

    def mend(self) -> None:
        """Make the newest log end with a whole line: it is the one a crash leaves torn.

        ProgressError where the disk refuses.
        """
        for path in self._folder.logs()[-1:]:
            self._appender.mend(path)

    def append(self, record: Record) -> None:
        """Write a record; it is on the disk when this returns.

        ProgressError where that fails: nothing of the record is in the log then.
        """
        self._appender.append(self._folder.log / f"{record.at[:7]}.yaml", line_of(record))

    def close(self) -> None:
        """Let go of the file; a later `append` opens it again."""
        self._appender.close()


def is_whole(path: Path) -> bool:
    """Whether the last line of a log, though without a line end, can be read."""
    from studykit.progress.read import read_log  # and YAML's nodes with it: seldom needed

    text = decoded(path.read_bytes())
    number = text.count("\n") + 1
    return all(problem.line < number for problem in read_log(text, str(path)).problems)
