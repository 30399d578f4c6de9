"""Texts as other formats can hold them."""

import re
from html import escape

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
# What no XML 1.0 document may hold, not even by its number (https://www.w3.org/TR/xml/#charsets).
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def utf8(text: str) -> bytes:
    """The text as UTF-8; half a surrogate pair becomes the mark of a broken character."""
    return _SURROGATE.sub(REPLACEMENT, text).encode()


def xml(text: str) -> str:
    """The text for an XML document, in an element or an attribute."""
    return escape(_NO_XML.sub(REPLACEMENT, text)).replace("\r", "&#13;")


def html(text: str) -> str:
    """The text as HTML: nothing in it is markup, and its line breaks are seen."""
    return _BREAK.sub("<br>", escape(_NO_XML.sub(REPLACEMENT, text)))


def one_line(text: str) -> str:
    """The text with a blank for each stretch of blanks and line breaks."""
    return " ".join(_NO_XML.sub(REPLACEMENT, text).split())
