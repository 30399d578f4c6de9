"""Cards that are better not asked together."""

from studykit.cards.model import Card
from studykit.cards.normal import normal
from studykit.cards.rules.deck import gives_away, question


def clash(card: Card, other: Card) -> bool:
    """Whether one tells the other's answer by its prompt, or both ask the same."""
    return gives_away(card, other) or gives_away(other, card) or question(card) == question(other)


def akin(card: Card, other: Card) -> bool:
    """Whether both are of one fact, or rest on the same words of the article.

    Who has just read the quote of one knows the answer of the other.
    """
    if card.fact and card.fact == other.fact:
        return True
    quotes, others = [*map(normal, card.quotes)], [*map(normal, other.quotes)]
    return any(one and two and (one in two or two in one) for one in quotes for two in others)
