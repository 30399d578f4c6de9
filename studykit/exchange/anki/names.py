"""Names of decks and tags as Anki allows them.

Anki drops control characters, trims blanks and colons off the ends, calls what is
empty `blank`, and takes names that differ only in case for one (rslib/src/decks/name.rs,
rslib/src/tags). What it would change is changed here first, so that nothing differs after.
"""

import re
import unicodedata
from functools import lru_cache

from studykit.cards.model import Card

PART = "::"
# Tags are parted by blanks, the ideographic one too.
_BLANKS = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
UNTITLED = "studykit"


@lru_cache(maxsize=1 << 12)
def deck_name(title: str, section: str = "") -> str:
    """The name of a deck, or of the sub-deck of a section (`Title::Section`)."""
    name = _component(title) or UNTITLED
    inner = _component(section)
    return f"{name}{PART}{inner}" if inner else name


@lru_cache(maxsize=1 << 12)
def tag_name(tag: str) -> str:
    """The tag without blanks (each stretch of them `_`); empty where nothing is left of it."""
    words = _BLANKS.sub("_", unicodedata.normalize("NFC", tag).strip())
    return PART.join(filter(None, [part.strip(":") for part in _clean(words).split(PART)]))


def tags_of(card: Card) -> tuple[str, ...]:
    """A card's tags as Anki allows them."""
    return tuple(dict.fromkeys(filter(None, map(tag_name, card.tags))))


def _component(text: str) -> str:
    """A part of a deck's name: colons that would part it are written full-width."""
    name = _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).replace(PART, "：")
    return _clean(name).replace('"', "”").strip(" :")


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
