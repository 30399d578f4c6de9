"""The quizzes that are kept of a learner, one journal each."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studykit.errors import StudykitError
from studykit.journal.journal import journals
from studykit.journal.read import read_journal
from studykit.quiz.codec import FORM, decode_quiz
from studykit.quiz.quiz import Quiz

if TYPE_CHECKING:
    from studykit.progress.folder import Folder

# Older quizzes that were left half-way are history.
_LATEST = 20


class Kept(NamedTuple):
    """A quiz on the disk, and what of its journal cannot be read, a line each."""

    path: Path
    quiz: Quiz
    problems: tuple[str, ...]


def quizzes_of(folder: "Folder") -> Path:
    """The folder of a learner's quizzes."""
    return folder.path / "quizzes"


def kept_quizzes(folder: "Folder", problems: list[str]) -> list[Kept]:
    """A learner's quizzes, the oldest first; a line in `problems` for one that cannot be read."""
    return [*_read(journals(quizzes_of(folder)), problems)]


def unfinished(folder: "Folder") -> Iterator[Kept]:
    """The latest quizzes that are not over, the latest first; those that cannot be read are not."""
    latest = journals(quizzes_of(folder))[: -_LATEST - 1 : -1]
    return (kept for kept in _read(latest, []) if not kept.quiz.ended)


def _read(paths: list[Path], problems: list[str]) -> Iterator[Kept]:
    for path in paths:
        try:
            found = read_journal(path, FORM)
            quiz, unread = decode_quiz(found.events)
        except StudykitError as error:
            said = str(error)
            problems.append(said if str(path) in said else f"{path}: {said}")
            continue
        lines = (*map(str, found.problems), *(f"{path}: {line}" for line in unread))
        yield Kept(path, quiz, lines)
