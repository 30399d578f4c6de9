"""Which reader a file needs: by what it is called, and where that leaves it open by its content."""

import re
from pathlib import PurePath

from studykit.exchange.formats import FORMATS, Format

# The beginnings of files that are no text: zip (spreadsheets too), SQLite, PDF, zstd.
_BINARY = (b"PK\x03\x04", b"SQLite format 3\0", b"%PDF", b"\x28\xb5\x2f\xfd")
_BY_SUFFIX = {suffix: one for one in FORMATS.values() if one.reader for suffix in one.suffixes}
# Formats whose files are called like those of others.
_OPEN = ("terms",)
_DECK = re.compile(r'\s*\{\s*"format"\s*:')
# A card of hashcards, or the head of one of its decks.
_CARD = re.compile(r"^[QC]:", re.MULTILINE)
_CELL_IN_QUOTES = re.compile(r'"(?:[^"]|"")*"[,;\t|]')


def detect(data: bytes, path: str) -> Format | None:
    """The format that reads a file with this content; None where none does."""
    if data.startswith(_BINARY):
        return None
    suffix = PurePath(path).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    if named is not None and named.name not in _OPEN:
        return named
    if named is None and any(suffix in one.suffixes for one in FORMATS.values()):
        return None  # written, not read
    return _by_content(data, path)


def _by_content(data: bytes, path: str) -> Format | None:
    from studykit.errors import StudykitError
    from studykit.exchange.decoding import text_of
    from studykit.exchange.table_columns import column_keys

    try:
        text = text_of(data, path).strip()
    except StudykitError:
        return None
    first = text.partition("\n")[0].strip()
    if _DECK.match(text):
        return FORMATS["json"]
    if _CARD.search(text):
        return FORMATS["markdown"]
    headed = any(column_keys(first.split(delimiter)) for delimiter in ",\t;|")
    if headed or _CELL_IN_QUOTES.match(first):
        return FORMATS["csv"]
    return FORMATS["terms"] if "\t" in first else None
