"""A class's first answers into the logs of its learners, once however often this is run."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.classroom.credit import learners_in, reviews_of
from studykit.cli.learners import clock
from studykit.errors import StudykitError
from studykit.progress.folder import learner_folder
from studykit.progress.session import open_session
from studykit.scheduling.times import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from studykit.classroom.room import Room
    from studykit.classroom.session import Session


@dataclass(frozen=True, slots=True)
class Credited:
    """How many reviews a learner got, and how many of the session's they had already."""

    learner: str
    added: int
    known: int
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Outcome:
    """What became of each learner; `failed` has a line for each who could not be credited."""

    credited: list[Credited] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def credit(root: Path, room: "Room", session: "Session", began: int) -> Outcome:
    """Record the reviews of all who came in by the roster, each under their learner's lock.

    `root` is where learners have their progress; who has none yet gets a folder. One
    who is reviewing at the moment does not keep the others from theirs.
    """
    out = Outcome()
    for name in learners_in(room):
        try:
            out.credited.append(_credited(root, name, room, session, began))
        except StudykitError as error:
            out.failed.append(str(error))
    return out


def _credited(root: Path, name: str, room: "Room", session: "Session", began: int) -> Credited:
    from studykit.progress.deck_list import add_decks

    folder = learner_folder(root, name)
    player = learners_in(room)[name]
    with open_session(folder, clock) as log:

        def day(moment: "datetime") -> str:
            return day_of(moment, log.zone, log.settings.day_starts_at)

        reviews = reviews_of(room, session, began, player, day)
        known = {record.id for record in log.records()}
        new = [review for review in reviews if review.id not in known]
        for review in new:
            log.add(review)
        if reviews:
            # So that a review without a deck's name finds the cards.
            add_decks(folder, [path for path in map(Path, session.decks) if path.is_file()])
        notes = tuple(f"{name}: {note}" for note in (*log.notes, *map(str, log.problems)))
    return Credited(name, len(new), len(reviews) - len(new), notes)
