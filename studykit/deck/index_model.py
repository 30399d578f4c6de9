"""What an index of a deck holds."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DeckIndex:
    """The cards of a deck that are not gone, in their order, in parallel tuples.

    `facts` holds the key that siblings share, empty where a card has none.
    `starts` and `ends` are half-open byte offsets of a card's lines in the file.
    `unsaved` says that ids are missing in the file; those here are the ones that
    reading it mints.
    """

    id: str
    title: str
    ids: tuple[str, ...]
    facts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    unsaved: bool = False


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """An index and the deck file that it was made of: its size in bytes, its last change."""

    path: Path
    size: int
    mtime_ns: int
    index: DeckIndex
