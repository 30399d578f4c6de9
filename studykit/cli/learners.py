"""Whose progress a command works on, and the clock that it goes by."""

from pathlib import Path
from typing import TYPE_CHECKING

from studykit.messages import _

if TYPE_CHECKING:
    from datetime import datetime

    from studykit.progress.folder import Folder


def learner_folder_of(progress: Path | None, learner: str) -> "Folder":
    """The folder of the learner that `--progress` and `--learner` name, there or not."""
    import os

    from studykit.progress.folder import DEFAULT_LEARNER, learner_folder, progress_root

    name = learner or os.environ.get("STUDYKIT_LEARNER") or DEFAULT_LEARNER
    return learner_folder(progress_root(progress, os.environ), name)


def existing_learner(progress: Path | None, learner: str) -> "Folder":
    """The learner's folder; ProgressError, naming those there are, where it is not there."""
    from studykit.errors import ProgressError
    from studykit.progress.folder import learners

    folder = learner_folder_of(progress, learner)
    if folder.log.is_dir():
        return folder
    others = ", ".join(learners(folder.path.parent)) or "–"
    message = _("{path}: there is no progress of {name} (learners here: {others})")
    raise ProgressError(message.format(path=folder.path, name=folder.name, others=others))


def clock() -> "datetime":
    """The present moment."""
    from datetime import UTC, datetime

    return datetime.now(UTC)
