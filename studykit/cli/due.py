"""`studykit due`: what waits today; quick enough for a shell prompt."""

from typing import Annotated

import typer

from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_

Short = Annotated[
    bool, typer.Option("--short", help=N_("Only the number of cards, for a shell prompt."))
]


def due(
    decks: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DECK...]", help=N_("Decks (default: all you have opened).")),
    ] = None,
    short: Short = False,
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print what waits."""
    from studykit.cli.waiting import tell

    tell(decks, short=short, json=json, learner=learner, progress=progress)
