"""Where something stands in an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets into the decoded source."""

    start: int
    end: int
