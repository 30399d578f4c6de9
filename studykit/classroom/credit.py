"""The answers of a session as reviews of their cards, each with an id that it always has.

Whoever records them twice, after a crash or on another machine, records the same.
Only who came in by the roster is a learner; guests have no progress here.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from studykit.classroom.model import Player
from studykit.classroom.room import Room
from studykit.classroom.scores import scores, were_put
from studykit.classroom.session import Session
from studykit.grading.verdict import PASSING
from studykit.progress.record_ids import new_id
from studykit.scheduling.model import Grade, Rating
from studykit.scheduling.times import instant

# As in a review: whoever takes longer has left the table.
LONGEST_MS = 60_000

DayOf = Callable[[datetime], str]
"""Gives the learner's day of an aware moment."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def learners_in(room: Room) -> Mapping[str, Player]:
    """The players who came in by the roster and were not sent away, by their learner's name."""
    return {player.learner: player for player in room.here if player.learner}


def reviews_of(
    room: Room, session: Session, began: int, player: Player, day_of: DayOf
) -> list[Grade]:
    """The reviews that a learner's first answers are, in the order of the questions.

    `began` is when the session began, in milliseconds since 1970.
    """
    found = []
    for at in were_put(room):
        given = room.answers(at, 1).get(player.id)
        card = room.questions[at].card.id
        if given is None or not card:
            continue
        moment = _moment(given.at)
        rating = rating_of(scores(room, (at, 1))[player.id], given.sure)
        ms = min(given.ms, LONGEST_MS)
        id_ = _id(session, began, at, player.learner)
        found.append(Grade(id_, instant(moment), day_of(moment), card, rating, ms))
    return found


def rating_of(score: float, sure: bool | None) -> Rating:
    """The rating that an answer stands for: good where it is right, but hard for a guess.

    Partly right is hard, as in a quiz.
    """
    if score == 1:
        return "hard" if sure is False else "good"
    return "hard" if score >= PASSING else "again"


def _id(session: Session, began: int, question: int, learner: str) -> str:
    """Not of the answer: whoever was sent away and came back answers for the first time once."""
    name = f"{began} {session.pin} {session.wall} {question} {learner}".encode()
    return new_id(_moment(began), lambda size: sha256(name).digest()[:size])


def _moment(at: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=at)
