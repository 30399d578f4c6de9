"""Cards as Anki's viewers show them: rendered sides in a page, on the front and then the back."""

import html
import re
from collections.abc import Mapping

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.note_types import field_names, note_type
from studykit.exchange.anki.notes import fields_of
from studykit.exchange.anki.rendering import render

# Where the page stands, so that it has storage of its own.
ADDRESS = "http://card.test/"
_DELETION = re.compile(r"\{\{c1::(.*?)\}\}")


def sides(card: Card, deck: Deck, *, typed: str = "", compared: str = "") -> tuple[str, str]:
    """Front and back of a card; `typed` and `compared` stand where Anki has its own parts."""
    names = field_names(card.type)
    fields = dict(zip(names, fields_of(card, deck, lambda offset: offset // 10 + 1), strict=True))
    fields["Subdeck"] = html.escape(deck.title)
    template = note_type(card.type).templates[0]
    return _side(template.question, fields, typed), _side(template.answer, fields, compared, True)


def _side(template: str, fields: Mapping[str, str], typed: str, back: bool = False) -> str:
    def cloze(text: str) -> str:
        shown = r"<span class='cloze'>\1</span>" if back else "<span class='cloze'>[...]</span>"
        return _DELETION.sub(shown, text)

    return render(template.replace("{{type:Answer}}", typed), fields, cloze)


def page_html(card: Card, side: str, *, night: bool = False, droid: bool = False) -> str:
    """A whole page: `night` in the dark, with the class that the desktop or AnkiDroid sets."""
    classes = "card" + ((" night_mode" if droid else " nightMode") if night else "")
    return (
        "<!doctype html><html><head><meta charset='utf-8'><meta name='viewport' "
        f"content='width=device-width,initial-scale=1'><style>{note_type(card.type).css}</style>"
        f"</head><body class='{classes}'><div id='qa'>{side}</div></body></html>"
    )
