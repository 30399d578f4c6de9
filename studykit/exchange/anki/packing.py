"""Decks put into one package, with when each of their notes was changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studykit.deck.model import Deck
from studykit.exchange.anki.ledger import Ledger, stamped
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType, Package
from studykit.exchange.anki.notes import LineOf, notes_of


@dataclass(frozen=True, slots=True)
class Parcel:
    """A deck to be packed: its lines, when its file was changed (seconds), and its ledger."""

    deck: Deck
    line_of: LineOf
    file_time: int
    ledger: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """A package, and what it takes to go on from it.

    `cards` gives the id here of each card by its number; `ledgers` run beside the
    decks; `twice` are cards that an earlier deck has already, and went out once.
    """

    package: Package
    cards: dict[int, str]
    ledgers: tuple[Ledger, ...]
    twice: tuple[str, ...]


def packed(parcels: Sequence[Parcel], now: int) -> Packed:
    """The decks as a package without anyone's progress; `now` in seconds since 1970."""
    note_types: dict[int, NoteType] = {}
    decks: dict[int, AnkiDeck] = {}
    notes: list[Note] = []
    cards: list[AnkiCard] = []
    ids: dict[int, str] = {}
    ledgers: list[Ledger] = []
    known: set[str] = set()
    twice: list[str] = []
    for parcel in parcels:
        twice += [card.id for card in parcel.deck.cards if card.id in known]
        own = [card for card in parcel.deck.cards if card.id not in known]
        known.update(card.id for card in own)
        # Ids of notes begin at this second; Anki refuses what lies in the future.
        first = min(_since(parcel), now)
        deck = replace(parcel.deck, cards=tuple(own))
        made = notes_of(deck, parcel.line_of, lambda _card, at=first: at, taken=ids)  # type: ignore[misc]
        changed, ledger = stamped(made.notes, parcel.ledger, now, first)
        ledgers.append(ledger)
        note_types.update((one.id, one) for one in made.note_types)
        for one in made.decks:
            decks.setdefault(one.id, one)
        notes += changed
        cards += made.cards
        ids.update(made.card_ids)
    package = Package(
        now, tuple(note_types.values()), tuple(decks.values()), tuple(notes), tuple(cards)
    )
    return Packed(package, ids, tuple(ledgers), tuple(twice))


def _since(parcel: Parcel) -> int:
    """Since when at least one of the deck's notes is as it is."""
    if parcel.ledger is None:
        return parcel.file_time
    return min((entry.modified for entry in parcel.ledger.values()), default=parcel.file_time)
