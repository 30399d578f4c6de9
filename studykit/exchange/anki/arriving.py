"""Decks out of a package on their way into files, beside what is there already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from studykit.cards.model import Card
from studykit.deck.dump import dump_deck
from studykit.deck.model import Deck
from studykit.errors import ExchangeError
from studykit.exchange.anki.decks import ImportedDeck, decks_of
from studykit.exchange.anki.ledger import Ledger, checksum
from studykit.exchange.anki.model import AnkiCard, Note, Package
from studykit.exchange.anki.names import tags_of
from studykit.exchange.anki.note_types import note_type_id
from studykit.exchange.anki.notes import LineOf, fields_of
from studykit.exchange.anki.sidecar import Sidecar
from studykit.exchange.merging import Merged, Supersedes, merge_imported
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class Here:
    """A deck file that is there: its text, its deck, and what is known of its cards in Anki."""

    text: str
    deck: Deck
    line_of: LineOf
    ledger: Ledger | None = None
    sidecar: Sidecar | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a deck file and its sidecar are to hold, and what was merged to get there."""

    merged: Merged
    sidecar: Sidecar | None


def arrival(imported: ImportedDeck, path: str, here: Here | None) -> Arrival:
    """What the file at `path` becomes with a deck out of a package.

    `ExchangeError` where the file there is of another deck; `DeckError` where it is
    not in order.
    """
    deck = imported.deck
    if here is None:
        added = tuple(card.id for card in deck.cards)
        return Arrival(Merged(dump_deck(deck), added), imported.sidecar)
    if here.deck.id != deck.id:
        message = _("{path}: is another deck ({id}), not {other}; nothing was imported")
        raise ExchangeError(message.format(path=path, id=here.deck.id, other=deck.id))
    merged = merge_imported(here.text, path, deck, _supersedes(here))
    return Arrival(merged, _joined(here.sidecar, imported.sidecar))


def _supersedes(here: Here) -> Supersedes:
    """Whether a card out of Anki counts: where the one here is as it was when they were one."""
    base = _as_it_came(here.sidecar) if here.sidecar else {}
    ledger = here.ledger or {}

    def counts(old: Card, new: Card) -> bool | None:
        if old.id in base:
            if old == base[old.id]:
                return True
            return False if new == base[old.id] else None
        entry = ledger.get(old.id)
        if entry is None:
            return None
        if _mark(old, here) == entry.checksum:
            return True
        return False if _mark(new, here) == entry.checksum else None

    return counts


def _mark(card: Card, here: Here) -> str:
    """The checksum of the note that a card goes out as."""
    fields = fields_of(card, here.deck, here.line_of)
    return checksum(Note(0, card.id, note_type_id(card.type), fields, tags_of(card)))


def _as_it_came(sidecar: Sidecar) -> Mapping[str, Card]:
    """The cards that a sidecar's notes made when they came."""
    cards = [AnkiCard(link.id, link.note, link.deck, link.template) for link in sidecar.links]
    package = Package(0, sidecar.note_types, sidecar.decks, sidecar.notes, tuple(cards))
    imported = decks_of(package, "")
    made = {card.id: card for one in imported.decks for card in one.deck.cards}
    ids = {link.id: link.card for link in sidecar.links}
    # By their ids now: another note beside them may have had the same when they came.
    return {
        ids[number]: replace(made[id_], id=ids[number]) for number, id_ in imported.card_ids.items()
    }


def _joined(old: Sidecar | None, new: Sidecar | None) -> Sidecar | None:
    """Both sidecars, of each thing the newer."""
    if old is None or new is None:
        return new or old
    return Sidecar(
        tuple({one.id: one for one in (*old.note_types, *new.note_types)}.values()),
        tuple({one.id: one for one in (*old.decks, *new.decks)}.values()),
        tuple({one.id: one for one in (*old.notes, *new.notes)}.values()),
        tuple({one.card: one for one in (*old.links, *new.links)}.values()),
    )
