"""What a group review is about: who plays, by which rules, and what came of each question."""

from dataclasses import dataclass
from typing import Literal, get_args

from studykit.cards.model import Card

Mode = Literal["turns", "buzz", "all-write"]
"""One after another; whoever is first at their key; all of them on paper."""

MODES: tuple[Mode, ...] = get_args(Mode)

Verdict = Literal["right", "near", "wrong"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

Pause = Literal["", "pause", "break"]
"""Why nothing goes on: a short halt, or a break for which the scores are shown."""

# So many keys are left for teams on a keyboard beside those of the teacher.
MOST_TEAMS = 25


@dataclass(frozen=True, slots=True)
class Setup:
    """What is settled when a group review begins.

    `questions` are the cards in their order, options in the order shown; those
    after the first `total` take the places of questions that are skipped.
    `seconds` is the time for a question, 0 for none. With `streaks` several
    right answers in a row earn more. `title` is of the deck, `deck` its path.
    """

    mode: Mode
    teams: tuple[str, ...]
    questions: tuple[Card, ...]
    total: int
    seconds: int = 0
    streaks: bool = False
    title: str = ""
    deck: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A team's answer and its verdict; `said` is what was chosen or typed, where that is known.

    `stolen` after a wrong answer of another team, or on another team's turn.
    """

    team: int
    verdict: Verdict
    said: tuple[str, ...] = ()
    stolen: bool = False


@dataclass(frozen=True, slots=True)
class Played:
    """A question, by its place among the questions, and the attempts at it, one a team."""

    question: int
    attempts: tuple[Attempt, ...] = ()

    def of(self, team: int) -> Attempt | None:
        """The attempt of a team; None where it made none."""
        return next((one for one in self.attempts if one.team == team), None)
