"""The decks a learner has opened on this machine, in `decks.yaml`.

format: studykit-decks/1
decks:
- "/home/li/notes/decks/tea.yaml"
"""

import re
from pathlib import Path

from studykit.files import write_atomically
from studykit.progress.folder import Folder, cannot_read, cannot_write
from studykit.progress.quoting import quoted, unquoted

FORMAT = "studykit-decks/1"
_LINE = r'- "((?:[^"\\]|\\.)+)"'


def deck_list(folder: Folder) -> list[Path]:
    """The decks in the order in which they were first opened; those that have gone too."""
    try:
        text = folder.decks.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError):
            raise cannot_read(folder.decks, error) from error
        return []
    found = [re.fullmatch(_LINE, line) for line in text.splitlines()]
    return [Path(unquoted(match[1])) for match in found if match]


def add_decks(folder: Folder, decks: list[Path]) -> None:
    """Remember decks that were opened; ProgressError where that cannot be written."""
    known = deck_list(folder)
    new = [path for path in dict.fromkeys(map(_absolute, decks)) if path not in known]
    if not new:
        return
    lines = [f"- {quoted(str(path))}\n" for path in (*known, *new)]
    try:
        write_atomically(folder.decks, f"format: {FORMAT}\ndecks:\n{''.join(lines)}")
    except OSError as error:
        raise cannot_write(folder.decks, error) from error


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()
