"""What the generator wrote, remembered in short, so that a person's edits can be told.

`Deck.made` holds one entry for each generated card, `ID-HASH`, and one for the
header. A hash is over the very lines of the file: whoever changes a word, adds
a comment or a key of their own makes the card theirs.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from studykit.deck.dump import dump_card, dump_header
from studykit.deck.ids import mint_ids
from studykit.deck.model import Deck

HEADER = "header"
# The mark that regenerating itself adds is no edit.
GONE_LINE = "gone: true"


def fingerprint(lines: str) -> str:
    """Eight hex digits for some lines of a deck file, blanks at line ends left out."""
    kept = [line.rstrip() for line in lines.splitlines() if line.strip() != GONE_LINE]
    return hashlib.sha256("\n".join(kept).encode("utf-8", "replace")).hexdigest()[:8]


def stamp(deck: Deck) -> Deck:
    """The deck as freshly generated: every card with an id, and the record of it all."""
    deck = replace(deck, cards=mint_ids(deck.cards))
    prints = {HEADER: fingerprint(dump_header(deck))}
    prints.update((card.id, fingerprint(dump_card(card))) for card in deck.cards)
    return replace(deck, made=entries(prints))


def entries(prints: Mapping[str, str]) -> tuple[str, ...]:
    """`Deck.made` from ids and fingerprints."""
    return tuple(f"{name}-{mark}" for name, mark in prints.items())


def prints_of(made: Sequence[str]) -> dict[str, str]:
    """Ids and fingerprints of `Deck.made`."""
    return dict(entry.rsplit("-", 1) for entry in made if "-" in entry)
