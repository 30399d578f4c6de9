"""The cards that cost most."""

from collections.abc import Iterable
from dataclasses import dataclass

from studykit.scheduling.model import CardState


@dataclass(frozen=True, slots=True)
class Hard:
    """A card that was forgotten; difficulty from 1 to 10, stability in days."""

    card: str
    prompt: str
    lapses: int
    difficulty: float
    stability: float
    reps: int


def hardest(states: Iterable[CardState], prompts: dict[str, str], n: int) -> tuple[Hard, ...]:
    """At most n cards that have lapsed: the most often lapsed first, then the most difficult."""
    lapsed = [state for state in states if state.lapses]
    lapsed.sort(key=lambda state: (-state.lapses, -state.difficulty, state.card))
    return tuple(
        Hard(
            state.card,
            prompts.get(state.card, ""),
            state.lapses,
            state.difficulty,
            state.stability,
            state.reps,
        )
        for state in lapsed[:n]
    )
