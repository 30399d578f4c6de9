"""`studykit check`: what is doubtful in articles and wrong in decks."""

from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Lang
from studykit.messages import N_

if TYPE_CHECKING:
    from studykit.errors import Problem


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help=N_("Articles and decks (.yaml)."))
    ],
    lang: Lang = None,
) -> int:
    """Print every problem of every file; gives the exit code."""
    from studykit.cli.boundary import FAILED, OK, complain
    from studykit.errors import StudykitError
    from studykit.terminal.text import one_line

    clean = True
    for path in paths:
        try:
            problems = problems_of(path)
        except StudykitError as error:
            complain(str(error))
            clean = False
            continue
        for problem in problems:
            print(one_line(str(problem)))
        clean = clean and not problems
    return OK if clean else FAILED


def problems_of(path: str) -> "list[Problem]":
    """What is wrong with one file, in the order of its lines; raises StudykitError."""
    from studykit.cli.articles import is_deck

    return _deck_problems(path) if is_deck(path) else _article_problems(path)


def _deck_problems(path: str) -> "list[Problem]":
    from pathlib import Path

    from studykit.deck.check import check_deck

    return sorted(check_deck(Path(path)))


def _article_problems(path: str) -> "list[Problem]":
    from studykit.cli.articles import STDIN, load_article
    from studykit.cli.making import tagger
    from studykit.errors import Problem
    from studykit.facts.problems import source_problems

    found = source_problems(load_article(path), tagger())
    path = "<stdin>" if path == STDIN else path
    return sorted({Problem(path, one.line, one.message) for one in found})
