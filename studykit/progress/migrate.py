"""Logs of an older format made current, the old file kept.

Format 0 is a log without the line that names its format: one written by hand.
Format 1 begins with that line.
"""

import re
from collections.abc import Callable, Mapping

from studykit.files import write_atomically
from studykit.messages import _
from studykit.progress.appending import keep_aside
from studykit.progress.folder import Folder, cannot_write
from studykit.progress.lines import FORMAT, HEADER, VERSION, decoded

Step = Callable[[str], str]


def _name_the_format(text: str) -> str:
    return HEADER + text


STEPS: Mapping[int, Step] = {0: _name_the_format}
"""What makes a log of one format one of the next."""

# The format stands in the first line; a byte order mark and a comment may come before.
_BEGINNING = 400
_FORMAT = rf"{FORMAT}(\d{{1,6}})\b"


def version_of(text: str) -> int:
    """The format of a log by its first lines; 0 where it names none."""
    match = re.search(_FORMAT, text[:_BEGINNING])
    return int(match[1]) if match else 0


def migrate_logs(
    folder: Folder, steps: Mapping[int, Step] = STEPS, current: int = VERSION
) -> list[str]:
    """Bring every log up to the current format; gives a line for the learner for each.

    The file as it was goes to the folder of what was set aside. A log of a
    newer format is left alone: reading it is refused. ProgressError where the
    disk refuses; the log is then as it was.
    """
    notes = []
    for path in folder.logs():
        with path.open("rb") as file:
            head = file.read(_BEGINNING)
        version = version_of(decoded(head))
        # A crash while the first line was written: it is set aside before the next.
        torn = len(head) < _BEGINNING and b"\n" not in head
        if version >= current or torn or not head.strip():
            continue
        try:
            old = path.read_bytes()
            kept = keep_aside(folder.set_aside, f"{path.stem}-format-{version}", old)
            text = decoded(old)
            for step in range(version, current):
                text = steps[step](text)
            write_atomically(path, text.encode("utf-8", "surrogateescape"))
        except OSError as error:
            raise cannot_write(path, error) from error
        message = _("{path}: brought from format {old} to {new}; as it was: {kept}")
        notes.append(message.format(path=path, old=version, new=current, kept=kept))
    return notes
