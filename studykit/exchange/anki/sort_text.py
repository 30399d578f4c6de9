"""What Anki derives from a note's fields: the text it sorts by, and the sum it finds doubles by.

Both are of the text without HTML, media kept by their names. Old clients take
them as they stand in the package; Anki's Check Database computes them anew.
"""

import re
from hashlib import sha1

# What ends at its own closing rather than at the next `>`.
_CLOSINGS = (
    (re.compile("<!--"), re.compile("-->")),
    (re.compile(r"(?i)<style[^>]*>"), re.compile("(?i)</style>")),
    (re.compile(r"(?i)<script[^>]*>"), re.compile("(?i)</script>")),
)
_MEDIA = re.compile(
    r"""(?is)<(?:img|audio|source|object|video)\b[^>]*?\b(?:src|data)\s*=\s*
    (?: "([^"]*)" | '([^']*)' | ([^\s>"']+) )""",
    re.VERBOSE,
)


def sort_text(field: str) -> str:
    """The text of a field without HTML; a picture or sound is its file name between blanks."""
    if "<" in field:
        field = _without_markup(field)
    if "&" in field:
        from html import unescape

        field = unescape(field).replace("\xa0", " ")
    return field


def checksum(text: str) -> int:
    """The first 32 bits of the SHA-1 of such a text."""
    return int.from_bytes(sha1(text.encode()).digest()[:4], "big")


def _without_markup(text: str) -> str:
    """By hand: one pattern for all of it takes the square of the length where markup is broken."""
    out, at, closings = list[str](), 0, dict(_CLOSINGS)
    while (start := text.find("<", at)) >= 0:
        end = _end(text, start, closings)
        if not end:
            break
        out.append(text[at:start])
        if media := _MEDIA.match(text, start, end):
            out.append(f" {next(filter(None, media.groups()), '')} ")
        at = end
    return "".join([*out, text[at:]])


def _end(text: str, start: int, closings: dict[re.Pattern[str], re.Pattern[str]]) -> int:
    """Where the markup that begins here is over, 0 where it never is."""
    for opening, closing in [*closings.items()]:
        if opened := opening.match(text, start):
            if closed := closing.search(text, opened.end()):
                return closed.end()
            del closings[opening]  # there is none further on either
    return text.find(">", start) + 1
