"""All facts of an article, each kind by its own extractor."""

from collections.abc import Iterator
from dataclasses import dataclass

from studykit.article.model import Article
from studykit.article.problems import corrupt_tokens
from studykit.article.script import fold
from studykit.facts.clauses import split_clauses
from studykit.facts.changes import find_changes
from studykit.facts.dates import DateFact, find_dates
from studykit.facts.figures import Context, sentence_figures
from studykit.facts.frames import Framer
from studykit.facts.groups import find_groups
from studykit.facts.model import Change, Figure, Group, Located, Place, Statement
from studykit.facts.periods import SectionPeriods
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
    figures: list[Figure] = []
    statements: list[Statement] = []
    dates: list[DateFact] = []
    carried = before = ""
    for item in located:
        sentence = item.place.sentence
        words: list[Word] = words_of(sentence.folded, tagger)
        lead = item.paragraph.lead.folded if item.paragraph.lead else ""
        period = periods.of(item.place.section, lead)
        if item.first:
            carried = before = ""
        context = Context(
            scope, renderer, period, article.metadata.published,
            periods.planned(item.place.section), carried, before, _label(item),
        )  # fmt: skip
        found = sentence_figures(item.place, words, context)
        carried = next((f.indicator for f in found if f.indicator and f.relation), carried)
        before = _closing_clause(renderer, item, bool(found))
        figures.extend(found)
        dates.extend(find_dates(item.place, words, renderer, scope.name))
        statements.extend(read_statements(item, words, framer, renderer, period))
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
