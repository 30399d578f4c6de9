"""A review session of one day as a value that answers change.

No clock, no files, no screen: a front end shows `current(now)`, grades the card
through the scheduler, and goes on with what `answered` returns. All instants
are strings that compare (see `scheduling.model`).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from studykit.scheduling.model import RATINGS, CardState, Rating
from studykit.scheduling.queue import Queue

Kind = Literal["new", "learning", "due"]

# In practice a card rated "again" comes back after this many others: far enough to have
# left short-term memory (about seven items), near enough to be still in the sitting.
AGAIN_AFTER = 7


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of the session; `kind` is what the card was when it was shown."""

    card: str
    kind: Kind
    rating: Rating
    ms: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards are left of each kind."""

    new: int
    learning: int
    due: int


@dataclass(frozen=True, slots=True)
class Review:
    """Where a session stands.

    `learning` has pairs of due instant and card, soonest first; `main` the due
    and new cards still to come; `done` how many cards need no more today.
    """

    learning: tuple[tuple[str, str], ...]
    main: tuple[str, ...]
    due: frozenset[str]
    siblings: Mapping[str, str]
    answers: tuple[Answered, ...] = ()
    done: int = 0
    before: "Review | None" = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, queue: Queue) -> "Review":
        """A session at its beginning."""
        return cls(queue.learning, queue.main, queue.due, queue.siblings)

    def current(self, now: str, horizon: str) -> str | None:
        """The card to show; None when nothing is to be shown by now.

        A card in learning comes when its time has come, before all others; when
        no other is left, also one whose time comes by `horizon`.
        """
        if self.learning and self.learning[0][0] <= now:
            return self.learning[0][1]
        if self.main:
            return self.main[0]
        if self.learning and self.learning[0][0] <= horizon:
            return self.learning[0][1]
        return None

    @property
    def next_at(self) -> str:
        """The instant at which the next card in learning comes; empty if none is waiting."""
        return self.learning[0][0] if self.learning else ""

    @property
    def counts(self) -> Counts:
        """How many cards are left of each kind."""
        due = sum(card in self.due for card in self.main)
        return Counts(len(self.main) - due, len(self.learning), due)

    @property
    def total(self) -> int:
        """How many cards the session has, each counted once."""
        return self.done + len(self.main) + len(self.learning)

    def kind_of(self, card: str) -> Kind:
        """What a card of the session is: new, in learning, or due."""
        if card in self.due:
            return "due"
        return "new" if card in self.main else "learning"

    def answered(self, state: CardState, rating: Rating, ms: int) -> "Review":
        """The session after its card got this rating and came to this state.

        Its siblings are put off to another day.
        """
        card = state.card
        answer = Answered(card, self.kind_of(card), rating, ms)
        after = self._without(card, self.siblings.get(card, ""))
        if state.phase in ("learning", "relearning") and not state.suspended:
            after = replace(after, learning=tuple(sorted((*after.learning, (state.due, card)))))
        else:
            after = replace(after, done=after.done + 1)
        return replace(after, answers=(*self.answers, answer), before=self)

    def practised(self, card: str, rating: Rating, ms: int) -> "Review":
        """The session after a card got a rating that moves no schedule."""
        answer = Answered(card, self.kind_of(card), rating, ms)
        rest = self._without(card, "")
        if rating == "again":
            main = (*rest.main[:AGAIN_AFTER], card, *rest.main[AGAIN_AFTER:])
            rest = replace(rest, main=main, due=self.due)
        else:
            rest = replace(rest, done=rest.done + 1)
        return replace(rest, answers=(*self.answers, answer), before=self)

    def put_aside(self, card: str) -> "Review":
        """The session without a card that was buried or suspended."""
        return replace(self._without(card, ""), before=self)

    def without(self, card: str) -> "Review":
        """The session without a card that is in no deck any more: nothing that can be undone."""
        return self._without(card, "")

    def brought_back(self, state: CardState) -> "Review":
        """The session with a card, before all others, whose grade of an earlier one was undone."""
        rest = self._without(state.card, "")
        if state.phase in ("learning", "relearning"):
            return replace(rest, learning=tuple(sorted((*rest.learning, (state.due, state.card)))))
        due = rest.due | {state.card} if state.phase == "review" else rest.due
        return replace(rest, main=(state.card, *rest.main), due=due)

    @property
    def ratings(self) -> dict[Rating, int]:
        """How often each rating was given, in the order of RATINGS."""
        counts = Counter(one.rating for one in self.answers)
        return {rating: counts[rating] for rating in RATINGS}

    @property
    def missed(self) -> tuple[str, ...]:
        """The cards that were rated "again" at least once, in the order they were missed."""
        return tuple(dict.fromkeys(one.card for one in self.answers if one.rating == "again"))

    def undone(self) -> "Review":
        """The session before its last change; itself when there was none."""
        return self.before or self

    def _without(self, card: str, sibling: str) -> "Review":
        siblings = self.siblings
        main = tuple(
            one for one in self.main
            if one != card and not (sibling and siblings.get(one) == sibling)
        )  # fmt: skip
        learning = tuple(pair for pair in self.learning if pair[1] != card)
        return replace(self, main=main, learning=learning, due=self.due - {card})
