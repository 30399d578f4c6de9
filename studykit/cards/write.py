"""Facts in, candidate cards out: every writer."""

import re
from dataclasses import replace

from studykit.article.model import Article
from studykit.cards.candidate import Candidate
from studykit.cards.comparisons import comparison_cards
from studykit.cards.date_cards import coverage_cards, date_cards, occasion_card
from studykit.cards.derived import change_cards, group_cards
from studykit.cards.numeric import figure_cards
from studykit.cards.outline import outline_cards
from studykit.cards.sequence_cards import sequence_cards
from studykit.cards.statement_cards import statement_cards
from studykit.cards.truefalse import figure_statements
from studykit.cards.voice import Voice
from studykit.facts.changes import without_year
from studykit.facts.doubts import doubtful_words
from studykit.facts.extract import Facts
from studykit.facts.model import Change, Figure, Statement
from studykit.facts.problems import disagreeing


def write_cards(article: Article, facts: Facts, voice: Voice) -> list[Candidate]:
    """All cards that the facts give, unsorted; the rules they must pass are for `select` to ask."""
    sections = [section.title for section in article.sections]
    doubtful = doubtful_words(article)
    disputed = {f.key for pair in disagreeing(facts.figures) for f in pair}
    figures, changes = _undoubted(facts)
    figures = [without_words(f, doubtful) for f in figures if f.key not in disputed]
    by_figure: dict[str, Change] = {}
    for change in changes:
        by_figure[change.first.key] = by_figure[change.last.key] = change
    statements = [statement_without(s, doubtful) for s in facts.statements]
    if not _normative(statements):
        statements = [s for s in statements if not s.demand or s.context]
    candidates = [
        *figure_cards(figures, by_figure, sections, voice),
        *change_cards(changes, sections, voice),
        *group_cards(facts.groups, sections, voice),
        *figure_statements(figures, by_figure, sections, voice),
        *statement_cards(statements, sections, voice),
        *comparison_cards(statements, sections, voice),
        *sequence_cards(facts.sequences, sections, voice),
        *date_cards(facts.dates, doubtful, sections, voice),
        *coverage_cards(figures, sections, voice),
        *occasion_card(article, voice),
        *outline_cards(article, _first_orders(facts), voice),
    ]
    return [c for c in candidates if not any(word in c.card.prompt for word in doubtful)]


def without_words(figure: Figure, words: list[str]) -> Figure:
    """The figure without doubtful dates in what stands before it (2025年底召开的会议 is 会议)."""
    if not words:
        return figure
    return replace(
        figure, before=_cleared(figure.before, words), context=_cleared(figure.context, words)
    )


def statement_without(statement: Statement, words: list[str]) -> Statement:
    """The statement without doubtful dates in its words and its context."""
    if not words:
        return statement
    return replace(
        statement,
        before=_cleared(statement.before, words),
        context=_cleared(statement.context, words),
        masked=_cleared(statement.masked, words),
    )


def _cleared(text: str, words: list[str]) -> str:
    for word in words:
        if word in text:
            text = re.sub(rf"{re.escape(word)}(?:召开的|舉行的|召開的|举行的|，)?", "", text)
    return text


# An article calls for things where at least this share of its statements do.
_CALLING = 0.2


def _normative(statements: list[Statement]) -> bool:
    """Whether an article says what ought to be done, as a report of news does not."""
    demands = sum(s.demand for s in statements)
    return demands >= _CALLING * len(statements)


def _undoubted(facts: Facts) -> tuple[list[Figure], list[Change]]:
    """Figures and changes with doubtful years taken out of their words."""
    cleared: dict[int, Figure] = {}
    changes = []
    for change in facts.changes:
        if change.same_year:
            first = without_year(change.first, change.same_year)
            last = without_year(change.last, change.same_year)
            cleared[id(change.first)], cleared[id(change.last)] = first, last
            change = replace(change, first=first, last=last)
        changes.append(change)
    doubted = {id(c.first.place): c.same_year for c in changes if c.same_year}
    figures = [
        cleared.get(id(f))
        or (without_year(f, doubted[id(f.place)]) if id(f.place) in doubted else f)
        for f in facts.figures
    ]
    return figures, changes


def _first_orders(facts: Facts) -> dict[int, int]:
    """The order of the first sentence of each section."""
    out: dict[int, int] = {}
    for item in facts.located:
        out.setdefault(item.place.section, item.place.order)
    return out
