"""A deck as Anki's decks: one for the deck, and below it one a section."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from studykit.deck.model import Deck
from studykit.exchange.anki.deck_header import description_of
from studykit.exchange.anki.model import AnkiDeck
from studykit.exchange.anki.names import deck_name

# Ids of decks are milliseconds; ours lie in the years 2020 to 2023, told from the name.
_FIRST_ID, _IDS = 1_577_836_800_000, 10**11


def anki_decks(deck: Deck, modified: int) -> tuple[AnkiDeck, ...]:
    """The deck and its sub-decks by section; `modified` in seconds."""
    root = deck_name(deck.title)
    names = {root.casefold(): root}
    for section in dict.fromkeys(card.section for card in deck.cards):
        name = deck_name(deck.title, section)
        names.setdefault(name.casefold(), name)
    return tuple(
        AnkiDeck(
            id=deck_id(name),
            name=name,
            description=description_of(deck) if name == root else "",
            modified=modified,
        )
        for name in names.values()
    )


def gathered(decks: Iterable[AnkiDeck]) -> tuple[AnkiDeck, ...]:
    """The decks, each name once: Anki tells decks by their names, whatever their case.

    The first counts, but for descriptions, which are joined, so that no header is lost.
    """
    found: dict[str, AnkiDeck] = {}
    for deck in decks:
        known = found.setdefault(deck.name.casefold(), deck)
        if deck.description not in known.description:
            found[deck.name.casefold()] = replace(
                known, description=known.description + deck.description
            )
    return tuple(found.values())


def deck_id(name: str) -> int:
    """An id for a deck of this name; the same name gives the same id."""
    digest = hashlib.sha256(name.casefold().encode("utf-8", "replace")).digest()
    return _FIRST_ID + int.from_bytes(digest[:8]) % _IDS
