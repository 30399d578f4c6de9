"""Article in, deck out: the whole generator as one pure function."""

from collections.abc import Callable
from dataclasses import dataclass

from studykit.article.model import Article
from studykit.cards.model import CARD_TYPES, CardType
from studykit.deck.model import Deck
from studykit.facts.table import Tagger


@dataclass(frozen=True, slots=True)
class Options:
    """What to make: which types, at most how many cards (None: no limit), which seed."""

    types: tuple[CardType, ...] = CARD_TYPES
    limit: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the article the deck asks for."""

    figures: int
    figures_asked: int
    sentences: int
    sentences_quoted: int


@dataclass(frozen=True, slots=True)
class Generated:
    """A deck and what it covers."""

    deck: Deck
    coverage: Coverage


def generate(
    article: Article,
    tagger: Tagger,
    options: Options = Options(),
    on_stage: Callable[[str], None] = lambda stage: None,
) -> Generated:
    """Make a deck of an article.

    `on_stage` is told the name of each stage as it begins: "facts", "cards",
    "select". Same article and options, same deck.
    """
    raise NotImplementedError
