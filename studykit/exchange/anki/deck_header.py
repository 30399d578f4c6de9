"""A deck's header in the description of its deck in Anki, and back.

Anki keeps of a deck's other keys none when it exports, but the description, which is
HTML: what is to be seen stands there, and all of the header in a comment after it.
"""

import json
import unicodedata
from dataclasses import asdict
from typing import Any

from studykit.deck.model import Deck, Source, Warning
from studykit.exchange.anki.fields import html_of, list_html

_BEGIN, _END = "<!--studykit ", "-->"


def description_of(deck: Deck) -> str:
    """Where the deck comes from and what is doubtful there; and its header, not to be seen."""
    source = deck.source
    words = filter(None, (source.author, source.publisher, source.published)) if source else ()
    seen = html_of(" · ".join(words)) + list_html([warning.message for warning in deck.warnings])
    return f"{seen}{_BEGIN}{_hidden(_json_of(deck))}{_END}"


def headers_in(description: str) -> list[Deck]:
    """The decks, without their cards, whose headers stand in a description."""
    written = [part.partition(_END)[0] for part in description.split(_BEGIN)[1:] if _END in part]
    return [deck for header in written if (deck := _header(header))]


def _header(written: str) -> Deck | None:
    """The deck of a header; None where it was changed so that it is none."""
    try:
        return _deck_of(json.loads(written))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _json_of(deck: Deck) -> dict[str, Any]:
    return {
        "id": deck.id,
        "title": deck.title,
        "language": deck.language,
        "source": asdict(deck.source) if deck.source else None,
        "warnings": [asdict(warning) for warning in deck.warnings],
        "made": " ".join(deck.made),
    }


def _deck_of(header: dict[str, Any]) -> Deck:
    source = header.get("source")
    return Deck(
        id=str(header["id"]),
        title=str(header["title"]),
        language=str(header["language"]),
        cards=(),
        source=Source(**{key: str(value) for key, value in source.items()}) if source else None,
        warnings=tuple(
            Warning(str(one["kind"]), int(one["line"]), str(one["message"]))
            for one in header.get("warnings", ())
        ),
        made=tuple(str(header.get("made", "")).split()),
    )


def _hidden(value: object) -> str:
    """JSON that may stand in a comment of HTML, and that Anki leaves as it is."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if not unicodedata.is_normalized("NFC", text):
        text = json.dumps(value, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")
    return text.encode("utf-8", "replace").decode("utf-8")
