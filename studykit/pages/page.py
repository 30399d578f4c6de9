"""What all pages share: nothing is loaded from anywhere, and no script runs."""

from collections.abc import Iterable
from pathlib import Path

from studykit.markup import Markup, element
from studykit.messages import spoken

_STYLES = Path(__file__).parent
# Whatever a deck or a name holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGES = {"zh": "zh-Hans", "en": "en"}


def page(title: str, *parts: Markup, styles: Iterable[str] = ("report.css",)) -> str:
    """A whole page of these parts; `title` is for its tab, `styles` are files beside this one."""
    sheets = (
        element("style", Markup((_STYLES / name).read_text(encoding="utf-8"))) for name in styles
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        *sheets,
    )
    body = element("body", element("main", *parts))
    return f"<!doctype html>\n{element('html', head, body, lang=_LANGUAGES[spoken()])}\n"


def tiles(shown: Iterable[tuple[str, str]]) -> Markup:
    """Figures side by side, each with what it is."""
    found = [
        element("div", element("b", value), element("span", words), class_="tile")
        for value, words in shown
    ]
    return element("div", *found, class_="tiles")


def section(heading: str, width: str, *parts: Markup) -> Markup:
    """A part of a page with its heading; `width` is wide or half."""
    return element("section", element("h2", heading), *parts, class_=width)
