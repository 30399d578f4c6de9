"""Texts of cards as the HTML of Anki's fields, and our own HTML back as the same texts.

Exact both ways for every text without lone surrogates: what HTML, Anki's normal
form (NFC) or its own marks (`[sound:…]`) would change is written as a reference
(`&#…;`). `![](file)` in a text is a media file and becomes what Anki shows or plays.
"""

import re
import unicodedata
from collections.abc import Iterable

SOUNDS = ("mp3", "ogg", "oga", "opus", "wav", "m4a", "aac", "flac", "3gp", "spx", "mp4", "webm")

# What has to be looked at; most texts have none of it.
_SPECIAL = re.compile("[&<>\\[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPES = re.compile(
    # Marks that Anki acts on wherever they stand in a field.
    "\\[(?=/?(?:sound:|anki:|latex\\]|\\$))|[&<>\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]"
)
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"}
# A name in angle brackets in Markdown, and one that needs none. No folders, no addresses; at
# most as long as a file's name may be, and each character up to ten in HTML.
_MEDIA = re.compile(r"!\[\]\((?:<([^<>\n/\\:\"\]]{1,255})>|([^\s()<>/\\:\"\]]{1,255}))\)")
_BARE_NAME = re.compile(r"[^\s()<>]+")
_OWN = re.compile(
    r'<br>|<img src="([^"<>]+)">|\[sound:([^\]<>]{1,2550})\]|&(?:#([0-9]{1,7})|(amp|lt|gt));'
)
_NAMED = {"amp": "&", "lt": "<", "gt": ">"}
_LIST = re.compile(r"<([uo])l>((?:<li>(?:[^<]|<br>|<img [^>]*>)*</li>)+)</\1l>")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def html_of(text: str) -> str:
    """The text as HTML; line breaks are `<br>`, media files what Anki shows or plays."""
    if _SPECIAL.search(text):
        parts = []
        last = 0
        for match in _MEDIA.finditer(text):
            name = match[1] or match[2]
            if media_markup(name) == match[0]:
                parts += [_escaped(text[last : match.start()]), _media_html(name)]
                last = match.end()
        html = "".join([*parts, _escaped(text[last:])])
    else:
        html = text
    # The sign before it may be that of a tag: `>` and a combining stroke are one in NFC.
    if not html.isascii() and not unicodedata.is_normalized("NFC", f">{html}"):
        html = _BEYOND_ASCII.sub(_reference, html)
    return html


def own_text(html: str) -> str | None:
    """The text that `html_of` makes this HTML of; None where it makes it of none."""
    text = _OWN.sub(_unescaped, html) if "&" in html or "<" in html or "[" in html else html
    return text if html_of(text) == html else None


def list_html(items: Iterable[str], *, ordered: bool = False) -> str:
    """Texts as a list in HTML; nothing for none."""
    found = "".join([f"<li>{html_of(item)}</li>" for item in items])
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{found}</{tag}>" if found else ""


def own_list(html: str) -> tuple[tuple[str, ...], bool] | None:
    """The texts of a list that `list_html` wrote, and whether they are ordered; else None."""
    if not html:
        return (), False
    match = _LIST.fullmatch(html)
    if match is None:
        return None
    items = [own_text(item) for item in match[2][4:-5].split("</li><li>")]
    texts = tuple([item for item in items if item is not None])
    return (texts, match[1] == "o") if len(texts) == len(items) else None


def media_markup(name: str) -> str:
    """How a text names a media file: Markdown for an image without words."""
    return f"![]({name})" if _BARE_NAME.fullmatch(name) else f"![](<{name}>)"


def media_names(text: str) -> list[str]:
    """The media files that a text names, in order."""
    names = [(match[1] or match[2], match[0]) for match in _MEDIA.finditer(text)]
    return [name for name, written in names if media_markup(name) == written]


def is_sound(name: str) -> bool:
    """Whether a media file is played rather than shown, by its ending."""
    return name.rpartition(".")[2].lower() in SOUNDS


def _media_html(name: str) -> str:
    return f"[sound:{_escaped(name)}]" if is_sound(name) else f'<img src="{_escaped(name)}">'


def _escaped(text: str) -> str:
    return _ESCAPES.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _ESCAPED.get(char) or f"&#{ord(char)};"


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _unescaped(match: re.Match[str]) -> str:
    image, sound, number, named = match.groups()
    if image or sound:
        return media_markup(_OWN.sub(_unescaped, image or sound))
    if number:
        return chr(int(number)) if int(number) < 0x110000 else match[0]
    return _NAMED[named] if named else "\n"
