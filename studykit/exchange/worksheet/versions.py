"""The versions of a test: the same questions, in another order each."""

from collections.abc import Sequence
from itertools import count
from random import Random

from studykit.cards.model import Card, CardType
from studykit.exchange.worksheet.model import Item, Part, Sheet
from studykit.exchange.worksheet.points import points_of
from studykit.questions.arrange import arrange

# From what is marked with a letter to what is written in sentences, as tests are set.
ORDER: tuple[CardType, ...] = ("choice", "truefalse", "cloze", "numeric", "list", "qa")


def sheets(
    cards: Sequence[Card], title: str, language: str, versions: Sequence[str], seed: int
) -> tuple[Sheet, ...]:
    """A sheet for each version, all with the same cards in the same parts.

    Questions move within their part, options within their question. A version is
    the same whichever others are made beside it.
    """
    return tuple(
        Sheet(title, language, version, _parts(cards, Random(f"{seed} {version}")))
        for version in versions
    )


def _parts(cards: Sequence[Card], rng: Random) -> tuple[Part, ...]:
    numbers = count(1)
    parts = []
    for kind in ORDER:
        own = arrange([card for card in cards if card.type == kind], rng)
        items = tuple(Item(next(numbers), one, points_of(one.card)) for one in own)
        if items:
            parts.append(Part(kind, items))
    return tuple(parts)
