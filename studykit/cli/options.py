"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.usage import WrongUsageError
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.cards.model import CardType


class Language(StrEnum):
    """The languages studykit speaks."""

    zh = "zh"
    en = "en"


Lang = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        metavar="zh|en",
        help=N_("Language (default: STUDYKIT_LANG, then the locale)."),
    ),
]
"""Taken from the arguments before they are parsed, so that errors and help speak it too."""

Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help=N_("At most so many cards.")),
]
Seed = Annotated[
    int,
    typer.Option("--seed", metavar="N", help=N_("Another seed words and picks differently.")),
]
Types = Annotated[
    str,
    typer.Option(
        "--types",
        metavar="A,B",
        help=N_("Only these card types, of qa, numeric, cloze,\nchoice, truefalse, list."),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=N_("Print JSON."))]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help=N_("The deck to write (default: decks/NAME.yaml)."),
    ),
]

InSection = Annotated[
    str,
    typer.Option("--section", metavar="TEXT", help=N_("Only sections whose name has this.")),
]
WithTag = Annotated[str, typer.Option("--tag", metavar="TAG", help=N_("Only cards with this tag."))]
QuestionSeed = Annotated[
    int | None,
    typer.Option("--seed", metavar="N", min=0, help=N_("The same seed asks the same questions.")),
]
Csv = Annotated[bool, typer.Option("--csv", help=N_("Print a row for each answer, as CSV."))]
SessionFile = Annotated[
    Path | None,
    typer.Option("--session", metavar="FILE", help=N_("The file to keep the session in.")),
]
SessionName = Annotated[
    str,
    typer.Argument(metavar="[SESSION]", help=N_("A session's file or name (default: the last).")),
]

LearnerName = Annotated[
    str,
    typer.Option(
        "--learner",
        metavar="NAME",
        help=N_("Whose progress (default: STUDYKIT_LEARNER, then me)."),
    ),
]
ProgressDir = Annotated[
    Path | None,
    typer.Option(
        "--progress",
        metavar="FOLDER",
        help=N_("Where progress is kept (default: STUDYKIT_PROGRESS,\nthen your data folder)."),
    ),
]
# In export and import the flag of that name says whether progress goes along at all.
WithProgress = Annotated[
    bool, typer.Option("--progress", help=N_("The learner's progress too (Anki only)."))
]
ProgressIn = Annotated[
    Path | None,
    typer.Option(
        "--progress-in",
        metavar="FOLDER",
        help=N_("Where progress is kept (default: STUDYKIT_PROGRESS,\nthen your data folder)."),
    ),
]


def card_types(words: str) -> "tuple[CardType, ...]":
    """The card types of a `--types` value, all of them when it is empty."""
    from studykit.cards.model import CARD_TYPES

    asked = {word.strip() for word in words.split(",") if word.strip()}
    unknown = sorted(asked - set(CARD_TYPES))
    if unknown:
        raise WrongUsageError(
            _("there is no card type {name}; there are {names}").format(
                name=unknown[0], names=", ".join(CARD_TYPES)
            )
        )
    return tuple(kind for kind in CARD_TYPES if not asked or kind in asked)
