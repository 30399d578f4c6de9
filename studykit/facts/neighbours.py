"""The clauses beside a clause, as context for a figure that means nothing without them."""

import re

from studykit.facts.clauses import Clause, skip_connectives, split_clauses
from studykit.facts.figure_context import Carried, Reading
from studykit.facts.relations import relation_tail
from studykit.facts.stems import DANGLING, unpaired

# A clause longer than this would bury the question that it gives context to.
_LONGEST_CONTEXT = 45
# Two clauses of context together.
_LONGEST_CHAIN = 56
# Fewer characters name nothing that a figure could be about.
_SHORTEST_CONTEXT = 3
# Relations that say no more than that a value follows.
_PLAIN_RELATION = re.compile(
    r"(?:已经|已|共|累计|合计|总计)?(?:为|是|达|达到|有|共有|达到了|约为|超过|突破)"
)


def previous_clause(reading: Reading, carried: Carried, clause: Clause) -> tuple[str, int]:
    """The clause before as context, and where it begins.

    `("", clause.start)` where it is too long for a question or points back itself.
    """
    if carried.previous is None:
        return "", clause.start
    low, high = carried.previous
    text = unpaired(_without_figure(reading, low, high))
    if not text or len(text) > _LONGEST_CONTEXT or DANGLING.match(text):
        return "", clause.start
    earlier = carried.previous_context
    if earlier and earlier not in text and len(earlier) + len(text) < _LONGEST_CHAIN:
        text = f"{earlier}，{text}"
    return text, low


def next_clause(reading: Reading, clause: Clause) -> str:
    """The clause after, where it is short enough to stand in a question."""
    following = next((c for c in split_clauses(reading.folded) if c.start > clause.start), None)
    if following is None:
        return ""
    text = unpaired(reading.cut(following.start, following.end))
    return text if len(text) <= _LONGEST_CONTEXT else ""


def _without_figure(reading: Reading, low: int, high: int) -> str:
    """The clause; without its figure where that only closes it, so that what it is about is left."""
    whole = reading.cut(low, high)
    inside = [q for q in reading.numbers if low <= q.start and q.end <= high]
    if len(inside) != 1:
        return whole
    lead = reading.folded[low : inside[0].start]
    if reading.folded[inside[0].end : high].strip() or not lead.strip():
        return whole
    size, relation, _ = relation_tail(lead, reading.word_starts(low))
    if relation and not _PLAIN_RELATION.fullmatch(relation):
        return whole
    start = skip_connectives(reading.folded, low, low + size)
    return reading.cut(start, low + size) if size >= _SHORTEST_CONTEXT else ""
