"""Where the traceback of a bug goes."""

import os
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from studykit import __version__


def state_dir() -> Path:
    """The folder for logs of this user, by the custom of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "studykit" / "Logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "studykit"
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "studykit"


def write_bug_log(error: BaseException) -> Path:
    """Write the traceback, with versions and arguments, to a new file; gives its path.

    Where the user's folder cannot be written the file goes to the system's
    folder for temporary files.
    """
    now = datetime.now().astimezone()
    text = "\n".join(
        [
            f"studykit {__version__}, Python {sys.version}, {sys.platform}",
            f"{now.isoformat(timespec='seconds')}  {sys.argv!r}",
            "",
            *traceback.format_exception(error),
        ]
    )
    prefix = f"bug-{now:%Y%m%d-%H%M%S}-"
    try:
        state_dir().mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".log", prefix, state_dir())
    except (OSError, RuntimeError):
        handle, name = tempfile.mkstemp(".log", f"studykit-{prefix}")
    with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return Path(name)
