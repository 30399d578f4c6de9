"""Texts brought to one form for comparing: what a reader would call the same words."""

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"[\s“”‘’「」『』\"'《》]+")
_BLANKS = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 15)
def normal(text: str) -> str:
    """NFKC, without blanks, quotation marks and book-title marks."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def squeezed(text: str) -> str:
    """The text without blanks and line breaks, otherwise untouched."""
    return _BLANKS.sub("", text)


def words_only(text: str) -> str:
    """The normal form without any punctuation."""
    return _NOT_WORD.sub("", normal(text))
