"""The line of the article that a quote stands in, while the article is at hand."""

from pathlib import Path

from studykit.article.model import Article
from studykit.deck.model import Deck
from studykit.errors import StudykitError
from studykit.terminal.card import LineOf


def lines_of_article(article: Article) -> LineOf:
    """Lines of this article."""
    return article.line_of


def lines_of_deck(deck: Deck, path: Path) -> LineOf:
    """Lines of the article a deck was made from, if it is still there and the same.

    It is looked for from the working folder, then from the deck's own.
    """
    from studykit.article.reading import read_source

    if deck.source:
        for file in (Path(deck.source.path), path.parent / deck.source.path):
            try:
                source = read_source(str(file))
            except (StudykitError, OSError):
                continue
            if source.sha256 == deck.source.sha256:
                return lambda offset: source.text.count("\n", 0, offset) + 1
    return lambda offset: None
