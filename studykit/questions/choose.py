"""Choosing cards: of every section its share, and none that tells the answer of another."""

import math
from collections.abc import Mapping, Sequence
from random import Random

from studykit.cards.model import Card
from studykit.questions.kin import akin, clash

# The lightest card can still be drawn.
LEAST_WEIGHT = 0.01


def choose(
    cards: Sequence[Card], n: int, rng: Random, weights: Mapping[str, float] | None = None
) -> tuple[Card, ...]:
    """At most `n` of these cards, in their order; fewer where no others go with one another.

    `weights` says by card id how much a card is wanted (1 where it says nothing):
    of two cards of a section one with twice the weight is drawn first two times out
    of three. Cards that are akin are taken only where there are too few others.
    """
    heavy = {card.id: max(LEAST_WEIGHT, (weights or {}).get(card.id, 1.0)) for card in cards}
    drawn = _drawn(cards, heavy, rng)
    chosen: list[Card] = []
    for with_kin in (False, True):
        chosen = _filled(chosen, drawn, n, heavy, with_kin=with_kin)
    taken = {card.id for card in chosen}
    return tuple(card for card in cards if card.id in taken)


def _drawn(cards: Sequence[Card], weights: Mapping[str, float], rng: Random) -> list[Card]:
    """All cards in the order of a weighted draw without replacement.

    Efraimidis and Spirakis, Weighted random sampling with a reservoir, 2006.
    """
    keys = {card.id: math.log(1.0 - rng.random()) / weights[card.id] for card in cards}
    return sorted(cards, key=lambda card: -keys[card.id])


def _filled(
    chosen: Sequence[Card],
    drawn: Sequence[Card],
    n: int,
    weights: Mapping[str, float],
    *,
    with_kin: bool,
) -> list[Card]:
    """The chosen cards and more of those drawn, up to `n`.

    The next one is of the section that its share (the sum of its weights) most entitles to
    a card, by the divisors 1, 3, 5 … of Webster (Sainte-Laguë) for seats in a parliament.
    """
    chosen = list(chosen)
    taken = {card.id for card in chosen}
    left: dict[str, list[Card]] = {}
    shares: dict[str, float] = {}
    seats: dict[str, int] = {}
    for card in drawn:
        shares[card.section] = shares.get(card.section, 0.0) + weights[card.id]
        if card.id in taken:
            seats[card.section] = seats.get(card.section, 0) + 1
        else:
            left.setdefault(card.section, []).append(card)
    while left and len(chosen) < n:
        section = max(left, key=lambda name: shares[name] / (2 * seats.get(name, 0) + 1))
        card = left[section].pop(0)
        if not left[section]:
            del left[section]
        if not any(clash(card, one) or (not with_kin and akin(card, one)) for one in chosen):
            chosen.append(card)
            seats[section] = seats.get(section, 0) + 1
    return chosen
