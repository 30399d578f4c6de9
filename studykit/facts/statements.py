"""Statements: clauses that tell something other than a figure, cut into before, answer and after.

Each kind has its reader (`list_statements`, `pattern_statements`, `word_statements`);
`series_statements` joins neighbours, and `statement_maker` cuts and refuses.
"""

import re

from studykit.facts.frames import Framer
from studykit.facts.list_statements import lists
from studykit.facts.model import Located, Statement
from studykit.facts.pattern_statements import patterns
from studykit.facts.phrases import Word
from studykit.facts.series_statements import SERIAL, series
from studykit.facts.statement_maker import StatementMaker
from studykit.facts.stems import Renderer
from studykit.facts.word_statements import both, compared, gist, terms

# What is said to an audience and not about the matter.
_FORMULA = re.compile(
    r"请予审议|提出意见|各位代表|各位委员|向大会|谢谢大家|表示[^，。]{0,8}(?:感谢|谢意|敬意)|让我们|记者[^，。]{0,6}获悉|点击查看|扫码|更多内容"
)
# Shorter sentences are headings or labels.
_SHORTEST_SENTENCE = 8
# A longer clause is asked about badly.
_LONGEST_CLAUSE = 90
# A sentence with a statement of this worth needs no gist.
_SOLID = 0.9
_READERS = (lists, both, patterns, terms, compared)


def read_statements(
    located: Located, words: list[Word], framer: Framer, renderer: Renderer, period: str
) -> list[Statement]:
    """The statements of a sentence, those of one clause beside each other."""
    sentence = located.place.sentence
    if (
        len(sentence.folded) < _SHORTEST_SENTENCE
        or _FORMULA.search(sentence.folded)
        or located.paragraph.lead is sentence
    ):
        return []
    maker = StatementMaker(located, words, framer.frames(located, words, period), renderer)
    found = [
        statement
        for frame in maker.frames
        if frame.closed and frame.end - frame.start <= _LONGEST_CLAUSE
        for reader in _READERS
        for statement in reader(maker, frame)
    ]
    joined = series(maker, found)
    if joined is not None:
        found = [*(s for s in found if s.kind not in SERIAL), joined]
    if not any(s.weight >= _SOLID for s in found):
        closing = gist(maker)
        if closing is not None:
            found.append(closing)
    return found
