"""`studykit stats`: where a learner stands, on the screen, as a page, as JSON."""

from pathlib import Path
from typing import Annotated

import typer

from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_, _

DEFAULT_DAYS = 30


def stats(
    decks: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DECK...]", help=N_("Decks (default: all you have opened).")),
    ] = None,
    days: Annotated[
        int,
        typer.Option("--days", metavar="N", min=1, max=3650, help=N_("Days back and ahead.")),
    ] = DEFAULT_DAYS,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help=N_("Write a web page with charts.")),
    ] = None,
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print the report, or write it."""
    from studykit.cli.boundary import complain
    from studykit.cli.standing import open_standing, report_of

    standing = open_standing(decks, learner, progress)
    for problem in standing.problems:
        complain(problem)
    report = report_of(standing, days)
    name = standing.learner.folder.name
    if html:
        from studykit.files import write_atomically
        from studykit.pages.report import report_page

        write_atomically(html, report_page(name, report))
    if json:
        from dataclasses import asdict
        from json import dumps

        print(dumps({"learner": name, **asdict(report)}, ensure_ascii=False, indent=2))
    elif html:
        print(_("Page: {path}").format(path=html))
    else:
        from studykit.terminal.console import make_console
        from studykit.terminal.plots.report import print_report

        print_report(make_console(), name, report)
