"""The decks that a command works on: those it names, else all that the learner has opened."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studykit.deck.shelf import Shelf
    from studykit.progress.folder import Folder
    from studykit.scheduling.queue import Entry


def chosen_decks(named: list[str] | None, folder: "Folder") -> list[Path]:
    """The decks of the command line; else those in the learner's list; else those in decks/."""
    from studykit.cli.articles import DECKS, decks_in
    from studykit.progress.deck_list import deck_list

    if named:
        return [Path(name) for name in named]
    opened = deck_list(folder)
    if opened:
        return opened
    return decks_in(DECKS)


def decks_to_learn(named: list[str] | None, folder: "Folder", none: str) -> list[Path]:
    """The same for a session: DeckError where a named one is not there.

    StudykitError with the words `none` where there is no deck at all.
    """
    from studykit.errors import DeckError, StudykitError
    from studykit.messages import _

    for name in named or []:
        if not Path(name).exists():
            raise DeckError(_("{path}: no such deck").format(path=name))
    decks = chosen_decks(named, folder)
    if not decks:
        raise StudykitError(none)
    return decks


def entries_of(shelf: "Shelf") -> "list[Entry]":
    """The cards of a shelf for the queue; facts of different decks are no siblings."""
    if len(shelf.decks) == 1:
        index = shelf.decks[0].index
        return list(zip(index.ids, index.facts, strict=True))
    return [(card, fact and f"{deck} {fact}") for deck, card, fact in shelf]
