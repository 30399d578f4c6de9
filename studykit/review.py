"""A first pass through the cards of a deck, as a value that answers change.

No clock, no files, no screen: a front end shows `current`, asks for a rating
and goes on with what `answer` returns. When to see a card again another day is
not decided here.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from studykit.cards.model import Card

Rating = Literal["again", "hard", "good", "easy"]
RATINGS: tuple[Rating, ...] = ("again", "hard", "good", "easy")

# A card rated "again" comes back after this many others: far enough to have left
# short-term memory (about seven items), near enough to be still in the sitting.
AGAIN_AFTER = 7


@dataclass(frozen=True, slots=True)
class Rated:
    """One answer of the pass."""

    card: Card
    rating: Rating


@dataclass(frozen=True, slots=True)
class Review:
    """Where a pass stands: the cards still to come, the answers so far."""

    queue: tuple[Card, ...]
    rated: tuple[Rated, ...] = ()
    before: "Review | None" = field(default=None, compare=False, repr=False)

    @property
    def current(self) -> Card | None:
        """The card to show; None when the pass is over."""
        return self.queue[0] if self.queue else None

    @property
    def total(self) -> int:
        """How many cards the pass has, each counted once."""
        return len(self.queue) + self.done

    @property
    def done(self) -> int:
        """How many cards are behind for good."""
        return sum(one.rating != "again" for one in self.rated)

    def answer(self, rating: Rating) -> "Review":
        """The pass after the current card got this rating; raises ValueError when it is over."""
        if not self.queue:
            raise ValueError("the pass is over: there is no card to rate")
        card, rest = self.queue[0], self.queue[1:]
        if rating == "again":
            rest = (*rest[:AGAIN_AFTER], card, *rest[AGAIN_AFTER:])
        return Review(rest, (*self.rated, Rated(card, rating)), before=self)

    def undo(self) -> "Review":
        """The pass before the last answer; the same pass when there was none."""
        return self.before or self

    @property
    def ratings(self) -> dict[Rating, int]:
        """How often each rating was given, in the order of RATINGS."""
        counts = Counter(one.rating for one in self.rated)
        return {rating: counts[rating] for rating in RATINGS}

    @property
    def missed(self) -> tuple[Card, ...]:
        """The cards that were rated "again" at least once, in the order they were missed."""
        return tuple(dict.fromkeys(one.card for one in self.rated if one.rating == "again"))
