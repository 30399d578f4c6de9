"""From an article on the disk to its deck on the disk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from studykit.article.model import Article
from studykit.cli.articles import load_article
from studykit.deck.generate import Coverage, Generated, Options, generate
from studykit.deck.model import Deck


@dataclass(frozen=True, slots=True)
class Made:
    """An article, the deck made of it, and what the deck covers."""

    article: Article
    deck: Deck
    coverage: Coverage


def make(path: str, options: Options, on_stage: Callable[[str], None]) -> Made:
    """Make a deck of the article at a path; raises StudykitError."""
    from studykit.facts.tagger import load_tagger

    on_stage("read")
    article = load_article(path)
    on_stage("words")
    tagger = load_tagger()
    made: Generated = generate(article, tagger, options, on_stage)
    return Made(article, made.deck, made.coverage)


def save(made: Made, out: Path) -> Made:
    """Write the deck, merged with the one that is there; gives what was written."""
    from studykit.deck.file import read_deck, write_deck
    from studykit.deck.merge import merge

    deck = made.deck
    if out.exists():
        deck = merge(read_deck(out), deck)
    write_deck(out, deck)
    return replace(made, deck=deck)
