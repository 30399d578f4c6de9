"""Where in its article a card comes from, in words for the back of the card."""

from collections.abc import Callable
from pathlib import PurePath

from studykit.cards.model import Card
from studykit.deck.model import Deck


def place_words(card: Card, deck: Deck, line_of: Callable[[int], int | None]) -> str:
    """The article's author and day, file and lines, in the deck's own language."""
    lines = sorted({line for span in card.spans if (line := line_of(span.start)) is not None})
    parts = []
    if deck.source and card.quotes:
        source = deck.source
        parts = [source.author, source.publisher, source.published, PurePath(source.path).name]
    if lines:
        parts.append(f"第 {'、'.join(map(str, lines))} 行")
    return " · ".join(filter(None, parts))
