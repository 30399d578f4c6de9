"""`studykit import`: decks from the files of other tools."""

from pathlib import Path
from typing import Annotated

import typer

from studykit.cli.options import Lang, LearnerName, ProgressIn, WithProgress
from studykit.messages import N_

ANKI_SUFFIXES = (".apkg", ".colpkg")


def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("A file of another tool."))],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help=N_("The deck to write, or a folder for several\n(default: decks/)."),
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help=N_(
                "What the file is, where its name and content leave\n"
                "it open: csv, tsv, markdown, json, terms."
            ),
        ),
    ] = "",
    between: Annotated[
        str,
        typer.Option(
            "--between",
            metavar="TEXT",
            help=N_("What parts term and definition (default: a tab)."),
        ),
    ] = "",
    rows: Annotated[
        str,
        typer.Option(
            "--rows", metavar="TEXT", help=N_("What parts the terms (default: a line break, \\n).")
        ),
    ] = "",
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help=N_("Take cards that differ here from the file\n(not for Anki's packages)."),
        ),
    ] = False,
    progress: WithProgress = False,
    learner: LearnerName = "",
    progress_in: ProgressIn = None,
    lang: Lang = None,
) -> int:
    """Make decks of a file; gives the exit code."""
    from studykit.cli.collecting import without_collecting

    with without_collecting():
        if file.suffix.lower() in ANKI_SUFFIXES:
            from studykit.cli.import_anki import import_anki
            from studykit.cli.learners import learner_folder_of

            folder = learner_folder_of(progress_in, learner) if progress else None
            return import_anki(file, output, folder)
        from studykit.cli.import_decks import Asked, import_decks

        return import_decks(file, output, Asked(kind, between, rows, replace))
