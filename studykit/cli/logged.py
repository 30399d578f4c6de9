"""What libraries log while the whole screen is in use."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from studykit.cli.buglog import log_folder


@contextmanager
def logged_aside(name: str) -> Iterator[Path]:
    """Have what libraries log go to a file of this name, and not onto the screen.

    There is no file where they log nothing. Gives its path.
    """
    path = log_folder() / f"{name}-{datetime.now():%Y%m%d-%H%M%S-%f}.log"
    handler = _Aside(path)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        handler.close()


class _Aside(logging.FileHandler):
    """Makes its file with the first record; where the disk refuses, there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")
        self.setLevel(logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            super().emit(record)
        except OSError:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say nothing: others have the screen."""
