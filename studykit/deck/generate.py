"""Article in, deck out: the whole generator as one pure function."""

import hashlib
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from studykit.article.model import Article, Sentence
from studykit.article.span import Span
from studykit.cards.model import CARD_TYPES, Card, CardType
from studykit.cards.rules import card_flaws
from studykit.cards.selection import select
from studykit.cards.voice import Voice
from studykit.cards.write import write_cards
from studykit.deck.ids import mint_ids
from studykit.deck.model import Deck, Source, Warning
from studykit.facts.extract import Facts, extract_facts
from studykit.facts.problems import all_problems
from studykit.facts.tagger import Tagger


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
    on_stage("facts")
    facts = extract_facts(article, tagger)
    on_stage("cards")
    candidates = write_cards(article, facts, Voice(article.language, options.seed))
    on_stage("select")
    chosen = select(candidates, options.types, options.limit, lambda card: not card_flaws(card))
    cards = mint_ids(chosen)
    deck = Deck(
        id=f"deck-{hashlib.sha256(article.source.encode('utf-8', 'replace')).hexdigest()[:8]}",
        title=article.metadata.title or (article.sections[0].title if article.sections else ""),
        language=article.language,
        cards=cards,
        source=Source(
            article.path, article.sha256, article.metadata.author, article.metadata.published,
            article.metadata.publisher,
        ),
        warnings=tuple(Warning(p.kind, p.line, p.message) for p in all_problems(article, facts)),
    )  # fmt: skip
    return Generated(deck, _coverage(facts, cards))


def _coverage(facts: Facts, cards: tuple[Card, ...]) -> Coverage:
    asked = {card.fact for card in cards}
    firm = [f for f in facts.figures if not f.quantity.vague]
    sentences = [item.place.sentence for item in facts.located]
    seen = sum(map(_overlaps([span for card in cards for span in card.spans]), sentences))
    return Coverage(len(firm), sum(f.key in asked for f in firm), len(sentences), seen)


def _overlaps(quotes: list[Span]) -> Callable[[Sentence], bool]:
    """Whether any of these quotes shares a character with a sentence."""
    quotes = sorted(quotes)
    starts = [quote.start for quote in quotes]
    reach = list(accumulate((quote.end for quote in quotes), max))

    def overlaps(sentence: Sentence) -> bool:
        spans = sentence.spans(0, len(sentence.text))
        before = bisect_left(starts, spans[-1].end)
        return before > 0 and reach[before - 1] > spans[0].start

    return overlaps
