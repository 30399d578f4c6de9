"""What of a card is not to be seen in Anki: the JSON of the field `Data`, and back."""

import json
from dataclasses import dataclass
from typing import Any

from studykit.article.span import Span
from studykit.cards.model import Card
from studykit.exchange.anki.fields import html_of, own_text

VERSION = 1


@dataclass(frozen=True, slots=True)
class Hidden:
    """The parts of a card that no other field holds; `key` is the place of the answer in `options`.

    `id` is the card's, as it left here, and `deck` that of its deck; empty, as all else,
    for a note added in Anki.
    `options` and `ordered` are those of cards that are no choice and no list.
    """

    id: str = ""
    type: str = ""
    deck: str = ""
    fact: str = ""
    spans: tuple[Span, ...] = ()
    key: int = 0
    options: tuple[str, ...] = ()
    ordered: bool = False
    tags: tuple[str, ...] = ()
    gone: bool = False


def hidden_html(card: Card, deck_id: str) -> str:
    """The field `Data` of a card; what is empty is left out."""
    found = {
        # Besides the GUID, which AnkiConnect neither finds nor tells.
        "id": card.id,
        "type": card.type,
        "deck": deck_id,
        "fact": card.fact,
        "spans": [[span.start, span.end] for span in card.spans],
        "key": card.options.index(card.answer) if card.answer in card.options else 0,
        "options": card.options if card.type != "choice" else (),
        "ordered": card.ordered if card.type != "list" else False,
        # Anki sorts tags, and writes all as the first that differs only in case.
        "tags": card.tags,
        "gone": card.gone,
    }
    filled = {key: value for key, value in found.items() if value}
    return html_of(_dumps({"studykit": VERSION, **filled}))


def hidden_of(html: str) -> Hidden:
    """What the field `Data` says; nothing where a person emptied or broke it."""
    text = own_text(html)
    try:
        data = json.loads(text or "{}")
        return _hidden(data)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Hidden()


def _hidden(data: Any) -> Hidden:
    if data.get("studykit") != VERSION:
        return Hidden()
    return Hidden(
        id=str(data.get("id", "")),
        type=str(data.get("type", "")),
        deck=str(data.get("deck", "")),
        fact=str(data.get("fact", "")),
        spans=tuple([Span(int(start), int(end)) for start, end in data.get("spans", ())]),
        key=int(data.get("key", 0)),
        options=tuple(map(str, data.get("options", ()))),
        ordered=bool(data.get("ordered")),
        tags=tuple(map(str, data.get("tags", ()))),
        gone=bool(data.get("gone")),
    )


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
