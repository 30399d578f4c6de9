"""`studykit show`: the cards of a deck, browsed and searched."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import InSection, Json, Lang, WithTag
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.cards.model import Card
    from studykit.deck.model import Deck


def show(
    deck: Annotated[Path, typer.Argument(metavar="DECK", help=N_("A deck (.yaml)."))],
    section: InSection = "",
    kind: Annotated[
        str, typer.Option("--type", metavar="TYPE", help=N_("Only cards of this type."))
    ] = "",
    tag: WithTag = "",
    search: Annotated[
        str, typer.Option("--search", metavar="TEXT", help=N_("Only cards that contain this."))
    ] = "",
    browse: Annotated[
        bool, typer.Option("--browse", help=N_("Turn over the cards one by one."))
    ] = False,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Print the cards, or turn them over on the screen."""
    from studykit.cli.options import card_types
    from studykit.cli.usage import WrongUsageError
    from studykit.deck.file import load_deck
    from studykit.deck.search import matching
    from studykit.terminal.console import interactive
    from studykit.terminal.listing import plain_lines

    if kind:
        card_types(kind)
    if browse and not interactive():
        raise WrongUsageError(_("--browse needs a terminal"))
    read = load_deck(deck)
    cards = matching(read.cards, section=section, kind=kind, tag=tag, text=search)
    if json:
        _print_json(cards)
    elif browse:
        _browse(read, cards, deck)
    elif sys.stdout.isatty():
        from studykit.terminal.console import make_console
        from studykit.terminal.listing import print_cards

        print_cards(make_console(), cards)
    else:
        for line in plain_lines(cards):
            print(line)


def _print_json(cards: "tuple[Card, ...]") -> None:
    import json
    from dataclasses import asdict

    rows = [{key: value for key, value in asdict(card).items() if value != ()} for card in cards]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


def _browse(deck: "Deck", cards: "tuple[Card, ...]", path: Path) -> None:
    from studykit.cli.places import lines_of_deck
    from studykit.terminal.browse import browse
    from studykit.terminal.console import make_console
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.screen import Screen

    with terminal_keys() as keys:
        browse(cards, deck.title, Screen(make_console()), keys, lines_of_deck(deck, path))
