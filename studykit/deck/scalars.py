"""Scalars and lists as `dump` writes them, read back without the YAML library.

A scalar is one line, plain or in double quotes; a list stands in brackets or
has a line for each item.
"""

import re

# What YAML does not allow, breaks a line at, or would drop.
STRANGE = re.compile("[\0-\t\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Of ASCII only what is no mark of YAML's, wherever it stands.
_WORD = r"[^\n !-$&'*,:<>?@\[-^`{-}]"
_PLAIN = re.compile(rf"(?![ -@_~]){_WORD}++(?: {_WORD}++)*+")
_HEX = "[0-9a-f]"
_ESCAPES = rf'["\\nrt]|x{_HEX}{{2}}|u(?!d[89a-f]){_HEX}{{4}}|U00(?:0[1-9a-f]|10){_HEX}{{4}}'
_QUOTED = re.compile(rf'"(?:[^\n"\\]|\\(?:{_ESCAPES}))*+"')
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
# Where a scalar in brackets ends; what it is, is for `scalar` to see.
ITEM = r'"(?:[^"\\]|\\.)*+"|[^", ][^",]*'
_ITEMS = re.compile(ITEM)


class OtherLayoutError(Exception):
    """This is not in the layout that `dump` writes, or not in order."""


def filled(written: str) -> str:
    """The text of a scalar that may not be empty."""
    text = scalar(written)
    if not text:
        raise OtherLayoutError
    return text


def scalar(written: str) -> str:
    """The text of a scalar, which holds nothing `STRANGE`; refused with `OtherLayoutError`."""
    if _PLAIN.fullmatch(written):
        return written
    if not _QUOTED.fullmatch(written):
        raise OtherLayoutError
    text = written[1:-1]
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    kind, code = match[0][1], match[0][2:]
    return chr(int(code, 16)) if code else _ESCAPED.get(kind, kind)


def texts(written: str) -> tuple[str, ...]:
    """What stands behind `key:`; a text alone is a list of one, if it is not empty."""
    if written[0] == "\n":
        return tuple([scalar(item) for item in written[5:].split("\n  - ")])
    if written[1] == "[":
        inner = written[2:-1]
        items = _ITEMS.findall(inner) if '"' in inner else inner.split(", ")
        if f" [{', '.join(items)}]" != written:
            raise OtherLayoutError
        return tuple([scalar(item) for item in items])
    text = scalar(written[1:])
    return (text,) if text else ()
