"""HTML and SVG put together from values; text is escaped unless it is markup already."""

from collections.abc import Iterable
from html import escape

# Elements of HTML that have no content and no end tag.
_VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


class Markup(str):
    """Text that is markup, and goes into a page as it is."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: object) -> Markup:
    """An element; `_` at the end of an attribute's name is dropped, one inside is a hyphen."""
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
    )
    if name in _VOID:
        return Markup(f"<{name}{words}>")
    return Markup(f"<{name}{words}>{joined(children)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Text and markup one after another."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))
