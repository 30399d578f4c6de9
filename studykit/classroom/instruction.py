"""Peer instruction: when talking it over helps, and what it changed.

Crouch and Mazur, "Peer Instruction: Ten years of experience and results",
American Journal of Physics 69 (2001): discussion helps most where between 30
and 70 percent of a class are right at first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

WORTH_DISCUSSING = (0.3, 0.7)
# Below this the share says more about chance than about the class.
LEAST_ANSWERS = 4


def worth_discussing(right: int, answers: int) -> bool:
    """Whether so many right among so many answers call for a discussion and a second vote."""
    low, high = WORTH_DISCUSSING
    return answers >= LEAST_ANSWERS and low <= right / answers <= high


@dataclass(frozen=True, slots=True)
class Shift:
    """What a discussion changed among those who voted both times.

    `gained` went from wrong to right, `lost` from right to wrong.
    """

    voters: int
    right_before: int
    right_after: int
    gained: int
    lost: int

    @property
    def gain(self) -> float | None:
        """The normalised gain: of what was still to be gained, the share that was.

        Hake, "Interactive-engagement versus traditional methods", American Journal of
        Physics 66 (1998); None where all were right before.
        """
        room = self.voters - self.right_before
        return (self.right_after - self.right_before) / room if room else None


def shift(before: Mapping[int, bool], after: Mapping[int, bool]) -> Shift:
    """What changed between two votes; each says by player whether they were right."""
    both = before.keys() & after.keys()
    return Shift(
        voters=len(both),
        right_before=sum(before[one] for one in both),
        right_after=sum(after[one] for one in both),
        gained=sum(after[one] and not before[one] for one in both),
        lost=sum(before[one] and not after[one] for one in both),
    )
