"""Facts in, candidate cards out: every writer, and the rules that each card must pass."""

from dataclasses import replace

from studykit.article.model import Article
from studykit.cards.candidate import Candidate
from studykit.cards.derived import change_cards, group_cards
from studykit.cards.numeric import figure_cards
from studykit.cards.outline import outline_cards
from studykit.cards.rules import card_flaws
from studykit.cards.sequence_cards import sequence_cards
from studykit.cards.statement_cards import statement_cards
from studykit.cards.truefalse import figure_statements
from studykit.cards.voice import Voice
from studykit.facts.changes import without_year
from studykit.facts.extract import Facts
from studykit.facts.model import Change, Figure


def write_cards(article: Article, facts: Facts, voice: Voice) -> list[Candidate]:
    """All cards that the facts give and that pass the rules, unsorted."""
    sections = [section.title for section in article.sections]
    figures, changes = _undoubted(facts)
    by_figure: dict[str, Change] = {}
    for change in changes:
        by_figure[change.first.key] = by_figure[change.last.key] = change
    candidates = [
        *figure_cards(figures, by_figure, sections, voice),
        *change_cards(changes, sections, voice),
        *group_cards(facts.groups, sections, voice),
        *figure_statements(figures, by_figure, sections, voice),
        *statement_cards(facts.statements, sections, voice),
        *sequence_cards(facts.sequences, sections, voice),
        *outline_cards(article, _first_orders(facts), voice),
    ]
    return [c for c in candidates if not card_flaws(c.card)]


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
    return [cleared.get(id(f), f) for f in facts.figures], changes


def _first_orders(facts: Facts) -> dict[int, int]:
    """The order of the first sentence of each section."""
    out: dict[int, int] = {}
    for item in facts.located:
        out.setdefault(item.place.section, item.place.order)
    return out
