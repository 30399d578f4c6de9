"""What a group review tells afterwards: the final scores, and the hardest questions."""

from dataclasses import dataclass, replace

from studykit.cards.model import Card
from studykit.group.game import Game
from studykit.group.model import Played
from studykit.group.scores import RIGHT, Score, earned, ranking, worth


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked, and how well it was answered.

    `share` is what the answers earned of what they could have, from 0 to 1; 0
    where nobody answered. `gains` are the points that it gave each team.
    """

    number: int
    card: Card
    played: Played
    share: float
    gains: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The places and scores, the best first, and the questions in the order they were asked."""

    ranking: tuple[tuple[int, Score], ...]
    asked: tuple[Asked, ...]

    @property
    def hardest(self) -> tuple[Asked, ...]:
        """The questions that were not wholly answered, the worst first."""
        hard = (one for one in self.asked if one.share < 1)
        return tuple(sorted(hard, key=lambda one: (one.share, -len(one.played.attempts))))


def report_of(game: Game) -> Report:
    """The report of a review, over or not."""
    every = _all(game)
    asked = tuple(
        Asked(number, game.setup.questions[played.question], played, _share(played), gains)
        for number, (played, gains) in enumerate(zip(every, earned(game, every), strict=True), 1)
    )
    return Report(ranking(game), asked)


def _all(game: Game) -> tuple[Played, ...]:
    if game.phase == "done" or not game.attempts:
        return game.played
    return (*game.played, game.current)


def _share(played: Played) -> float:
    """Stealing earns less, but is as good an answer."""
    earned = sum(worth(replace(one, stolen=False)) for one in played.attempts)
    return earned / (RIGHT * len(played.attempts)) if played.attempts else 0.0
