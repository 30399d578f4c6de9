"""A card among the events of a session, so that the session's file needs no deck to be read."""

from collections.abc import Mapping
from typing import Any

from studykit.article.span import Span
from studykit.cards.model import CARD_TYPES, Card, CardType
from studykit.journal.checked import listed, one_of, text, texts, truth, whole

_TEXTS = ("quotes", "options", "accept", "tags")
_WORDS = ("section", "fact", "derived", "explanation", "id")


def card_fields(card: Card) -> dict[str, Any]:
    """What is to be kept of a card; what it does not have is left out."""
    answer = list(card.answer) if isinstance(card.answer, tuple) else card.answer
    found: dict[str, Any] = {"type": card.type, "prompt": card.prompt, "answer": answer}
    found |= {name: list(getattr(card, name)) for name in _TEXTS if getattr(card, name)}
    found |= {name: getattr(card, name) for name in _WORDS if getattr(card, name)}
    if card.spans:
        found["spans"] = [[span.start, span.end] for span in card.spans]
    if card.ordered:
        found["ordered"] = True
    return found


def card_of(fields: Mapping[str, object]) -> Card:
    """The card that was kept; ValueError where that is none."""
    kind = one_of(fields.get("type"), CARD_TYPES)
    found = {name: texts(fields.get(name, [])) for name in _TEXTS}
    words = {name: text(fields.get(name, "")) for name in _WORDS}
    return Card(
        kind,
        text(fields.get("prompt")),
        _answer(kind, fields.get("answer")),
        found["quotes"],
        tuple(_span(one) for one in listed(fields.get("spans", []))),
        words["section"],
        words["fact"],
        found["options"],
        truth(fields.get("ordered", False)),
        words["derived"],
        found["accept"],
        words["explanation"],
        found["tags"],
        words["id"],
    )


def _answer(kind: CardType, value: object) -> str | bool | tuple[str, ...]:
    if kind == "truefalse":
        return truth(value)
    return texts(value) if kind in ("cloze", "list") else text(value)


def _span(value: object) -> Span:
    start, end = (whole(one) for one in listed(value))
    return Span(start, end)
