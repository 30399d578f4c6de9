"""How likely a card has been forgotten, for asking the weak ones first."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

# Of a card that somebody has never reviewed nothing is known: as likely as not.
UNKNOWN = 0.5


def forgotten(cards: Iterable[str], recalled: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """How likely, 0 to 1, each card has been forgotten: the mean over these learners.

    `recalled` has for each learner the retrievability, 0 to 1, of the cards they have
    reviewed; others are UNKNOWN, as all are where there is no learner.
    """
    return {
        card: fmean(1.0 - one[card] if card in one else UNKNOWN for one in recalled)
        if recalled
        else UNKNOWN
        for card in cards
    }
