"""Names as players give them, made fit to be shown to a whole class."""

import unicodedata
from collections.abc import Container

LONGEST = 20
"""In columns as a terminal counts them: ten Chinese characters, twenty Latin letters."""

# Letters, marks, digits, punctuation, symbols, and the plain blank. What is left out: controls,
# marks of direction and other formats, surrogates, private use, unassigned, odd blanks.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
# Marks piled up on one letter cover the lines above and below; no script needs more than two.
_MOST_MARKS = 2


def clean_name(text: str) -> str:
    """The name in one line without what is unseen, at most LONGEST columns; may be empty."""
    folded = unicodedata.normalize("NFC", text)
    kept: list[str] = []
    marks = 0
    for char in folded:
        category = unicodedata.category(char)
        if category == "Zs" or char in "\t\n\r":
            char = " "
        elif category in _UNSEEN:
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return _cut(" ".join("".join(kept).split()))


def key_of(name: str) -> str:
    """Two names with the same key look alike: width, case and marks of accent do not count."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c) and not c.isspace())


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or the name with a number after it, whose key is not taken."""
    number = 2
    found = name
    while key_of(found) in taken:
        tail = f" {number}"
        found = _cut(name, LONGEST - len(tail)) + tail
        number += 1
    return found


def _cut(text: str, most: int = LONGEST) -> str:
    width = 0
    for at, char in enumerate(text):
        width += _width(char)
        if width > most:
            return text[:at].rstrip()
    return text


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
