"""The notes of a package with what a push has to know of each."""

from dataclasses import dataclass

from studykit.exchange.anki.connect.model import Key
from studykit.exchange.anki.hidden import hidden_of
from studykit.exchange.anki.model import Note, NoteType, Package
from studykit.exchange.anki.names import PART
from studykit.exchange.anki.note_types import DATA


@dataclass(frozen=True, slots=True)
class Wanted:
    """A note that Anki is to have. `key` is None where it came from Anki in the first place.

    `homes` are the names of the decks of its cards, in their order.
    """

    note: Note
    type: NoteType
    key: Key | None
    homes: tuple[str, ...]


def wanted_of(package: Package) -> tuple[Wanted, ...]:
    """The notes of a package, in its order."""
    types = {one.id: one for one in package.note_types}
    names = {deck.id: deck.name for deck in package.decks}
    homes: dict[int, list[str]] = {}
    for card in sorted(package.cards, key=lambda card: card.template):
        homes.setdefault(card.note, []).append(names[card.deck])
    return tuple(
        Wanted(note, types[note.type], _key(note, types[note.type]), tuple(homes.get(note.id, ())))
        for note in package.notes
    )


def _key(note: Note, type_: NoteType) -> Key | None:
    if DATA not in type_.fields:
        return None
    hidden = hidden_of(note.fields[type_.fields.index(DATA)])
    return Key(hidden.deck, note.guid) if hidden.id else None


def root_of(deck: str) -> str:
    """The outermost deck of one with this name."""
    return deck.partition(PART)[0]
