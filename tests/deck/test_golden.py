"""The seed article gives the deck that is kept beside it, byte for byte.

After a wanted change: `studykit generate seeds/innovation.txt -o decks/innovation.yaml`
with the old file removed, and read the difference.
"""

from studykit.article.parse import parse_article
from studykit.article.reading import read_source
from studykit.deck.dump import dump_deck
from studykit.deck.generate import generate
from studykit.deck.made import stamp
from studykit.facts.tagger import load_tagger
from tests.shared import ROOT

ARTICLE = "seeds/innovation.txt"
GOLDEN = ROOT / "decks" / "innovation.yaml"


def test_the_seed_article_gives_the_golden_deck() -> None:
    source = read_source(ROOT / ARTICLE)
    article = parse_article(source.text, ARTICLE, source.sha256, source.hints)
    deck = stamp(generate(article, load_tagger()).deck)
    assert dump_deck(deck) == GOLDEN.read_text(encoding="utf-8")
