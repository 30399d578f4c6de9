"""All facts of an article, each kind by its own extractor."""

from collections.abc import Iterator
from dataclasses import dataclass

from studykit.article.model import Article
from studykit.article.problems import corrupt_tokens
from studykit.article.script import fold
from studykit.facts.changes import find_changes
from studykit.facts.clauses import split_clauses
from studykit.facts.dates import DateFact, find_dates
from studykit.facts.doubts import doubtful_words
from studykit.facts.figure_context import Context
from studykit.facts.figures import sentence_figures
from studykit.facts.frames import Framer
from studykit.facts.groups import find_groups
from studykit.facts.model import Change, Figure, Group, Located, Place, Statement
from studykit.facts.periods import SectionPeriods, opening_period
from studykit.facts.phrases import Word, words_of
from studykit.facts.scope import Scope, article_scope
from studykit.facts.sequences import Sequence, find_sequences
from studykit.facts.statements import read_statements
from studykit.facts.stems import DANGLING, Renderer, unpaired
from studykit.facts.tagger import Tagger

# The place an article speaks for is named in its head.
_HEAD = 1500


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in an article, in the order of the text."""

    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    groups: tuple[Group, ...]
    statements: tuple[Statement, ...]
    sequences: tuple[Sequence, ...]
    dates: tuple[DateFact, ...]
    located: tuple[Located, ...]
    scope: Scope


def locate(article: Article) -> Iterator[Located]:
    """The sentences of an article with their places."""
    order = 0
    for s, section in enumerate(article.sections):
        for p, paragraph in enumerate(section.paragraphs):
            for k, sentence in enumerate(paragraph.sentences):
                yield Located(Place(sentence, s, p, order), section, paragraph, k == 0)
                order += 1


def extract_facts(article: Article, tagger: Tagger) -> Facts:
    """The facts that an article states."""
    located = tuple(locate(article))
    head = fold(
        article.metadata.title
        + "\n"
        + article.metadata.occasion
        + "\n"
        + article.metadata.author
        + "\n"
        + article.source[:_HEAD]
    )
    scope = article_scope(article, head)
    renderer = Renderer(scope, _mends(located), article.language)
    periods = SectionPeriods(article)
    framer = Framer(renderer, scope, article.metadata.published)
    placeless = Framer(renderer, Scope("", False), article.metadata.published)
    strict = _unpunctuated(located)
    figures: list[Figure] = []
    statements: list[Statement] = []
    dates: list[DateFact] = []
    running = _Running(periods, article, doubtful_words(article))
    for item in located:
        sentence = item.place.sentence
        words: list[Word] = words_of(sentence.folded, tagger)
        period = running.period(item)
        notes = periods.notes(item.place.section)
        context = Context(
            Scope("", False) if notes else scope, renderer, "" if notes else period, article.metadata.published,
            periods.planned(item.place.section), running.indicator, running.closing, _label(item), strict,
        )  # fmt: skip
        found = sentence_figures(item.place, words, context)
        running.indicator = next(
            (f.indicator for f in found if f.indicator and f.relation), running.indicator
        )
        running.closing = _closing_clause(renderer, item, bool(found))
        figures.extend(found)
        if not strict:
            dates.extend(find_dates(item.place, words, renderer))
        reader = placeless if notes else framer
        told = read_statements(item, words, reader, renderer, "" if notes else running.steady(item))
        statements.extend(s for s in told if not strict or s.kind in _FIRM_KINDS)
    changes = find_changes(figures)
    sequences = tuple(s for group in _paragraphs(located) for s in find_sequences(group, renderer))
    return Facts(
        tuple(figures),
        changes,
        find_groups(figures),
        tuple(statements),
        sequences,
        tuple(dates),
        located,
        scope,
    )


# What may be asked of a text without punctuation: a clause that is whole in one line.
_FIRM_KINDS = frozenset({"definition", "named", "name"})
# One full stop to so many characters, and fewer, is no punctuation.
_SPARSE = 200
_SHORTEST_SPARSE = 300


def _unpunctuated(located: tuple[Located, ...]) -> bool:
    """Whether an article is a transcript whose sentences no mark tells apart."""
    text = "".join(item.place.sentence.folded for item in located)
    marks = sum(text.count(mark) for mark in "。；，")
    return len(text) > _SHORTEST_SPARSE and marks * _SPARSE < len(text)


class _Running:
    """What sentences hand on to those after them: period, indicator, closing clause."""

    def __init__(self, periods: SectionPeriods, article: Article, doubtful: list[str]) -> None:
        self._periods = periods
        self._doubtful = doubtful
        self._published = article.metadata.published
        self._sections = article.sections
        self._top = -1
        self._of_section = ""
        self._of_paragraph = ""
        self.indicator = ""
        self.closing = ""

    def period(self, item: Located) -> str:
        """The period that holds for a sentence, taking note of one that it sets."""
        folded = item.place.sentence.folded
        if item.first:
            self.indicator = self.closing = self._of_paragraph = ""
        top = self._top_section(item.place.section)
        if top != self._top:
            self._top, self._of_section = top, ""
        retrospect = self._periods.retrospect(folded)
        if retrospect:
            self._of_section = self._of_paragraph = retrospect
        else:
            opening = opening_period(item.place.sentence, self._published)
            if opening and opening not in self._doubtful:
                self._of_paragraph = opening
        lead = item.paragraph.lead.folded if item.paragraph.lead else ""
        return self._of_paragraph or self._of_section or self._periods.of(item.place.section, lead)

    def steady(self, item: Located) -> str:
        """The period of the section that a sentence stands in, whatever its paragraph speaks of."""
        lead = item.paragraph.lead.folded if item.paragraph.lead else ""
        return self._of_section or self._periods.of(item.place.section, lead)

    def _top_section(self, number: int) -> int:
        while number > 0 and self._sections[number].level > 1:
            number -= 1
        return number


# A label longer than this is a sentence, not the name of what its paragraph is about.
_LONGEST_LABEL = 10


def _label(item: Located) -> str:
    """What a label with a colon (教育：) says its paragraph is about; empty without one."""
    lead = item.paragraph.lead
    if lead is None or lead is item.place.sentence:
        return ""
    text = lead.text.rstrip()
    name = text.rstrip("：: ")
    return (
        name
        if text != name and len(name) <= _LONGEST_LABEL and not name.endswith(("包括", "如下"))
        else ""
    )


# A clause longer than this would bury the question that it opens.
_LONGEST_CLOSING = 45


def _closing_clause(renderer: Renderer, item: Located, figures: bool) -> str:
    """The last clauses of a sentence with figures, for a next sentence that begins with 其中."""
    if not figures:
        return ""
    sentence = item.place.sentence
    clauses = split_clauses(sentence.folded)
    end = clauses[-1].end
    start = end
    for clause in reversed(clauses):
        if end - clause.start > _LONGEST_CLOSING:
            break
        start = clause.start
    text = unpaired(renderer.cut(sentence, start, end))
    return "" if start == end or DANGLING.match(sentence.folded[start:end]) else text


def _paragraphs(located: tuple[Located, ...]) -> Iterator[list[Located]]:
    """The sentences paragraph by paragraph."""
    group: list[Located] = []
    for item in located:
        if group and (item.place.section, item.place.paragraph) != (
            group[0].place.section,
            group[0].place.paragraph,
        ):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _mends(located: tuple[Located, ...]) -> dict[str, str]:
    mends: dict[str, str] = {}
    for item in located:
        sentence = item.place.sentence
        for start, end, reading in corrupt_tokens(sentence.folded):
            mends[sentence.text[start:end]] = reading
    return mends
