"""`studykit export …`: decks for the other tools that people use."""

from pathlib import Path
from typing import Annotated

import typer

from studykit.messages import N_

Decks = Annotated[list[Path], typer.Argument(metavar="DECK...", help=N_("Deck files."))]
Target = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=N_("The file to write.")),
]
