"""Anki's card templates rendered: fields set in, sections shown or left out.

The language of https://docs.ankiweb.net/templates/intro.html as far as it bears on
the text of a card.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from studykit.exchange.anki.html_text import html_text

_TAG = re.compile(r"\{\{([^{}]+)\}\}")
_FURIGANA = re.compile(r" ?([^ >\[]{1,64}?)\[(?!sound:)([^\]]{1,64})\]")
_VISIBLE = re.compile(r"<(?:img|audio|video|svg|canvas)\b|\[sound:", re.IGNORECASE)
# In place of a field: a line to type into, a word to click on, speech.
_NOT_SHOWN = ("type", "hint", "tts")
FRONT = "FrontSide"

Filter = Callable[[str], str]


def render(
    template: str, fields: Mapping[str, str], cloze: Filter | None = None, *, back: bool = False
) -> str:
    """The HTML of a side. `cloze` shows a field with deletions; `{{FrontSide}}` is left out.

    On the back what is typed or hinted at on the front is shown. Fields that are
    not there show nothing.
    """
    out: list[str] = []
    # Whether what stands inside each open section is shown.
    shown: list[tuple[str, bool]] = []
    for text, key in _tokens(template):
        visible = all(is_shown for _name, is_shown in shown)
        if visible:
            out.append(text)
        if key.startswith(("#", "^")):
            name = key[1:].strip()
            shown.append((name, has_content(fields.get(name, "")) == (key[0] == "#")))
        elif key.startswith("/"):
            if shown and shown[-1][0] == key[1:].strip():
                shown.pop()
        elif visible and key:
            out.append(_value(key, fields, cloze, back))
    return "".join(out)


def fields_named(template: str, *, back: bool = False) -> list[tuple[str, str]]:
    """The fields that a side shows and the filters it shows each through (`cloze`, or none)."""
    found = []
    for _text, key in _tokens(template):
        if not key or key[0] in "#^/":
            continue
        *filters, name = [part.strip() for part in key.split(":")]
        if name != FRONT and (back or not _hides(filters)):
            kept = [one for one in filters if one not in _NOT_SHOWN]
            found.append((name, ":".join(kept)))
    return found


def words_of_its_own(template: str) -> bool:
    """Whether a side shows text besides its fields."""
    return bool(html_text(_TAG.sub("", _without_comments(template))))


def has_content(html: str) -> bool:
    """Whether a field counts as filled."""
    return bool(html_text(html)) or bool(_VISIBLE.search(html))


def _tokens(template: str) -> Iterator[tuple[str, str]]:
    """Each stretch of text, and the key of the tag after it (empty at the end)."""
    parts = _TAG.split(_without_comments(template))
    for at in range(0, len(parts) - 1, 2):
        yield parts[at], parts[at + 1].strip()
    yield parts[-1], ""


def _without_comments(template: str) -> str:
    first, *parts = template.split("<!--")
    kept = [part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in parts]
    return first + "".join(kept)


def _hides(filters: list[str]) -> bool:
    return any(one.split(" ")[0] in _NOT_SHOWN for one in filters)


def _value(key: str, fields: Mapping[str, str], cloze: Filter | None, back: bool) -> str:
    *filters, name = [part.strip() for part in key.split(":")]
    value = fields.get(name, "")
    if name == FRONT or (_hides(filters) and not (back and "tts" not in key)):
        return ""
    for one in reversed(filters):
        if one == "cloze" and cloze:
            value = cloze(value)
        elif one in ("furigana", "kana", "kanji"):
            value = _FURIGANA.sub({"kana": r"\2", "kanji": r"\1"}.get(one, r"\1（\2）"), value)
    return value
