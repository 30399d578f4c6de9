"""`studykit review`: what waits today, card by card."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import InSection, Lang, LearnerName, Limit, ProgressDir, Seed, WithTag
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.cards.model import CardType


class Order(StrEnum):
    """In which order due cards come."""

    retrievability = "retrievability"
    due = "due"
    deck = "deck"
    random = "random"


def review(
    decks: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DECK...]", help=N_("Decks (default: all you have opened).")),
    ] = None,
    limit: Limit = None,
    new: Annotated[
        int | None, typer.Option("--new", metavar="N", min=0, help=N_("So many new cards."))
    ] = None,
    section: InSection = "",
    tag: WithTag = "",
    kinds: Annotated[
        str,
        typer.Option(
            "--type",
            metavar="A,B",
            help=N_("Only these card types, of qa, numeric, cloze,\nchoice, truefalse, list."),
        ),
    ] = "",
    flagged: Annotated[bool, typer.Option("--flagged", help=N_("Only flagged cards."))] = False,
    order: Annotated[
        Order | None,
        typer.Option(
            "--order",
            metavar="ORDER",
            help=N_("Due cards by retrievability (least likely first),\ndue, deck or random."),
        ),
    ] = None,
    ahead: Annotated[
        int,
        typer.Option(
            "--ahead",
            metavar="DAYS",
            min=0,
            help=N_("Also cards due within so many days; they are\npractice and move no schedule."),
        ),
    ] = 0,
    count: Annotated[
        bool, typer.Option("--count", help=N_("With --ahead: let them move the schedule."))
    ] = False,
    cram: Annotated[
        bool, typer.Option("--cram", help=N_("All cards, as practice: moves no schedule."))
    ] = False,
    aside: Annotated[
        bool,
        typer.Option(
            "--aside", help=N_("Suspended and buried cards, as practice; @ and - take\nthem back.")
        ),
    ] = False,
    typed: Annotated[
        bool | None,
        typer.Option("--typed/--mental", help=N_("Type answers, or only think them.")),
    ] = None,
    seed: Seed = 0,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Hold a session."""
    from studykit.cli.learners import learner_folder_of
    from studykit.cli.sitting import Wish, review_decks
    from studykit.cli.usage import WrongUsageError

    if count and (cram or aside or not ahead):
        raise WrongUsageError(_("--count goes with --ahead"))
    wish = Wish(
        limit=limit,
        new=new,
        section=section,
        tag=tag,
        kinds=_kinds(kinds),
        flagged=flagged,
        order=order.value if order else None,
        ahead=ahead,
        cram=cram,
        aside=aside,
        count=count,
        typed=typed,
        seed=seed,
    )
    review_decks(decks, learner_folder_of(progress, learner), wish)


def _kinds(words: str) -> "tuple[CardType, ...]":
    if not words:
        return ()
    from studykit.cli.options import card_types

    return card_types(words)
