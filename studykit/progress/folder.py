"""Where a learner's progress lies, and which files are in it.

LEARNER/
  log/2026-11.yaml   the truth: one line a record, a file a month; only ever appended to
  config.yaml        settings, where the learner has any
  snapshot.yaml      the state of every card: a cache of the log
  decks.yaml         the decks the learner has opened on this machine
  index.yaml         where each card stands in those decks: a cache
  set-aside/         what could not be read, kept
  lock               held by the session that is running
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from studykit.errors import ProgressError
from studykit.files import sync_folder
from studykit.messages import _

DEFAULT_LEARNER = "me"
# A learner's name is a folder's: no path, nothing hidden, nothing that a file system refuses.
_NAME = re.compile(r"[^\W_][\w .-]{0,63}")
_LOG_NAME = re.compile(r"[^.].*\.yaml")

# What is of one machine only stays out of git; the logs of two machines join as a union.
_GITIGNORE = "snapshot.yaml\ndecks.yaml\nindex.yaml\nlock\n.*.tmp\n"
_GITATTRIBUTES = "log/*.yaml merge=union\n"


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one learner."""

    path: Path

    @property
    def log(self) -> Path:
        """The folder of monthly logs."""
        return self.path / "log"

    @property
    def config(self) -> Path:
        """The learner's settings."""
        return self.path / "config.yaml"

    @property
    def snapshot(self) -> Path:
        """The cache of states."""
        return self.path / "snapshot.yaml"

    @property
    def decks(self) -> Path:
        """The list of the learner's decks."""
        return self.path / "decks.yaml"

    @property
    def index(self) -> Path:
        """The cache of where cards stand in their decks."""
        return self.path / "index.yaml"

    @property
    def set_aside(self) -> Path:
        """What could not be read."""
        return self.path / "set-aside"

    @property
    def lock(self) -> Path:
        """The file that a running session holds locked."""
        return self.path / "lock"

    @property
    def name(self) -> str:
        """The learner's name."""
        return self.path.name

    def logs(self) -> list[Path]:
        """The monthly logs that are there, the oldest first; ProgressError if that is unknown."""
        try:
            names = sorted(os.listdir(self.log))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise cannot_read(self.log, error) from error
        # An editor at work leaves hidden files beside, links to nothing among them.
        return [self.log / name for name in names if _LOG_NAME.fullmatch(name)]

    def create(self) -> None:
        """Make the folder, fit for git; ProgressError where that cannot be."""
        try:
            missing = [path for path in (self.log, *self.log.parents) if not path.exists()]
            self.log.mkdir(parents=True, exist_ok=True)
            for path in missing:
                sync_folder(path.parent)
            for name, text in ((".gitignore", _GITIGNORE), (".gitattributes", _GITATTRIBUTES)):
                file = self.path / name
                if not file.exists():
                    file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise cannot_write(self.path, error) from error


def cannot_write(path: Path, error: OSError) -> ProgressError:
    """The error for what cannot be written; nothing was recorded then."""
    message = _("{path}: cannot be written: {why}; nothing was recorded")
    return ProgressError(message.format(path=path, why=error.strerror or error))


def cannot_read(path: Path, error: OSError) -> ProgressError:
    """The error for what cannot be read."""
    message = _("{path}: cannot be read: {why}")
    return ProgressError(message.format(path=path, why=error.strerror or error))


def progress_root(chosen: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder of all learners: the chosen, else STUDYKIT_PROGRESS, else in the user's data."""
    named = chosen or environ.get("STUDYKIT_PROGRESS")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("studykit", appauthor=False) / "progress"


def is_learner_name(name: str) -> bool:
    """Whether a learner can be called that: their folder is."""
    return _NAME.fullmatch(name) is not None and not name.endswith((" ", "."))


def learner_folder(root: Path, name: str) -> Folder:
    """The folder of a learner, there or not; ProgressError where the name cannot be a folder's."""
    if not is_learner_name(name):
        message = _("a learner cannot be called {name}; use letters, digits, - and .")
        raise ProgressError(message.format(name=name))
    return Folder(root / name)


def learners(root: Path) -> list[str]:
    """The names of the learners who have a log: a cache alone is nobody's progress."""
    try:
        with os.scandir(root) as found:
            named = [one for one in found if _NAME.fullmatch(one.name)]
            names = [one.name for one in named if os.path.isdir(os.path.join(one.path, "log"))]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot_read(root, error) from error
    return sorted(names)
