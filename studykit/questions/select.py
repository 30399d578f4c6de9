"""From decks to the questions of one quiz."""

from collections.abc import Mapping, Sequence
from random import Random

from studykit.cards.model import Card
from studykit.questions.arrange import arrange
from studykit.questions.choose import choose
from studykit.questions.model import Question
from studykit.questions.pool import EVERY, Wanted, pool


def select(
    decks: Sequence[Sequence[Card]],
    n: int,
    rng: Random,
    wanted: Wanted = EVERY,
    weights: Mapping[str, float] | None = None,
) -> tuple[Question, ...]:
    """At most `n` questions from the cards of these decks; none where no card is wanted.

    The same decks and the same random numbers give the same questions. See `pool` for
    `wanted`, `choose` for `weights`, `arrange` for the order.
    """
    return arrange(choose(pool(decks, wanted), n, rng, weights), rng)
