"""What Anki derives from a note's fields: the text it sorts by, and the sum it finds doubles by.

Both are of the text without HTML, media kept by their names. Old clients take
them as they stand in the package; Anki's Check Database recomputes them.
"""

import re

_MEDIA = re.compile(
    r"""(?is)<(?:img|audio|source|object)\b[^>]*?\b(?:src|data)\s*=\s*
    (?: "([^"]*)" | '([^']*)' | ([^\s>"']+) )[^>]*>""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"(?is)<!--.*?-->|<style\b.*?>.*?</style>|<script\b.*?>.*?</script>|<[^>]*>")


def sort_text(field: str) -> str:
    """The text of a field without HTML; a picture or sound is its file name between blanks."""
    if "<" in field:
        field = _MARKUP.sub("", _MEDIA.sub(_name, field))
    if "&" in field:
        from html import unescape

        field = unescape(field).replace("\xa0", " ")
    return field


def checksum(text: str) -> int:
    """The first 32 bits of the SHA-1 of such a text."""
    from hashlib import sha1

    return int.from_bytes(sha1(text.encode()).digest()[:4], "big")


def _name(match: re.Match[str]) -> str:
    return f" {next(filter(None, match.groups()), '')} "
