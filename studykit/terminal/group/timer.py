"""The time for one answer, which a pause stops."""

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Timer:
    """`left` seconds at the instant `since` of a clock, or for good while `since` is None."""

    left: float
    since: float | None = None

    @classmethod
    def of(cls, seconds: int, now: float) -> "Timer":
        """So many seconds from now on."""
        return cls(float(seconds), now)

    def rest(self, now: float) -> float:
        """The seconds that are left, not below 0."""
        gone = now - self.since if self.since is not None else 0.0
        return max(0.0, self.left - gone)

    def stopped(self, now: float) -> "Timer":
        """The timer standing still."""
        return Timer(self.rest(now))

    def going(self, now: float) -> "Timer":
        """The timer going on from now."""
        return replace(self, left=self.rest(now), since=now)

    def until_tick(self, now: float) -> float | None:
        """The seconds until what it shows changes, 0 once it has run out; None standing still."""
        rest = self.rest(now)
        if self.since is None:
            return None
        return rest - math.ceil(rest) + 1 if rest else 0.0


def minutes(rest: float) -> str:
    """What a timer with so many seconds left shows, begun seconds as whole ones."""
    whole = math.ceil(rest)
    return f"{whole // 60}:{whole % 60:02}"
