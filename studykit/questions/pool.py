"""The cards that may be asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studykit.cards.model import Card, CardType
from studykit.deck.search import matching


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cards are wanted: of these types (none: all), with this in the section, this tag."""

    types: tuple[CardType, ...] = ()
    section: str = ""
    tag: str = ""


EVERY = Wanted()


def pool(decks: Sequence[Sequence[Card]], wanted: Wanted) -> tuple[Card, ...]:
    """The cards of these decks that are wanted, in their order, but for those that are gone.

    Of cards with one id the first counts. Facts of different decks are no siblings:
    with several decks each fact is given the number of its deck.
    """
    found: dict[str, Card] = {}
    for number, cards in enumerate(decks):
        for card in matching(tuple(cards), section=wanted.section, tag=wanted.tag):
            if card.gone or (wanted.types and card.type not in wanted.types):
                continue
            if len(decks) > 1 and card.fact:
                card = replace(card, fact=f"{number} {card.fact}")
            found.setdefault(card.id, card)
    return tuple(found.values())
