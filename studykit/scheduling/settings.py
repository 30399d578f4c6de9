"""What a learner may choose about scheduling, with defaults that suit most people."""

from dataclasses import dataclass
from typing import Literal

DueOrder = Literal["retrievability", "due", "deck", "random"]
DUE_ORDERS: tuple[DueOrder, ...] = ("retrievability", "due", "deck", "random")
NewOrder = Literal["deck", "random"]
NEW_ORDERS: tuple[NewOrder, ...] = ("deck", "random")
NewPlace = Literal["mixed", "first", "last"]
NEW_PLACES: tuple[NewPlace, ...] = ("mixed", "first", "last")
LeechAction = Literal["suspend", "flag"]
LEECH_ACTIONS: tuple[LeechAction, ...] = ("suspend", "flag")
Answering = Literal["mental", "typed"]
ANSWERINGS: tuple[Answering, ...] = ("mental", "typed")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one learner; durations in seconds, intervals in days.

    The defaults are those of Anki and of FSRS-6 (`parameters` empty: the
    package's own). `day_starts_at` is the hour at which a new day begins;
    `timezone` an IANA name, empty for the machine's own. `learn_ahead` is how
    long before its time a card in learning may be shown when nothing else is left.
    """

    desired_retention: float = 0.9
    parameters: tuple[float, ...] = ()
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    maximum_interval: int = 36500
    fuzz: bool = True
    new_per_day: int = 20
    reviews_per_day: int = 200
    day_starts_at: int = 4
    timezone: str = ""
    bury_siblings: bool = True
    leech_lapses: int = 8
    leech_action: LeechAction = "suspend"
    due_order: DueOrder = "retrievability"
    new_order: NewOrder = "deck"
    new_cards: NewPlace = "mixed"
    learn_ahead: int = 1200
    answering: Answering = "mental"

    @property
    def fingerprint(self) -> str:
        """A text that is the same for settings under which records make the same states."""
        parts = (
            self.desired_retention,
            self.parameters,
            self.learning_steps,
            self.relearning_steps,
            self.maximum_interval,
            self.fuzz,
            self.leech_lapses,
            self.leech_action,
        )
        return repr(parts)
