"""The table of figures that `studykit figures` prints."""

from dataclasses import dataclass

from studykit.article.model import Article
from studykit.article.script import fold
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
        indicator=_indicator(figure),
        scope=figure.scope,
        period=figure.period,
        relation=figure.relation,
        value=figure.text,
        unit="" if quantity.kind == "rank" else _printed(figure.text, quantity.unit),
        hedge=_printed(figure.text, quantity.hedge),
        attribution=figure.attribution,
        quote=figure.passage.text,
        line=article.line_of(spans[0].start),
    )


def _indicator(figure: Figure) -> str:
    """What is measured; of a figure that opens its clause, what follows it."""
    name = figure.indicator.strip("，、的 ")
    return name if len(name) > 1 else figure.context.rstrip("，").rpartition("，")[2]


def _printed(text: str, words: str) -> str:
    """Folded words as the article prints them."""
    at = fold(text).rfind(words) if words else -1
    return text[at : at + len(words)] if at >= 0 else words
