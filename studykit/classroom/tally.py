"""How a class answered: the picture of a vote once it is closed, and who stands where."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from studykit.classroom.asked import Asked, in_words
from studykit.classroom.instruction import Shift, shift, worth_discussing
from studykit.classroom.model import Given
from studykit.classroom.room import Room, Vote
from studykit.classroom.scores import scores

MOST_SHOWN = 8
"""Of different typed answers, how many a picture shows; the others are counted together."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer and how many gave it; `right` says whether it is (wholly) right."""

    words: tuple[str, ...]
    count: int
    right: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote: all answers and those that are right, the bars, and sure but wrong ones."""

    answers: int
    right: int
    bars: tuple[Bar, ...]
    others: int
    sure_wrong: int

    @property
    def worth_discussing(self) -> bool:
        """Whether a discussion and another vote are likely to help."""
        return worth_discussing(self.right, self.answers)


def tally(room: Room, vote: Vote) -> Tally:
    """What a closed vote came to: options in their order, typed answers the most frequent first."""
    one = room.questions[vote[0]]
    given = room.answers(*vote)
    right = _right(room, vote)
    counts = Counter(_words(one, given[player]) for player in given)
    is_right = {_words(one, given[player]): right[player] for player in given}
    if one.kind in ("choice", "truefalse"):
        words = [(option,) for option in one.options] or [("true",), ("false",)]
        bars = tuple(Bar(each, counts[each], _is_key(one, each)) for each in words)
        others = 0
    else:
        most = counts.most_common(MOST_SHOWN)
        bars = tuple(Bar(each, count, is_right[each]) for each, count in most)
        others = len(given) - sum(bar.count for bar in bars)
    sure_wrong = sum(given[one].sure is True and not right[one] for one in given)
    return Tally(len(given), sum(right.values()), bars, others, sure_wrong)


def shift_of(room: Room, question: int) -> Shift | None:
    """What the discussions of a question changed, from its first vote to its last; None if one."""
    last = room.last_round(question)
    if last < 2:
        return None
    return shift(_right(room, (question, 1)), _right(room, (question, last)))


def standings(room: Room) -> list[tuple[int, int, int]]:
    """Rank, player and points of everyone here, the best first; equal points share a rank."""
    rows = sorted(((room.points.get(one.id, 0), one.id) for one in room.here), key=_best_first)
    out: list[tuple[int, int, int]] = []
    for place, (points, player) in enumerate(rows, 1):
        rank = out[-1][0] if out and out[-1][2] == points else place
        out.append((rank, player, points))
    return out


def team_standings(room: Room) -> list[tuple[int, int, float]]:
    """Rank, team and points for each of its players, the best first: teams differ in size."""
    members: dict[int, list[int]] = {}
    for one in room.here:
        if one.team >= 0:
            members.setdefault(one.team, []).append(room.points.get(one.id, 0))
    rows = sorted(
        ((round(sum(own) / len(own), 1), team) for team, own in members.items()), key=_best_first
    )
    out: list[tuple[int, int, float]] = []
    for place, (points, team) in enumerate(rows, 1):
        rank = out[-1][0] if out and out[-1][2] == points else place
        out.append((rank, team, points))
    return out


def _best_first(row: tuple[float, int]) -> tuple[float, int]:
    return -row[0], row[1]


def _words(one: Asked, given: Given) -> tuple[str, ...]:
    return in_words(one, given.answer)


def _is_key(one: Asked, words: tuple[str, ...]) -> bool:
    return one.key is not None and in_words(one, one.key) == words


def _right(room: Room, vote: Vote) -> Mapping[int, bool]:
    """By player, whether their answer is wholly right."""
    return {player: score == 1 for player, score in scores(room, vote).items()}
