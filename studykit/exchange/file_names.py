"""What the file of an imported deck is called."""

import re
from collections.abc import Container
from pathlib import PurePath

from studykit.deck.model import Deck

# What some file system refuses, a shell takes for something else, or makes another suffix.
_UNFIT = re.compile(r"[^\w-]+")
# Of bytes, most file systems allow 255; a character takes up to four.
_LONGEST = 48
_UNNAMED = "deck"


def file_name(deck: Deck, taken: Container[str]) -> str:
    """After its article, else after its title; with a number where the name is `taken`.

    `taken` are names in lower case, since some file systems tell no others apart.
    """
    named = PurePath(deck.source.path).stem if deck.source else deck.title
    stem = _UNFIT.sub("-", named)[:_LONGEST].strip("-") or _UNNAMED
    name, number = f"{stem}.yaml", 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}.yaml", number + 1
    return name
