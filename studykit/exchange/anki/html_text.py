"""Anyone's HTML as text: what a person would read, line by line.

Images and sounds become `![](file)`, lists get dashes or numbers, blanks are
brought to one as a browser does. What is only looks (bold, colours) is dropped.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote

from studykit.exchange.anki.fields import media_markup

_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table tbody thead tr ul".split()
)
_DROPPED = frozenset("button head script style template title".split())
_SOUND = re.compile(r"\[sound:([^\]\n]{1,2550})\]")
_SUPER = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUB = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RAISABLE = re.compile(r"[0-9+\-=()n]+")
_LOWERABLE = re.compile(r"[0-9+\-=()]+")
# Stand in the text until its blanks are brought to one: a line break, the edge of a block,
# and blanks and breaks that stay as they are.
_BREAK, _EDGE, _KEPT_BLANK, _KEPT_BREAK = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = re.compile("[\ue000-\ue003\0]")
_MARKUP = re.compile("[<&\\[\ue000-\ue003\0]")
_SOURCE = re.compile(
    r"<(?:img|audio|video|source)\b[^<>]*?\bsrc\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE
)
_BLANKS = re.compile("[ \\t\\r\\n\\f\xa0\u200b]+")
_EMPTY_BLOCK = re.compile(f"{_EDGE}[ {_EDGE}]*{_BREAK} ?{_EDGE}[ {_EDGE}]*")
_LAST_BREAK = re.compile(f"{_BREAK} ?{_EDGE}")
_EDGES = re.compile(f"{_EDGE}[ {_EDGE}]*")
_ANY_BREAK = re.compile(f"[{_BREAK}{_KEPT_BREAK}]")
_EMPTY_LINES = re.compile("\n{3,}")
# An element in an element and so on; more than this is no text that someone wrote.
_DEEPEST = 200


def html_text(html: str) -> str:
    """The text of a field or a rendered card."""
    if not _MARKUP.search(html):
        return _tidy(html)
    return _tidy("".join(_pieces(_parsed(html), 0)))


def list_items(html: str) -> tuple[str, ...]:
    """The items of a list in HTML, or else its lines; empty ones are left out."""
    if "<li" not in html.lower():
        lines = html_text(html).split("\n")
        return tuple(filter(None, map(str.strip, lines)))
    items = [_tidy("".join(_pieces(item, 0, inside=True))) for item in _parsed(html).iter("li")]
    return tuple(filter(None, items))


def is_ordered(html: str) -> bool:
    """Whether the list in HTML is numbered."""
    return "<ol" in html.lower()


def media_in(html: str) -> set[str]:
    """The names of the media files that HTML shows or plays."""
    found = {unescape(name) for name in _SOUND.findall(html)}
    for written in _SOURCE.findall(html):
        name = unescape(written.strip("\"'"))
        found |= {name, unquote(name)}
    return found


def _parsed(html: str) -> Any:
    from lxml.html import fragment_fromstring

    # Text that comes first lxml would refuse where a reference in it is a control character.
    whole = _MARKS.sub("", html).encode("utf-8", "replace").decode("utf-8")
    return fragment_fromstring(f"<i></i>{whole}", create_parent="div")


def _pieces(
    element: Any, depth: int, *, inside: bool = False, pre: bool = False, place: int = 0
) -> Iterator[str]:
    """The text of an element with marks for its breaks; `inside` leaves out its own.

    `place` is the number of an item in its list, from 1.
    """
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _DROPPED or depth > _DEEPEST or _is_hidden(element):
        return
    if tag == "br":
        yield _BREAK
        return
    if tag in ("img", "audio", "video", "source"):
        name = _MARKS.sub("", unquote(element.get("src") or ""))
        if name:
            yield media_markup(name)
    pre = pre or tag == "pre"
    edge = _EDGE if (tag in _BLOCKS or tag == "li") and not inside else ""
    before, after = ("", "") if inside else _around(element, tag, place)
    parts = [_kept(element.text or "", pre)]
    items = 0
    for child in element:
        items += child.tag == "li"
        parts += _pieces(child, depth + 1, pre=pre, place=items)
        parts.append(_kept(child.tail or "", pre))
    yield f"{edge}{before}{_shifted(tag, ''.join(parts))}{after}{edge}"


def _is_hidden(element: Any) -> bool:
    style = element.get("style") or ""
    return "display:none" in style.replace(" ", "").lower() or element.get("hidden") is not None


def _kept(text: str, pre: bool) -> str:
    """Text of an element; a sound in it by its file's name."""
    text = _SOUND.sub(lambda match: media_markup(unescape(match[1])), text)
    return text.replace("\n", _KEPT_BREAK).replace(" ", _KEPT_BLANK) if pre else text


def _around(element: Any, tag: str, place: int) -> tuple[str, str]:
    """What an element puts before and after its text."""
    if tag == "li":
        parent = element.getparent()
        if parent is not None and parent.tag == "ol":
            return f"{place}. ", ""
        return "- ", ""
    if tag in ("td", "th") and element.getprevious() is not None:
        return " | ", ""
    if tag == "rt":
        return "（", "）"
    if tag == "anki-mathjax":
        return ("\\[", "\\]") if element.get("block") == "true" else ("\\(", "\\)")
    return "", ""


def _shifted(tag: str, text: str) -> str:
    """Raised or lowered text by its own characters, where there are such."""
    if tag == "sup":
        return text.translate(_SUPER) if _RAISABLE.fullmatch(text) else f"^{text}" if text else ""
    if tag == "sub":
        return text.translate(_SUB) if _LOWERABLE.fullmatch(text) else f"_{text}" if text else ""
    return "" if tag == "rp" else text


def _tidy(text: str) -> str:
    """Blanks brought to one, breaks at their places, no more than one empty line in a row."""
    text = _BLANKS.sub(" ", text)
    # A break alone in its block is an empty line, the last after other text none; where
    # blocks meet is one break.
    text = _EMPTY_BLOCK.sub(_BREAK * 2, text)
    text = _LAST_BREAK.sub(_EDGE, text)
    text = _EDGES.sub(_BREAK, text.strip(f" {_EDGE}"))
    lines = [line.strip(" ") for line in _ANY_BREAK.split(text)]
    lines = [line.replace(_KEPT_BLANK, " ").rstrip() for line in lines]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
