"""A deck's header as Anki's decks: one for the deck, and below it one a section."""

import hashlib
from dataclasses import asdict

from studykit.deck.model import Deck
from studykit.exchange.anki.fields import html_of, list_html
from studykit.exchange.anki.model import AnkiDeck
from studykit.exchange.anki.names import deck_name

KEY = "studykit"
# Ids of decks are milliseconds; ours lie in the years 2020 to 2023, told from the name.
_FIRST_ID, _IDS = 1_577_836_800_000, 10**11


def anki_decks(deck: Deck, modified: int) -> tuple[AnkiDeck, ...]:
    """The deck and its sub-decks by section; `modified` in seconds."""
    root = deck_name(deck.title)
    names = {root.casefold(): root}
    for card in deck.cards:
        name = deck_name(deck.title, card.section)
        names.setdefault(name.casefold(), name)
    return tuple(
        AnkiDeck(
            id=deck_id(name),
            name=name,
            description=_description(deck) if name == root else "",
            modified=modified,
            extra={KEY: header_of(deck)} if name == root else {},
        )
        for name in names.values()
    )


def deck_id(name: str) -> int:
    """An id for a deck of this name; the same name gives the same id."""
    digest = hashlib.sha256(name.casefold().encode("utf-8", "replace")).digest()
    return _FIRST_ID + int.from_bytes(digest[:8]) % _IDS


def header_of(deck: Deck) -> dict[str, object]:
    """All of a deck but its cards, as JSON."""
    return {
        "id": deck.id,
        "title": deck.title,
        "language": deck.language,
        "source": asdict(deck.source) if deck.source else None,
        "warnings": [asdict(warning) for warning in deck.warnings],
        "made": list(deck.made),
    }


def _description(deck: Deck) -> str:
    """What Anki shows before the deck is begun: where it comes from, and what is doubtful."""
    source = deck.source
    words = filter(None, (source.author, source.publisher, source.published)) if source else ()
    return html_of(" · ".join(words)) + list_html([warning.message for warning in deck.warnings])
