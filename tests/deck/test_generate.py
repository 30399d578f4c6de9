"""What a deck is said to cover, held against the plain definition."""

from pathlib import Path

import pytest

from studykit.article.model import Article
from studykit.cli.articles import load_article
from studykit.deck.generate import Options, generate
from studykit.facts.tagger import load_tagger

ROOT = Path(__file__).parents[2]
ARTICLES = [ROOT / "seeds/innovation.txt", *sorted((ROOT / "tests/articles").glob("*.txt"))]


@pytest.fixture(scope="module")
def tagger():
    return load_tagger()


def sentences_of(article: Article) -> list[tuple[int, int]]:
    """From where to where in the file each sentence goes."""
    spans = [
        sentence.spans(0, len(sentence.text))
        for section in article.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
    ]
    return [(of[0].start, of[-1].end) for of in spans]


@pytest.mark.parametrize("limit", [None, 1, 7])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_sentence_counts_when_a_quote_shares_a_character_with_it(path, limit, tagger):
    article = load_article(str(path))
    made = generate(article, tagger, Options(limit=limit))
    quotes = [span for card in made.deck.cards for span in card.spans]
    sentences = sentences_of(article)
    quoted = [
        any(start < quote.end and quote.start < end for quote in quotes) for start, end in sentences
    ]
    assert (made.coverage.sentences, made.coverage.sentences_quoted) == (
        len(sentences),
        sum(quoted),
    )
    assert any(quoted)


def test_a_deck_without_cards_asks_and_quotes_nothing(tagger):
    coverage = generate(load_article(str(ARTICLES[0])), tagger, Options(types=())).coverage
    assert (coverage.figures_asked, coverage.sentences_quoted) == (0, 0)
    assert coverage.sentences > 0
