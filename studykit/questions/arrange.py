"""The order in which questions come, and in which their options stand."""

from collections.abc import Sequence
from random import Random

from studykit.cards.model import Card
from studykit.questions.kin import akin
from studykit.questions.model import Question


def arrange(cards: Sequence[Card], rng: Random) -> tuple[Question, ...]:
    """The cards as questions, in random order but kin far apart; options shuffled."""
    return tuple(shuffled(card, rng) for card in spread(cards, rng))


def shuffled(card: Card, rng: Random) -> Question:
    """The card with its options in random order."""
    order = list(range(len(card.options)))
    rng.shuffle(order)
    return Question.of(card, tuple(order))


def spread(cards: Sequence[Card], rng: Random) -> list[Card]:
    """The cards in random order; `k` that are akin stand about `n / k` places apart.

    Each group of kin, the largest first, takes places at even distances from a random
    one, or the nearest that are free; the others fill what is left.
    """
    n = len(cards)
    groups = _groups(cards)
    for group in groups:
        rng.shuffle(group)
    rng.shuffle(groups)
    groups.sort(key=len, reverse=True)
    places: dict[int, Card] = {}
    for group in groups:
        step = n / len(group)
        start = rng.random() * step
        for at, card in enumerate(group):
            wanted = int(start + at * step)
            free = (place for place in range(n) if place not in places)
            places[min(free, key=lambda place: abs(place - wanted))] = card
    return [places[place] for place in range(n)]


def _groups(cards: Sequence[Card]) -> list[list[Card]]:
    """The cards in groups of kin, and of kin of kin."""
    groups: list[list[Card]] = []
    for card in cards:
        own = [group for group in groups if any(akin(card, one) for one in group)]
        groups = [group for group in groups if group not in own]
        groups.append([*(one for group in own for one in group), card])
    return groups
