"""Points, counted from what was answered; and who stands where."""

from dataclasses import dataclass, replace
from itertools import pairwise

from studykit.group.game import Game
from studykit.group.model import Attempt, Played

# Halves, and halves of halves, stay whole numbers.
RIGHT, NEAR = 4, 2
# Whoever steals has heard one answer that is wrong.
STOLEN_SHARE = 2
# Two in a row happen by luck; the third and each further one earns a point more.
STREAK_FROM, STREAK_BONUS = 3, 1


@dataclass(frozen=True, slots=True)
class Score:
    """A team's points, how many of its answers were what, and how many right ones came last."""

    team: int
    points: int = 0
    right: int = 0
    near: int = 0
    wrong: int = 0
    streak: int = 0


def worth(attempt: Attempt) -> int:
    """The points of an answer, but for a streak."""
    whole = {"right": RIGHT, "near": NEAR, "wrong": 0}[attempt.verdict]
    return whole // STOLEN_SHARE if attempt.stolen else whole


def scores(game: Game) -> tuple[Score, ...]:
    """The score of every team, the answers to the current question among them."""
    played = game.played if game.phase == "done" else (*game.played, game.current)
    return _counted(game, played)


def gains(game: Game) -> tuple[int, ...]:
    """The points that the current question has given each team so far."""
    return earned(game, (*game.played, game.current))[-1]


def earned(game: Game, played: tuple[Played, ...]) -> tuple[tuple[int, ...], ...]:
    """For each of these questions the points that it gave each team."""
    counts = [_counted(game, played[:number]) for number in range(len(played) + 1)]
    return tuple(
        tuple(new.points - old.points for new, old in zip(after, before, strict=True))
        for before, after in pairwise(counts)
    )


def ranking(game: Game) -> tuple[tuple[int, Score], ...]:
    """Place, from 1, and score, the best first; teams with equal points share a place (1 2 2 4)."""
    found = sorted(scores(game), key=lambda score: -score.points)
    return tuple(
        (1 + sum(other.points > score.points for other in found), score) for score in found
    )


def _counted(game: Game, played: tuple[Played, ...]) -> tuple[Score, ...]:
    found = [Score(team) for team in range(len(game.setup.teams))]
    for question in played:
        for attempt in question.attempts:
            found[attempt.team] = _added(found[attempt.team], attempt, game.setup.streaks)
    return tuple(found)


def _added(score: Score, attempt: Attempt, streaks: bool) -> Score:
    points = score.points + worth(attempt)
    if attempt.verdict == "right":
        streak = score.streak + 1
        bonus = STREAK_BONUS if streaks and streak >= STREAK_FROM else 0
        return replace(score, points=points + bonus, right=score.right + 1, streak=streak)
    if attempt.verdict == "near":
        return replace(score, points=points, near=score.near + 1, streak=0)
    return replace(score, points=points, wrong=score.wrong + 1, streak=0)
