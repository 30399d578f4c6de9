"""Which deck of ours a card of a package belongs to."""

from collections.abc import Sequence
from dataclasses import replace

from studykit.deck.ids import mint_id
from studykit.deck.model import Deck
from studykit.exchange.anki.deck_header import headers_in
from studykit.exchange.anki.model import AnkiCard, AnkiDeck
from studykit.exchange.anki.names import PART, UNTITLED, deck_name


class Homes:
    """The decks of a package by ours: `headers` are decks of ours without their cards, by id."""

    def __init__(self, decks: Sequence[AnkiDeck]) -> None:
        self._decks = {one.id: one for one in decks}
        self._by_root: dict[str, str] = {}
        self.headers: dict[str, Deck] = {}
        for anki_deck in decks:
            found = headers_in(anki_deck.description)
            for header in found:
                # Renamed in Anki; where several decks are one there, the name tells nothing.
                if len(found) == 1 and _differ(anki_deck.name, deck_name(header.title)):
                    header = replace(header, title=anki_deck.name.rpartition(PART)[2])
                self.headers.setdefault(header.id, header)
                self._by_root.setdefault(anki_deck.name.casefold(), header.id)

    def home(self, card: AnkiCard, id_: str = "") -> tuple[str, str]:
        """The id of the card's deck (`id_`, where it is known), and the path of decks inside it.

        That is the deck whose header stands in a deck around the card, or the outermost
        one, of which a header without a language is made; never a filtered deck.
        """
        deck = self._decks.get(card.original_deck or card.deck)
        parts = (deck.name if deck else UNTITLED).split(PART)
        roots = [PART.join(parts[:length]) for length in range(len(parts), 0, -1)]
        root = next((one for one in roots if one.casefold() in self._by_root), parts[0])
        known = self._by_root.get(root.casefold())
        id_ = id_ or known or mint_id("", "anki", root)
        self.headers.setdefault(id_, Deck(id_, root, "", ()))
        self._by_root.setdefault(root.casefold(), id_)
        return id_, PART.join(parts[root.count(PART) + 1 :])


def _differ(one: str, other: str) -> bool:
    return one.casefold() != other.casefold()
