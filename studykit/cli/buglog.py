"""Where the traceback of a bug goes."""

import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from studykit import __version__


def log_folder() -> Path:
    """The folder for logs of this user, by the custom of the system."""
    from platformdirs import user_log_path

    return user_log_path("studykit", appauthor=False)


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
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".log", prefix, folder)
    except (OSError, RuntimeError):
        handle, name = tempfile.mkstemp(".log", f"studykit-{prefix}")
    with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return Path(name)
