"""Spans in one cell: `10-22 | 30-41`."""

import re
from collections.abc import Iterable

from studykit.article.span import Span
from studykit.exchange.cells import join_items, split_items

_SPAN = re.compile(r"(\d+)-(\d+)")


def join_spans(spans: Iterable[Span]) -> str:
    """The cell of some spans."""
    return join_items(f"{span.start}-{span.end}" for span in spans)


def spans_of(cell: str) -> list[object]:
    """The spans of a cell as pairs; what is none stays a text, for the reader of decks to tell."""
    matches = [(item, _SPAN.fullmatch(item)) for item in split_items(cell)]
    return [[match[1], match[2]] if match else item for item, match in matches]
