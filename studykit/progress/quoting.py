"""Texts in double quotes, the same for every YAML parser."""

import re

_SEEN = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
# Compiled (and then kept, by `re`) when it is first used: reading needs it seldom.
_QUOTED = rf'["\\]|[^{_SEEN}]'


def quoted(text: str) -> str:
    """A text in double quotes, the same for every YAML parser."""
    return f'"{re.sub(_QUOTED, _escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in '"\\':
        return "\\" + char
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\u{code:04x}"


def unquoted(text: str) -> str:
    """What stands between the quotes of `quoted`; JSON knows every escape that it writes."""
    if "\\" not in text:
        return text
    import json

    return str(json.loads(f'"{text}"'))
