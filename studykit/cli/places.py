"""The line of the article that a quote stands in, while the article is at hand."""

from pathlib import Path

from studykit.deck.model import Deck
from studykit.errors import StudykitError
from studykit.terminal.card import LineOf


def lines_of_deck(deck: Deck, path: Path) -> LineOf:
    """Lines of the article a deck was made from, if it is still there and the same."""
    from studykit.article.reading import read_source
    from studykit.deck.check import find_source

    for file in find_source(deck, path):
        try:
            source = read_source(file)
        except StudykitError:
            continue
        if deck.source and source.sha256 == deck.source.sha256:
            return lambda offset: source.text.count("\n", 0, offset) + 1
    return lambda offset: None
