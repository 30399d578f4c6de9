"""What the answers of a session are worth, and who knew what at first."""

from collections.abc import Mapping

from studykit.classroom.marking import score_of
from studykit.classroom.model import Answer
from studykit.classroom.room import Room, Vote


def scores(room: Room, vote: Vote) -> Mapping[int, float]:
    """By player, the score of their answer, from 0 to 1: as marked, else as it would be."""
    given = room.answers(*vote)
    marks = room.marks.get(vote)
    if marks is not None:
        return {player: marks[player].score for player in given}
    one = room.questions[vote[0]]
    known: dict[Answer, float] = {}
    for each in given.values():
        if each.answer not in known:
            known[each.answer] = score_of(one, each.answer, room.judge)
    return {player: known[each.answer] for player, each in given.items()}


def were_put(room: Room) -> tuple[int, ...]:
    """The questions that were put to the class; with self-paced play all, once it began."""
    if room.rules.self_paced:
        return tuple(range(len(room.questions))) if room.question >= 0 else ()
    return tuple(at for at in range(len(room.questions)) if (at, 1) in room.votes)


def missed(room: Room) -> Mapping[int, tuple[int, ...]]:
    """By player, the questions put to the class that they did not wholly know at first.

    The first vote tells what somebody knows; what they were late for is missed too.
    Those who were sent away are left out.
    """
    first = {at: scores(room, (at, 1)) for at in were_put(room)}
    return {
        player.id: tuple(at for at, found in first.items() if found.get(player.id, 0) < 1)
        for player in room.here
    }
