"""A question: a card as it is asked, its options in the order in which they stand."""

from dataclasses import dataclass, replace
from string import ascii_uppercase

from studykit.cards.model import Card


@dataclass(frozen=True, slots=True)
class Question:
    """A card whose `options` are in the order shown; `order` has their places in the deck."""

    card: Card
    order: tuple[int, ...] = ()

    @classmethod
    def of(cls, card: Card, order: tuple[int, ...] = ()) -> "Question":
        """The card with its options in this order; as in the deck where it is no order of them."""
        places = tuple(range(len(card.options)))
        if tuple(sorted(order)) != places:
            return cls(card, places)
        return cls(replace(card, options=tuple(card.options[at] for at in order)), order)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the options: A, B, C …"""
        return tuple(ascii_uppercase[: len(self.card.options)])

    @property
    def key(self) -> str:
        """The letter of the right option; empty for a card without options."""
        right = (at for at, option in enumerate(self.card.options) if option == self.card.answer)
        at = next(right, None)
        return "" if at is None else ascii_uppercase[at]
