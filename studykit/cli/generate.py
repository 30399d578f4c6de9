"""`studykit generate`: decks of articles, nothing else."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Json, Lang, Limit, Output, Seed, Types
from studykit.messages import N_, _, ngettext

if TYPE_CHECKING:
    from studykit.cli.batch import Outcome


def generate(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE...", help=N_("Articles, or - for stdin."))
    ],
    output: Output = None,
    types: Types = "",
    limit: Limit = None,
    seed: Seed = 0,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", min=1, help=N_("Work in so many processes."))
    ] = 1,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Make decks; gives the exit code."""
    from studykit.cli.batch import Task, run_all, targets
    from studykit.cli.boundary import BUG, FAILED, OK, complain
    from studykit.cli.options import card_types
    from studykit.cli.usage import WrongUsageError
    from studykit.deck.generate import Options

    options = Options(card_types(types), limit, seed)
    places = targets(articles, output)
    if json and None in places:
        raise WrongUsageError(_("--json needs -o FILE: the deck goes to standard output already"))
    outcomes: list[Outcome] = []
    tasks = [Task(name, out, options) for name, out in zip(articles, places, strict=True)]
    for outcome in run_all(tasks, jobs):
        outcomes.append(outcome)
        if outcome.error:
            complain(outcome.error)
        elif not json:
            sys.stdout.write(outcome.text or _lines(outcome))
            sys.stdout.flush()
    if json:
        _print_json(outcomes)
    if any(outcome.bug for outcome in outcomes):
        return BUG
    return FAILED if any(outcome.error for outcome in outcomes) else OK


def _lines(outcome: "Outcome") -> str:
    """What to say of a deck that was written."""
    from studykit.terminal.text import one_line

    n = outcome.report["cards"]
    words = ngettext("{n} card", "{n} cards", n).format(n=n)
    lines = [f"{outcome.article} → {outcome.out} ({words})", *outcome.notes]
    return "".join(one_line(line) + "\n" for line in lines)


def _print_json(outcomes: "list[Outcome]") -> None:
    import json

    rows = [
        {"article": one.article, "error": one.error}
        if one.error
        else {"article": one.article, "deck": one.out, **one.report}
        for one in outcomes
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))
