"""Where each card of a deck stands in its file, so that one is read without the others."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from studykit.cards.model import Card
from studykit.deck.file import as_text, load_deck, read_bytes
from studykit.deck.index_model import DeckIndex
from studykit.deck.layout import FORMAT
from studykit.deck.model import Deck
from studykit.deck.strict import locate_strict, read_card
from studykit.errors import DeckError
from studykit.messages import _

Ranges = Iterable[tuple[int, int]]

_DASH = re.compile(r"^( *)-(?=\s)")


def index_deck(data: bytes, path: Path | str) -> DeckIndex:
    """The index of a deck file's content; `DeckError` with its first problem if it has any."""
    text = as_text(data, path)
    found = locate_strict(text)
    if found:
        deck, ends = found
        return _index(deck, text, pairwise(ends), unsaved=False)
    return _index_nodes(text, str(path))


def read_indexed_card(path: Path | str, index: DeckIndex, at: int) -> Card:
    """The card that stands at this place of the index, as reading the whole deck gives it.

    Only its own lines are read, unless they need what stands elsewhere (a YAML
    alias) or the file has changed. `DeckError` where the deck has no such card any more.
    """
    lines = read_bytes(path, index.starts[at], index.ends[at]).decode("utf-8", "replace")
    card = read_card(lines) or _card_alone(lines)
    if card is None or card.id != index.ids[at]:
        return find_card(path, index.ids[at])
    return card


def find_card(path: Path | str, card_id: str) -> Card:
    """The card with this id in a deck file; `DeckError` where it has none."""
    for card in load_deck(path).cards:
        if card.id == card_id and not card.gone:
            return card
    message = _("{path}: the card {id} is not there any more")
    raise DeckError(message.format(path=path, id=card_id))


def _index(deck: Deck, text: str, ranges: Ranges, *, unsaved: bool) -> DeckIndex:
    cards = deck.cards
    places = list(_in_bytes(text, ranges))
    if any(card.gone for card in cards):
        there = [(card, place) for card, place in zip(cards, places, strict=True) if not card.gone]
        cards, places = tuple([card for card, _ in there]), [place for _, place in there]
    return DeckIndex(
        deck.id,
        deck.title,
        tuple([card.id for card in cards]),
        tuple([card.fact for card in cards]),
        tuple([start for start, _ in places]),
        tuple([end for _, end in places]),
        unsaved,
    )


def _in_bytes(text: str, ranges: Ranges) -> Iterable[tuple[int, int]]:
    """Ranges of characters, one behind the other, as ranges of bytes in UTF-8."""
    at = byte = 0
    for start, end in ranges:
        first = byte + len(text[at:start].encode())
        at, byte = end, first + len(text[start:end].encode())
        yield first, byte


def _index_nodes(text: str, path: str) -> DeckIndex:
    """The index of a deck in a person's own layout."""
    from studykit.deck.decode import BOM, parse_deck
    from studykit.deck.nodes import Node, fields, is_list

    deck, root = parse_deck(text, path).in_order()
    lead = len(text) - len(text.removeprefix(BOM))
    cards = fields(root)["cards"]
    nodes: list[Node] = cards.value if is_list(cards) else []
    # Lines in blocks are kept from their first column on: there it counts.
    starts = [n.start.index - (0 if n.flow else n.start.column) + lead for n in nodes]
    ends = [node.end.index + lead for node in nodes]
    stops = [min(pair) for pair in zip(ends, [*starts, len(text)][1:], strict=True)]
    ids = [fields(node).get("id") for node in (root, *nodes)]
    unsaved = not all(node and node.value for node in ids)
    return _index(deck, text, zip(starts, stops, strict=True), unsaved=unsaved)


def _card_alone(lines: str) -> Card | None:
    """The card of some lines in a person's own layout; None where they cannot be read alone."""
    from studykit.deck.decode import parse_deck

    body = _DASH.sub(r"\1 ", lines)
    # In a block the column stays what it was; what stands in brackets may stand anywhere.
    body = body if body.startswith(" ") else f" {body}"
    file = parse_deck(f"format: {FORMAT}\ntitle: -\ncards:\n-\n{body}", "")
    alone = file.deck is not None and not file.problems and len(file.deck.cards) == 1
    return file.deck.cards[0] if file.deck and alone else None
