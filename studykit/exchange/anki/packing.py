"""Decks put into one package, with when each of their notes was changed."""

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.joining import joined
from studykit.exchange.anki.ledger import Ledger, stamped
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.notes import LineOf, Notes, notes_of
from studykit.exchange.anki.sidecar import Sidecar
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class Parcel:
    """A deck to be packed.

    `line_of` gives the lines of its quotes, `file_time` is when its file was changed, in
    seconds; `ledger` is None where nothing is known of earlier exports, `sidecar` where
    nothing of it came from Anki; `media` are the files beside it.
    """

    deck: Deck
    line_of: LineOf
    file_time: int
    ledger: Ledger | None = None
    sidecar: Sidecar | None = None
    media: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Packed:
    """A package, and what it takes to go on from it.

    `cards` gives the id here of each card by its number; `ledgers` run beside the
    decks. `twice` are cards that an earlier deck has already, and went out once;
    `unsaid` are lines on what does not reach Anki.
    """

    package: Package
    cards: Mapping[int, str]
    ledgers: tuple[Ledger, ...]
    twice: tuple[str, ...]
    unsaid: tuple[str, ...]


def packed(parcels: Sequence[Parcel], now: int) -> Packed:
    """The decks as a package without anyone's progress; `now` in seconds since 1970."""
    parts: list[Notes] = []
    ledgers: list[Ledger] = []
    known: set[str] = set()
    twice: list[str] = []
    for parcel in parcels:
        twice += [card.id for card in parcel.deck.cards if card.id in known]
        own = tuple(card for card in parcel.deck.cards if card.id not in known)
        known.update(card.id for card in own)
        made = notes_of(
            replace(parcel.deck, cards=own),
            parcel.line_of,
            _times(parcel, now),
            sidecar=parcel.sidecar,
        )
        changed, ledger = stamped(made.notes, parcel.ledger or {}, now)
        ledgers.append(ledger)
        parts.append(replace(made, notes=tuple(changed)))
    whole = joined(parts)
    package = Package(
        created=now,
        note_types=whole.note_types,
        decks=whole.decks,
        notes=whole.notes,
        cards=whole.cards,
        # Read when they are written.
        media=ChainMap(*(parcel.media for parcel in parcels)),  # type: ignore[arg-type]
    )
    unsaid = (*whole.unsaid, *_hidden_media(parcels))
    return Packed(package, whole.card_ids, tuple(ledgers), tuple(twice), unsaid)


def _hidden_media(parcels: Sequence[Parcel]) -> list[str]:
    """A line for each media file that has the name of another in an earlier deck."""
    first: dict[str, bytes] = {}
    lines = []
    for parcel in parcels:
        for name in parcel.media:
            shared = any(name in other.media for other in parcels if other is not parcel)
            if shared and first.setdefault(name, parcel.media[name]) != parcel.media[name]:
                message = _("{deck}: has another file {name} than a deck before; that one goes out")
                lines.append(message.format(deck=parcel.deck.title, name=name))
    return lines


def _times(parcel: Parcel, now: int) -> Callable[[Card], int]:
    """When a card was changed that the ledger does not have.

    Of all others it is the time from which ids are counted, so that they stay the
    same; Anki refuses ids that lie in the future.
    """
    ledger = parcel.ledger
    if ledger is None:
        return lambda _card: min(parcel.file_time, now)
    first = min((entry.modified for entry in ledger.values()), default=now)
    return lambda card: min(first, now) if card.id in ledger else now
