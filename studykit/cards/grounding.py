"""Grounding: the quote that proves a card and its place in the source."""

from studykit.article.span import Span
from studykit.facts.clauses import trim
from studykit.facts.model import Passage, Statement

# Rule 1: a quote is no longer than the proof needs.
LONGEST_QUOTE = 140
# A sentence up to this length is quoted whole: half of it reads worse and proves no more.
SHORT_SENTENCE = 64


def widened(statement: Statement) -> Passage:
    """The statement's passage with all of the sentence that its window shows."""
    low, high = statement.window
    passage = statement.passage
    return Passage(passage.place, min(low, passage.start), max(high, passage.end))


def ground(
    passage: Passage, need_start: int, need_end: int
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Quotes and spans of a passage, shortened around the words that are needed."""
    start, end = passage.start, passage.end
    text = passage.place.sentence.text
    if len(text) <= SHORT_SENTENCE:
        start, end = 0, len(text)
    if end - start > LONGEST_QUOTE:
        start = max(start, need_end - LONGEST_QUOTE)
        cut = max(text.rfind(mark, start, need_start) for mark in "，；：、。")
        first = min(
            (i for i in (text.find(mark, start, need_start) for mark in "，；：、") if i >= 0),
            default=-1,
        )
        start = (first if first >= 0 else cut) + 1 if max(first, cut) >= 0 else start
        end = min(end, start + LONGEST_QUOTE)
        if end < passage.end:
            stop = max(text.rfind(mark, need_end, end) for mark in "，；：、。")
            end = stop if stop > need_end else max(end, need_end)
    start, end = trim(text, start, end)
    sentence = passage.place.sentence
    cuts = [p.at for p in sentence.pieces if not p.joined and start < p.at < end]
    quotes: list[str] = []
    spans: list[Span] = []
    for low, high in zip((start, *cuts), (*cuts, end), strict=True):
        low, high = _stripped(text, low, high)
        if low < high:
            quotes.append(text[low:high])
            spans.extend(sentence.spans(low, high))
    return tuple(quotes), tuple(spans)


def _stripped(text: str, low: int, high: int) -> tuple[int, int]:
    """Offsets without blanks at either edge."""
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    return low, high
