"""Decks and Anki packages for each student of a class, in a folder."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.errors import StudykitError
from studykit.messages import _
from studykit.progress.folder import cannot_write

if TYPE_CHECKING:
    from studykit.classroom.model import Player
    from studykit.deck.model import Deck


@dataclass(frozen=True, slots=True)
class Taken:
    """What a student takes home: so many cards in these files; none where nothing was missed."""

    student: str
    cards: int
    files: tuple[Path, ...] = ()


def write_home(folder: Path, decks: "Sequence[tuple[Player, Deck]]", began: int) -> list[Taken]:
    """Write each student's deck, and beside it the same as an Anki package.

    `began` is when the session did, in seconds since 1970: packages depend on nothing
    else. Written again, decks keep what was changed in them. StudykitError where one
    cannot be written, or where something else has its name.
    """
    from studykit.exchange.file_names import file_name

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    out = []
    taken: set[str] = set()
    for player, deck in decks:
        files: tuple[Path, ...] = ()
        if deck.cards:
            name = file_name(replace(deck, title=player.name), taken)
            taken.add(name.casefold())
            files = _write(folder / name, deck, began)
        out.append(Taken(player.name, len(deck.cards), files))
    return out


def _write(path: Path, deck: "Deck", began: int) -> tuple[Path, ...]:
    from studykit.deck.file import load_deck
    from studykit.deck.save import save_deck
    from studykit.exchange.anki.packing import Parcel, packed
    from studykit.exchange.anki.write import write_package

    if path.exists() and load_deck(path).id != deck.id:
        message = _("{path}: is of another session; choose another folder")
        raise StudykitError(message.format(path=path))
    save_deck(path, deck)
    package = path.with_suffix(".apkg")
    made = packed([Parcel(load_deck(path), lambda _offset: None, began)], began)
    write_package(package, made.package)
    return path, package
