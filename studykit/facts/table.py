"""The table of figures that `studykit figures` prints."""

from dataclasses import dataclass

from studykit.article.model import Article
from studykit.facts.extract import extract_facts
from studykit.facts.model import Figure
from studykit.facts.tagger import Tagger


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
    """All figures of the article in order of the text; vague ones and ranks among them."""
    return [_row(article, figure) for figure in extract_facts(article, tagger).figures]


def _row(article: Article, figure: Figure) -> FigureRow:
    sentence, quantity = figure.place.sentence, figure.quantity
    spans = sentence.spans(quantity.start, quantity.end)
    return FigureRow(
        indicator=figure.indicator,
        scope=figure.scope,
        period=figure.period,
        relation=figure.relation,
        value=figure.text,
        unit="" if quantity.kind == "rank" else quantity.unit,
        hedge=quantity.hedge,
        attribution=figure.attribution,
        quote=figure.passage.text,
        line=article.line_of(spans[0].start),
    )
