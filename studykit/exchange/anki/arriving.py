"""Decks out of a package on their way into files, beside what is there already.

Of a card that differs here and there, the one in the package counts if this one is as
it was when both were one: as it last went out (the ledger knows) or as it came (the
sidecar knows), and if the note is newer than that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studykit.cards.model import Card
from studykit.deck.dump import dump_deck
from studykit.deck.model import Deck
from studykit.errors import ExchangeError
from studykit.exchange.anki.decks import ImportedDeck, decks_of
from studykit.exchange.anki.ledger import Entry, Ledger, checksum
from studykit.exchange.anki.model import AnkiCard, Note, Package
from studykit.exchange.anki.names import tags_of
from studykit.exchange.anki.note_types import note_type_id
from studykit.exchange.anki.notes import LineOf, fields_of
from studykit.exchange.anki.sidecar import Sidecar
from studykit.exchange.merging import Merged, merge_imported
from studykit.messages import _

_Base = Mapping[str, tuple[Card, int]]
"""Cards as they came, and when their notes had been changed then."""


@dataclass(frozen=True, slots=True)
class Here:
    """A deck file that is there: its text, its deck, and what is known of its cards in Anki."""

    text: str
    deck: Deck
    sidecar: Sidecar | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a deck file, its sidecar and its ledger are to hold, and what was merged for it."""

    merged: Merged
    sidecar: Sidecar | None
    ledger: Ledger


def arrival(
    imported: ImportedDeck,
    package: Package,
    path: str,
    here: Here | None,
    line_of: LineOf,
    ledger: Ledger | None,
) -> Arrival:
    """What the file at `path` becomes with a deck out of a package.

    `line_of` gives the lines of its quotes, `ledger` is that of the deck, if it has
    any. `ExchangeError` where the file there is of another deck; `DeckError` where it
    is not in order.
    """
    deck = imported.deck
    arriving = _Arriving(imported, package, here, line_of, ledger or {})
    if here is None:
        merged = Merged(dump_deck(deck), tuple(card.id for card in deck.cards))
        return Arrival(merged, imported.sidecar, arriving.ledger_with(deck.cards))
    if here.deck.id != deck.id:
        message = _("{path}: is another deck ({id}), not {other}; nothing was imported")
        raise ExchangeError(message.format(path=path, id=here.deck.id, other=deck.id))
    merged = merge_imported(here.text, path, deck, arriving.supersedes)
    old = {card.id: card for card in here.deck.cards}
    same = [
        card for card in deck.cards if card.id in merged.changed or old.get(card.id, card) == card
    ]
    return Arrival(merged, _joined(here.sidecar, imported.sidecar), arriving.ledger_with(same))


class _Arriving:
    """What is known of the cards of a deck, here and in the package."""

    def __init__(
        self,
        imported: ImportedDeck,
        package: Package,
        here: Here | None,
        line_of: LineOf,
        ledger: Ledger,
    ) -> None:
        self._deck = here.deck if here else imported.deck
        self._line_of = line_of
        self._ledger = ledger
        self._base: _Base = _as_it_came(here.sidecar) if here and here.sidecar else {}
        times = {note.id: note.modified for note in package.notes}
        links = imported.sidecar.links if imported.sidecar else ()
        self._foreign = {link.card: times.get(link.note, 0) for link in links}
        self._own = {note.guid: note.modified for note in package.notes}

    def supersedes(self, old: Card, new: Card) -> bool | None:
        """Whether the card in the package counts; None if both were changed, or none knows."""
        if old.id in self._base:
            base, time = self._base[old.id]
            was_base, is_base = old == base, new == base
        elif old.id in self._ledger and old.id not in self._foreign:
            mark, time = self._ledger[old.id]
            was_base, is_base = self._mark(old) == mark, self._mark(new) == mark
        else:
            return None
        if is_base or self._time(new.id) <= time:
            return False
        return True if was_base else None

    def ledger_with(self, cards: Sequence[Card]) -> Ledger:
        """The ledger with these cards, which are the same here and in Anki now."""
        entries = dict(self._ledger)
        for card in cards:
            if card.id in self._foreign:
                continue  # it goes back as the note it was
            mark, time = self._mark(card), self._time(card.id)
            known = entries.get(card.id)
            if known and known.checksum == mark:
                time = max(time, known.modified)
            entries[card.id] = Entry(mark, time)
        return entries

    def _time(self, card: str) -> int:
        """When the note of a card in the package was changed."""
        return self._foreign.get(card, self._own.get(card, 0))

    def _mark(self, card: Card) -> str:
        """The checksum of the note that a card goes out as."""
        fields = fields_of(card, self._deck, self._line_of)
        return checksum(Note(0, card.id, note_type_id(card.type), fields, tags_of(card)))


def _as_it_came(sidecar: Sidecar) -> _Base:
    """The cards that a sidecar's notes made when they came."""
    cards = [AnkiCard(link.id, link.note, link.deck, link.template) for link in sidecar.links]
    package = Package(0, sidecar.note_types, sidecar.decks, sidecar.notes, tuple(cards))
    imported = decks_of(package, "")
    made = {card.id: card for one in imported.decks for card in one.deck.cards}
    times = {note.id: note.modified for note in sidecar.notes}
    found = {}
    for link in sidecar.links:
        if link.id in imported.card_ids:
            # By its id now: another note beside it may have had the same when it came.
            card = replace(made[imported.card_ids[link.id]], id=link.card)
            found[link.card] = card, times[link.note]
    return found


def _joined(old: Sidecar | None, new: Sidecar | None) -> Sidecar | None:
    """Both sidecars; of each note, with its cards, the newer."""
    if old is None or new is None:
        return new or old
    times = {note.id: note.modified for note in old.notes}
    known = {link.card for link in old.links}
    notes = {note.id: note for note in new.notes if note.modified >= times.get(note.id, 0)}
    links = [link for link in new.links if link.note in notes or link.card not in known]
    return Sidecar(
        tuple({one.id: one for one in (*old.note_types, *new.note_types)}.values()),
        tuple({one.id: one for one in (*old.decks, *new.decks)}.values()),
        tuple({one.id: one for one in (*old.notes, *notes.values())}.values()),
        tuple({one.card: one for one in (*old.links, *links)}.values()),
    )
