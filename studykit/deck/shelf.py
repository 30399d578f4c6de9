"""The decks that a learner uses, each card read only when it is asked for."""

import os
from bisect import bisect_right
from collections.abc import Iterator, KeysView, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.deck.index_model import IndexedFile
from studykit.deck.index_text import dump_indexes, parse_indexes
from studykit.errors import DeckError
from studykit.files import write_atomically
from studykit.messages import _, ngettext

if TYPE_CHECKING:
    from studykit.cards.model import Card


@dataclass(frozen=True, slots=True)
class Shelf:
    """Decks, and one line for each of those that cannot be used as they should.

    Of cards with the same id in several decks the first counts. `places` holds
    each card's id and its place among the cards of all decks; `offsets` the place
    of each deck's first.
    """

    decks: tuple[IndexedFile, ...]
    problems: tuple[str, ...]
    places: dict[str, int]
    offsets: tuple[int, ...]

    @property
    def known(self) -> KeysView[str]:
        """The ids of all cards."""
        return self.places.keys()

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[tuple[int, str, str]]:
        """Each card's deck (its number in `decks`), id and fact; in the order of the decks."""
        places = self.places
        for number, (deck, offset) in enumerate(zip(self.decks, self.offsets, strict=True)):
            pairs = zip(deck.index.ids, deck.index.facts, strict=True)
            for place, (card_id, fact) in enumerate(pairs, offset):
                if places[card_id] == place:
                    yield number, card_id, fact

    def deck_of(self, card_id: str) -> IndexedFile:
        """The deck that a card is of; `DeckError` where none has it."""
        return self.decks[self._place(card_id)[0]]

    def card(self, card_id: str) -> "Card":
        """A card, read from its file; `DeckError` where it is not there (any more)."""
        # What reads cards is not imported where they are only counted.
        from studykit.deck.index import find_card, read_indexed_card

        number, at = self._place(card_id)
        deck = self.decks[number]
        if _is_current(deck):
            return read_indexed_card(deck.path, deck.index, at)
        return find_card(deck.path, card_id)

    def _place(self, card_id: str) -> tuple[int, int]:
        """The number of the card's deck, and the card's place in that."""
        place = self.places.get(card_id)
        if place is None:
            raise DeckError(_("no deck has a card {id}").format(id=card_id))
        number = bisect_right(self.offsets, place) - 1
        return number, place - self.offsets[number]


def open_shelf(cache: Path, decks: Sequence[Path], *, add_ids: bool = False) -> Shelf:
    """These decks, by their indexes in the cache file where those still hold.

    What has changed is read anew, and the cache written, if it can be. A deck that
    is missing or not in order becomes a line of `problems`. `add_ids`, for where
    a session begins: hand-written decks get their ids in the file.
    """
    stored = _read_cache(cache)
    found: dict[str, IndexedFile] = {}
    problems: list[str] = []
    for path in decks:
        key = os.path.abspath(path)
        if key in found:
            continue
        try:
            found[key] = _shelved(path, stored.get(key), problems, add_ids=add_ids)
        except DeckError as error:
            problems.append(str(error))
    # Decks that are not asked for this time stay in the cache while they are as they were.
    kept = {key: file for key, file in stored.items() if key not in found and _is_current(file)}
    kept |= {key: replace(file, path=Path(key)) for key, file in found.items()}
    if kept != stored:
        with suppress(OSError):  # a cache saves time and nothing else
            write_atomically(cache, dump_indexes(kept.values()))
    return _shelf(tuple(found.values()), problems)


def _read_cache(cache: Path) -> dict[str, IndexedFile]:
    try:
        text = cache.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    return {str(file.path): file for file in parse_indexes(text) or ()}


def _shelved(
    path: Path, stored: IndexedFile | None, problems: list[str], *, add_ids: bool
) -> IndexedFile:
    file = replace(stored, path=path) if stored and _is_current(stored) else _indexed(path)
    if not (file.index.unsaved and add_ids):
        return file
    from studykit.deck.save import save_missing_ids

    try:
        save_missing_ids(path)
    except DeckError as error:
        problems.append(str(error))
        return file
    return _indexed(path)


def _indexed(path: Path) -> IndexedFile:
    from studykit.deck.file import read_bytes
    from studykit.deck.index import index_deck

    size, mtime_ns = _state(path)
    return IndexedFile(path, size, mtime_ns, index_deck(read_bytes(path), path))


def _is_current(file: IndexedFile) -> bool:
    return _state(file.path) == (file.size, file.mtime_ns)


def _state(path: Path) -> tuple[int, int]:
    """Size and time of last change of a file, by which a changed one is told; zeros for none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _shelf(decks: tuple[IndexedFile, ...], problems: list[str]) -> Shelf:
    counts = [len(deck.index.ids) for deck in decks]
    offsets = tuple(accumulate(counts, initial=0))[:-1]
    places: dict[str, int] = {}
    for deck, offset in reversed([*zip(decks, offsets, strict=True)]):
        ids = deck.index.ids
        places.update(zip(ids, range(offset, offset + len(ids)), strict=True))
    if len(places) < sum(counts):
        problems += _shared_ids(decks)
    return Shelf(decks, tuple(problems), places, offsets)


def _shared_ids(decks: Sequence[IndexedFile]) -> list[str]:
    """A line for each two decks with the same cards, unless they are copies of one deck."""
    owners: dict[str, IndexedFile] = {}
    lines = []
    for deck in decks:
        shared: dict[Path, int] = {}
        for card_id in deck.index.ids:
            owner = owners.setdefault(card_id, deck)
            if owner is not deck and owner.index.id != deck.index.id:
                shared[owner.path] = shared.get(owner.path, 0) + 1
        for path, count in shared.items():
            words = ngettext(
                "{path}: {count} card has the id of one in {other}, which counts",
                "{path}: {count} cards have the ids of some in {other}, which count",
                count,
            )
            lines.append(words.format(path=deck.path, count=count, other=path))
    return lines
