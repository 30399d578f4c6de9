"""`studykit history`: everything recorded of one card."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.statistics.counts import Place

# Enough to see which one was meant; more words find it.
_NAMED = 5


def history(
    card: Annotated[
        str, typer.Argument(metavar="CARD", help=N_("A card's id, or a part of its prompt."))
    ],
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print the history of the card."""
    from studykit.cli.standing import open_standing
    from studykit.statistics.history import history as history_of

    standing = open_standing(None, learner, progress)
    place = found_card(card, (*standing.places, *standing.others))
    reader = standing.learner
    found = history_of(place.card, place.prompt, reader.records(), reader.scheduler)
    if json:
        from dataclasses import asdict
        from json import dumps

        print(dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    from studykit.terminal.console import make_console
    from studykit.terminal.plots.history import print_history

    print_history(make_console(), found)


def found_card(words: str, places: "Sequence[Place]") -> "Place":
    """The card with this id, else the one whose prompt holds these words, in any case.

    StudykitError where there is none, or where there are several, which it names.
    """
    from studykit.errors import DeckError
    from studykit.terminal.text import one_line

    for place in places:
        if place.card == words:
            return place
    found = [place for place in places if words.casefold() in place.prompt.casefold()]
    if not found:
        message = _("no card has the id {words}, or these words in its prompt")
        raise DeckError(message.format(words=words))
    if len(found) > 1:
        named = "; ".join(f"{one.card} {one_line(one.prompt)}" for one in found[:_NAMED])
        message = _("{n} cards have {words} in their prompts; give the id of one: {cards}")
        dots = "; …" if len(found) > _NAMED else ""
        raise DeckError(message.format(n=len(found), words=words, cards=named + dots))
    return found[0]
