"""Cards and headers of decks as plain values, by the keys of a deck file."""

from studykit.cards.model import Card
from studykit.deck.layout import FORMAT
from studykit.deck.model import Deck


def card_fields(card: Card) -> dict[str, object]:
    """All of a card; what is empty is left out."""
    values: dict[str, object] = {
        "id": card.id,
        "type": card.type,
        "fact": card.fact,
        "section": card.section,
        "prompt": card.prompt,
        "answer": card.answer,
        "options": card.options,
        "ordered": card.ordered,
        "derived": card.derived,
        "accept": card.accept,
        "explanation": card.explanation,
        "quote": card.quotes,
        "span": tuple((span.start, span.end) for span in card.spans),
        "tags": card.tags,
        "gone": card.gone,
    }
    return {
        key: value
        for key, value in values.items()
        if key == "answer" or value not in ("", (), False)
    }


def header_fields(deck: Deck) -> dict[str, object]:
    """All of a deck but its cards."""
    values: dict[str, object] = {
        "format": FORMAT,
        "id": deck.id,
        "title": deck.title,
        "language": deck.language,
        "source": _named(deck.source, ("path", "sha256", "author", "published", "publisher")),
        "warnings": tuple(_named(one, ("kind", "line", "message")) for one in deck.warnings),
        "made": " ".join(deck.made),
    }
    return {
        key: value for key, value in values.items() if key == "title" or value not in ("", (), {})
    }


def _named(value: object, keys: tuple[str, ...]) -> dict[str, object]:
    pairs = {key: getattr(value, key, "") for key in keys}
    return {key: one for key, one in pairs.items() if one != ""}
