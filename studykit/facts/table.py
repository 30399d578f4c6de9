"""The table of figures that `studykit figures` prints."""

from collections.abc import Callable
from dataclasses import dataclass

from studykit.article.model import Article

Tagger = Callable[[str], list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of the text as strings; empty where the text does not say."""

    indicator: str
    scope: str
    period: str
    relation: str
    value: str
    unit: str
    hedge: str
    attribution: str
    quote: str
    line: int


def figure_table(article: Article, tagger: Tagger) -> list[FigureRow]:
    """All figures of the article in order of the text."""
    return []
