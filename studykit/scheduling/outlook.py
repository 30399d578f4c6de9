"""What waits for a learner: the counts of a day, and when something comes next."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from studykit.scheduling.queue import Queue

if TYPE_CHECKING:
    from studykit.scheduling.queue import Standing


# Tuples: a class of another kind takes half a millisecond to make, and a shell prompt waits.
class Counts(NamedTuple):
    """How many cards wait now: new ones, those in learning, those that are due."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due


class Next(NamedTuple):
    """When the next card comes (an instant today, or a later day), and how many come then."""

    at: str
    cards: int


def counts_of(queue: Queue, cards: Iterable[str], horizon: str) -> Counts:
    """The counts of a queue for some of its cards; in learning, those that come by `horizon`."""
    own = frozenset(cards)
    main = [card for card in queue.main if card in own]
    due = sum(card in queue.due for card in main)
    learning = sum(at <= horizon and card in own for at, card in queue.learning)
    return Counts(len(main) - due, learning, due)


def next_due(
    standings: "Mapping[str, Standing]", cards: Iterable[str], day: str, after: str
) -> Next | None:
    """When the first of these cards comes after an instant of a day; None if none does."""
    instants: list[str] = []
    days: list[str] = []
    for card in cards:
        standing = standings.get(card)
        if standing is None or standing.suspended:
            continue
        if standing.phase == "review":
            if standing.due > day:
                days.append(standing.due)
        elif standing.phase != "new" and standing.due > after:
            instants.append(standing.due)
    if instants:
        return Next(min(instants), 1)
    if days:
        first = min(days)
        return Next(first, days.count(first))
    return None
