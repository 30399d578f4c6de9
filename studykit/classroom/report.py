"""What a session tells afterwards: of each question, and of each student."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from studykit.classroom.asked import Asked, in_words
from studykit.classroom.instruction import Shift
from studykit.classroom.model import Given, Player
from studykit.classroom.room import Room
from studykit.classroom.scores import missed, scores, were_put
from studykit.classroom.tally import Tally, shift_of, standings, tally, team_standings

# Of the wrong answers to a question, those that a teacher can still take up.
MOST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer of the first vote: how many gave it, and how many of those were sure."""

    words: tuple[str, ...]
    count: int
    sure: int


@dataclass(frozen=True, slots=True)
class OfQuestion:
    """How a question went; `number` counts from 1, `votes` has every vote on it.

    `shift` is what the discussions changed, None where there was none. `wrong` has the
    most frequent wrong answers, `misconceptions` all that someone was sure of.
    """

    number: int
    asked: Asked
    votes: tuple[Tally, ...]
    shift: Shift | None
    wrong: tuple[Wrong, ...]
    misconceptions: tuple[Wrong, ...]

    @property
    def first(self) -> Tally:
        """The first vote."""
        return self.votes[0]

    @property
    def share(self) -> float | None:
        """The share that was right in the first vote, from 0 to 1; None where nobody answered."""
        return self.first.right / self.first.answers if self.first.answers else None


@dataclass(frozen=True, slots=True)
class OfStudent:
    """How a student did; `right` in first votes, `after` in the last votes on each question.

    `first` has, for each question of the report, the score of their first answer, from 0
    to 1, None where there is none. `missed` are numbers of questions, from 1.
    """

    player: Player
    team: str
    rank: int
    points: int
    answered: int
    right: int
    after: int
    sure_wrong: int
    first: tuple[float | None, ...]
    missed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The questions in their order, the students and teams the best first.

    `teams` are rank, name and points for each of its players.
    """

    questions: tuple[OfQuestion, ...]
    students: tuple[OfStudent, ...]
    teams: tuple[tuple[int, str, float], ...]

    @property
    def share(self) -> float | None:
        """The share of first answers that were right; None where there are none."""
        answers = sum(one.first.answers for one in self.questions)
        return sum(one.first.right for one in self.questions) / answers if answers else None

    @property
    def hardest(self) -> tuple[OfQuestion, ...]:
        """The questions that not everyone knew at first, the worst first."""
        hard = [(one.share, one) for one in self.questions if one.share is not None]
        return tuple(one for share, one in sorted(hard, key=lambda each: each[0]) if share < 1)

    @property
    def misconceptions(self) -> tuple[OfQuestion, ...]:
        """The questions that students answered wrongly and were sure of, the most of them first."""
        found = (one for one in self.questions if one.misconceptions)
        return tuple(sorted(found, key=lambda one: -one.first.sure_wrong))


def report_of(room: Room) -> Report:
    """The report of a session, over or not."""
    names = room.rules.teams
    return Report(
        tuple(_of_question(room, at) for at in were_put(room)),
        _of_students(room),
        tuple((rank, names[team], points) for rank, team, points in team_standings(room)),
    )


def _of_question(room: Room, at: int) -> OfQuestion:
    wrong = _wrong(room, at)
    return OfQuestion(
        at + 1,
        room.questions[at],
        tuple(tally(room, (at, number)) for number in range(1, max(1, room.last_round(at)) + 1)),
        shift_of(room, at),
        wrong[:MOST_WRONG],
        tuple(sorted((one for one in wrong if one.sure), key=lambda one: -one.sure)),
    )


def _wrong(room: Room, at: int) -> tuple[Wrong, ...]:
    """All wrong answers of the first vote, the most frequent first."""
    one = room.questions[at]
    found = scores(room, (at, 1))
    wrong = {player: given for player, given in room.answers(at, 1).items() if found[player] < 1}
    all_of = Counter(in_words(one, given.answer) for given in wrong.values())
    sure = Counter(in_words(one, given.answer) for given in wrong.values() if given.sure)
    return tuple(Wrong(words, count, sure[words]) for words, count in all_of.most_common())


def _of_students(room: Room) -> tuple[OfStudent, ...]:
    put = were_put(room)
    last = {at: max(1, room.last_round(at)) for at in put}
    first = {at: scores(room, (at, 1)) for at in put}
    after = {at: _last_scores(room, at, last[at]) for at in put}
    given = {at: room.answers(at, 1) for at in put}
    gone = missed(room)
    return tuple(
        OfStudent(
            player=room.players[player],
            team=_team(room, player),
            rank=rank,
            points=points,
            answered=sum(player in after[at] for at in put),
            right=sum(first[at].get(player, 0) == 1 for at in put),
            after=sum(after[at].get(player, 0) == 1 for at in put),
            sure_wrong=sum(_sure_wrong(given[at], first[at], player) for at in put),
            first=tuple(first[at].get(player) for at in put),
            missed=tuple(at + 1 for at in gone[player]),
        )
        for rank, player, points in standings(room)
    )


def _last_scores(room: Room, at: int, last: int) -> Mapping[int, float]:
    """By player, the score of their last answer to a question."""
    found: dict[int, float] = {}
    for number in range(1, last + 1):
        found |= scores(room, (at, number))
    return found


def _sure_wrong(given: Mapping[int, Given], scored: Mapping[int, float], player: int) -> bool:
    return player in given and given[player].sure is True and scored[player] < 1


def _team(room: Room, player: int) -> str:
    team = room.players[player].team
    return room.rules.teams[team] if team >= 0 else ""
