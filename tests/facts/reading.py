"""Sentences read the way the generator reads them: an article of one text, and its facts."""

from functools import cache

from studykit.article.model import Article
from studykit.article.parse import parse_article
from studykit.article.script import fold
from studykit.facts.extract import Facts, extract_facts
from studykit.facts.model import Figure
from studykit.facts.phrases import Word, words_of
from studykit.facts.tagger import Tagger, load_tagger

# A paragraph before the sentence keeps it from being read as a title.
OPENING = "这是一段导语，交代背景，不含要点。"


@cache
def tagger() -> Tagger:
    return load_tagger()


def article_of(text: str, head: str = "") -> Article:
    """An article whose last paragraph is this text; `head` are lines that stand before all."""
    lines = [*head.splitlines(), OPENING, text]
    article = parse_article("\n".join(lines) + "\n", "article.txt", "0" * 64)
    assert article.sections[-1].paragraphs, "the text was read as a heading or as noise"
    return article


def facts_of(text: str, head: str = "") -> Facts:
    """The facts of a text."""
    return extract_facts(article_of(text, head), tagger())


def figures_of(text: str, head: str = "") -> tuple[Figure, ...]:
    """The figures of a text that may be asked for."""
    return tuple(f for f in facts_of(text, head).figures if not f.doubtful)


def cut(text: str) -> tuple[str, list[Word]]:
    """A folded sentence and its words."""
    folded = fold(text)
    return folded, words_of(folded, tagger())
