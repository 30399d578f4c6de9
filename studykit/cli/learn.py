"""`studykit learn`: the main job, from an article to a first review of its deck."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Lang, Limit, Output, Seed
from studykit.messages import N_, _

if TYPE_CHECKING:
    from rich.console import Console

    from studykit.deck.generate import Coverage
    from studykit.deck.model import Deck
    from studykit.terminal.card import LineOf


def learn(
    path: Annotated[
        str, typer.Argument(metavar="ARTICLE|DECK", help=N_("An article, or a deck (.yaml)."))
    ],
    output: Output = None,
    limit: Limit = None,
    seed: Seed = 0,
    lang: Lang = None,
) -> None:
    """Make or open a deck, sum it up, and review it."""
    from studykit.cli.articles import is_deck
    from studykit.terminal.console import interactive, make_console
    from studykit.terminal.summary import print_summary

    console = make_console()
    coverage: Coverage | None = None
    if is_deck(path):
        where = Path(path)
        deck, line_of = _open(where)
    else:
        deck, coverage, line_of, where = _make(console, path, output, limit, seed)
    print_summary(console, deck, coverage)
    console.print()
    console.print(_("Deck: {path}").format(path=where))
    if not deck.cards:
        console.print(_("There is nothing to review: no card could be made."))
    elif interactive():
        _go_on(console, deck, limit, line_of)
    else:
        console.print(_("To review it, in a terminal: studykit learn {path}").format(path=where))


def _open(path: Path) -> "tuple[Deck, LineOf]":
    from studykit.cli.places import lines_of_deck
    from studykit.deck.file import load_deck
    from studykit.deck.save import save_missing_ids

    save_missing_ids(path)
    deck = load_deck(path)
    return deck, lines_of_deck(deck, path)


def _make(
    console: "Console", path: str, output: Path | None, limit: int | None, seed: int
) -> "tuple[Deck, Coverage, LineOf, Path]":
    from studykit.cli.articles import deck_path
    from studykit.cli.making import make, save
    from studykit.cli.places import lines_of_article
    from studykit.deck.generate import Options
    from studykit.terminal.stages import shown_stages

    out = output or deck_path(path)
    with shown_stages(console) as on_stage:
        made = make(path, Options(limit=limit, seed=seed), on_stage)
        on_stage("save")
        made = save(made, out)
    return made.deck, made.coverage, lines_of_article(made.article), out


def _go_on(console: "Console", deck: "Deck", limit: int | None, line_of: "LineOf") -> None:
    """Ask what next until the learner has enough."""
    from studykit.review import Review
    from studykit.terminal.browse import browse
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.menu import ask_next
    from studykit.terminal.review import print_outcome, run_review
    from studykit.terminal.screen import Screen

    screen = Screen(console)
    cards = tuple(card for card in deck.cards if not card.gone)[:limit]
    while (choice := ask_next(len(cards))) != "stop":
        with terminal_keys() as keys:
            if choice == "browse":
                browse(cards, deck.title, screen, keys, line_of)
                continue
            review = run_review(Review(cards), deck.title, screen, keys, line_of)
        print_outcome(console, review)
        return
