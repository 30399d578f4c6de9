"""What learners are likely to recall, for choosing questions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studykit.progress.folder import Folder


def recalled(folder: "Folder", cards: Iterable[str]) -> dict[str, float]:
    """The chance, 0 to 1, that a learner recalls each of these cards that they have reviewed."""
    from studykit.cli.learners import clock
    from studykit.progress.learner import Learner

    learner = Learner(folder, clock)
    day = learner.today()
    states = [learner.state(card) for card in cards if card in learner.standings]
    return {
        state.card: learner.scheduler.retrievability(state, day)
        for state in states
        if state.phase != "new"
    }
