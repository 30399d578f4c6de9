"""A live classroom from its file: the room it led to, and what its cards stand in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.classroom.record import FORMAT, Kept, kept_session
from studykit.classroom.room import Room, replayed
from studykit.errors import StudykitError
from studykit.messages import ngettext

if TYPE_CHECKING:
    from studykit.cards.model import Card
    from studykit.classroom.marking import Judge
    from studykit.terminal.answering.original import Original

# Different typed answers whose judgement is remembered: the same are looked at again and again.
_JUDGED = 20_000


@dataclass(frozen=True, slots=True)
class Held:
    """A session that was held, or is being held, as far as its file tells."""

    path: Path
    kept: Kept
    room: Room

    @property
    def begun(self) -> datetime:
        """When it began."""
        return datetime.fromtimestamp(self.kept.began // 1000, UTC)


def read_room(root: Path, name: str) -> Held:
    """The session of this name, or in this file, or the last; what cannot be read is complained of.

    StudykitError where there is none, ProgressError where it cannot be used.
    """
    from studykit.cli.boundary import complain
    from studykit.cli.host_files import classrooms
    from studykit.journal.journal import journal_named
    from studykit.journal.read import read_journal

    path = journal_named(classrooms(root), name)
    found = read_journal(path, FORMAT)
    for problem in found.problems:
        complain(str(problem))
    kept = kept_session(path, found.events)
    for line in lost(kept):
        complain(f"{path}: {line}")
    session = kept.session
    return Held(path, kept, replayed(session.questions, session.rules, make_judge(), kept.events))


def lost(kept: Kept) -> list[str]:
    """A line on the events of a session that are none; nothing where all are."""
    if not kept.lost:
        return []
    words = ngettext(
        "{n} event of the session could not be followed",
        "{n} events of the session could not be followed",
        kept.lost,
    )
    return [words.format(n=kept.lost)]


def make_judge() -> "Judge":
    """Marks typed answers; remembers what it was asked."""
    from studykit.grading.judge import judge

    @lru_cache(_JUDGED)
    def score(card: "Card", typed: tuple[str, ...]) -> float:
        return judge(card, typed).score

    return lambda card, typed: score(card, tuple(typed))


def originals(decks: Sequence[str]) -> "Callable[[Card], Original]":
    """Gives the article of a card of these decks, as far as it is at hand."""
    from studykit.cli.places import original_of
    from studykit.deck.file import load_deck
    from studykit.terminal.answering.original import Original

    known: dict[str, Original] = {}
    for name in decks:
        path = Path(name)
        try:
            deck = load_deck(path)
        except StudykitError:
            continue  # the session has the cards; only their lines are not known
        found = original_of(deck, path)
        for card in deck.cards:
            known.setdefault(card.id, found)
    nothing = Original()
    return lambda card: known.get(card.id, nothing)
