"""`studykit learn`: the main job, from an article to a review of its deck."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Lang, LearnerName, Limit, Output, ProgressDir, Seed
from studykit.messages import N_, _

if TYPE_CHECKING:
    from rich.console import Console

    from studykit.cards.model import Card
    from studykit.cli.opened import Opened
    from studykit.cli.sitting import Wish
    from studykit.progress.folder import Folder


def learn(
    path: Annotated[
        str, typer.Argument(metavar="ARTICLE|DECK", help=N_("An article, or a deck (.yaml)."))
    ],
    output: Output = None,
    limit: Limit = None,
    seed: Seed = 0,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Make or open a deck, sum it up, and review it."""
    from studykit.cli.articles import deck_path, is_deck
    from studykit.cli.learners import learner_folder_of
    from studykit.cli.opened import make_deck, open_deck
    from studykit.cli.sitting import Wish
    from studykit.deck.generate import Options
    from studykit.terminal.console import interactive, make_console
    from studykit.terminal.stages import shown_stages
    from studykit.terminal.summary import print_summary
    from studykit.terminal.text import plain

    console = make_console()
    if is_deck(path):
        opened = open_deck(Path(path))
    else:
        with shown_stages(console) as on_stage:
            options = Options(limit=limit, seed=seed)
            opened = make_deck(path, output or deck_path(path), options, on_stage)
    print_summary(console, opened.deck, opened.coverage)
    console.print()
    for line in (_("Deck: {path}").format(path=opened.path), *opened.notes):
        console.print(plain(line))
    cards = tuple(card for card in opened.deck.cards if not card.gone)[:limit]
    if not cards:
        console.print(_("There is nothing to review: the deck has no cards."))
    elif interactive():
        folder = learner_folder_of(progress, learner)
        _go_on(console, opened, cards, folder, Wish(limit=limit, seed=seed))
    else:
        words = _("To review it, in a terminal: studykit review {path}")
        console.print(plain(words.format(path=opened.path)))


def _go_on(
    console: "Console",
    opened: "Opened",
    cards: "tuple[Card, ...]",
    folder: "Folder",
    wish: "Wish",
) -> None:
    """Ask what next until the learner has enough."""
    from studykit.cli.sitting import sit
    from studykit.cli.waiting import what_is_due
    from studykit.terminal.browse import browse
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.menu import ask_next
    from studykit.terminal.screen import Screen

    waiting = what_is_due(folder, [str(opened.path)]).counts.total
    if wish.limit is not None:
        waiting = min(waiting, wish.limit)
    while (choice := ask_next(waiting)) != "stop":
        if choice in ("review", "practise"):
            sit(console, folder, [opened.path], replace(wish, cram=choice == "practise"))
            return
        with terminal_keys() as keys:
            browse(cards, opened.deck.title, Screen(console), keys, opened.line_of)
