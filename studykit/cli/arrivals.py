"""Where the decks of an imported file go, and what to say of them."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from studykit.cli.articles import DECKS, decks_in, is_deck
from studykit.cli.usage import WrongUsageError
from studykit.deck.file import load_deck
from studykit.deck.model import Deck
from studykit.errors import DeckError
from studykit.exchange.file_names import file_name
from studykit.exchange.merging import Merged
from studykit.messages import _, ngettext


def import_paths(decks: Sequence[Deck], output: Path | None) -> list[Path]:
    """The file of each deck: the one named, else the one in the folder that is of this deck.

    The folder is the one named, else decks/. `WrongUsageError` where several decks are
    to go to one file.
    """
    if output and is_deck(str(output)):
        if len(decks) != 1:
            message = _("the file holds {n} decks: name a folder with -o, not a deck")
            raise WrongUsageError(message.format(n=len(decks)))
        return [output]
    folder = output or DECKS
    there = dict(_ids_in(folder))
    taken = {path.name.casefold() for path in folder.glob("*")}
    paths = []
    for deck in decks:
        path = there.get(deck.id) or folder / file_name(deck, taken)
        taken.add(path.name.casefold())
        paths.append(path)
    return paths


def _ids_in(folder: Path) -> Iterable[tuple[str, Path]]:
    """The ids of the decks in a folder, and where they are; what is not in order is passed over."""
    for path in decks_in(folder):
        with suppress(DeckError):
            yield load_deck(path).id, path


def arrival_lines(file: str, path: Path, cards: int, merged: Merged, *, is_new: bool) -> list[str]:
    """What became of a deck of so many cards on its way from a file to a path."""
    if is_new:
        words = ngettext("{n} card", "{n} cards", cards).format(n=cards)
    else:
        same = cards - len(merged.added) - len(merged.changed)
        words = _("{added} new, {changed} changed, {same} stay as they are").format(
            added=len(merged.added), changed=len(merged.changed), same=same
        )
    lines = [f"{file} → {path} ({words})"]
    if merged.disputed:
        words = ngettext(
            "{n} card differs from the one in the file and stays as it is here: {ids}",
            "{n} cards differ from those in the file and stay as they are here: {ids}",
            len(merged.disputed),
        )
        lines.append(words.format(n=len(merged.disputed), ids=", ".join(merged.disputed)))
    return lines
