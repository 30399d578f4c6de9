"""A card's texts in normal form, worked out once for all rules."""

from dataclasses import dataclass

from studykit.cards.model import Card
from studykit.cards.normal import normal


@dataclass(frozen=True, slots=True)
class Faces:
    """The normal forms of a card's texts."""

    prompt: str
    answers: tuple[str, ...]
    quotes: tuple[str, ...]
    options: tuple[str, ...]


def faces(card: Card) -> Faces:
    """The normal forms of a card's texts."""
    return Faces(
        normal(card.prompt),
        tuple(map(normal, card.answers)),
        tuple(map(normal, card.quotes)),
        tuple(map(normal, card.options)),
    )
