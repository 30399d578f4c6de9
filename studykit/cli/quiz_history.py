"""What is told of past quizzes."""

import os
from typing import TYPE_CHECKING

from studykit.cli.boundary import complain
from studykit.cli.quiz_files import kept_quizzes

if TYPE_CHECKING:
    from studykit.progress.folder import Folder


def tell_history(folder: "Folder", decks: list[str] | None, *, json: bool) -> None:
    """Print a learner's quizzes, or those that asked cards of these decks."""
    problems: list[str] = []
    kept = kept_quizzes(folder, problems)
    for problem in (*problems, *(line for one in kept for line in one.problems)):
        complain(problem)
    if decks:
        wanted = {os.path.abspath(deck) for deck in decks}
        kept = [one for one in kept if wanted & {*one.quiz.start.decks}]
    # What was only looked at is no quiz that was held.
    kept = [one for one in kept if one.quiz.done or one.quiz.ended]
    if json:
        from json import dumps

        from studykit.quiz.report import report_of

        rows = [{"file": str(one.path), **report_of(one.quiz)} for one in kept]
        print(dumps({"learner": folder.name, "quizzes": rows}, ensure_ascii=False, indent=2))
        return
    from studykit.terminal.console import make_console
    from studykit.terminal.quiz.history import print_history

    print_history(make_console(), folder.name, [one.quiz for one in kept])
