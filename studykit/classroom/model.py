"""What a room is made of: its rules, its players and what they answered."""

from dataclasses import dataclass
from typing import Literal

Phase = Literal["lobby", "open", "closed", "discuss", "reveal", "board", "ended"]
"""`open` takes answers; `discuss` lies between a vote and the next vote on the same question."""

Ranks = Literal["none", "own", "board"]
RANKS: tuple[Ranks, ...] = ("none", "own", "board")
"""Who sees ranks: no one, each player their own, or all on the projector and the phones too."""

Answer = int | bool | str | tuple[str, ...] | tuple[int, ...]
"""The place of an option; true or false; a text; texts of blanks or items; an order of places."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a room is led. Times in seconds, 0 for none; `until` in milliseconds since 1970.

    `self_paced`: every player goes through the questions at their own pace, until
    `until` where there is one.
    """

    seconds: int = 0
    speed: bool = False
    ranks: Ranks = "none"
    confidence: bool = True
    teams: tuple[str, ...] = ()
    self_paced: bool = False
    until: int = 0


@dataclass(frozen=True, slots=True)
class Player:
    """Someone who joined. `secret` is the hash of the token that lets them come back.

    `learner` is the roster name that their answers may be credited to; empty for a
    guest. `team` is a place in `Rules.teams`, -1 for none.
    """

    id: int
    name: str
    secret: str
    learner: str = ""
    team: int = -1
    kicked: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: when it came (milliseconds since 1970), how long after the vote opened."""

    answer: Answer
    at: int
    ms: int
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """What an answer was worth: `score` from 0 to 1, and the points it earned."""

    score: float
    points: int

    @property
    def right(self) -> bool:
        """Whether nothing was wrong or missing."""
        return self.score == 1
