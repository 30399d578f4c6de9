"""The desk of a quiz: its journal, the decks it was made from, and the learner's log."""

import time
from functools import cache
from typing import TYPE_CHECKING

from studykit.cli.learners import clock
from studykit.cli.places import original_of_deck
from studykit.errors import StudykitError
from studykit.quiz.codec import encode
from studykit.quiz.events import Event
from studykit.quiz.quiz import Quiz
from studykit.quiz.reviews import review_of
from studykit.scheduling.times import day_of, instant, moment
from studykit.terminal.answering.original import Original

if TYPE_CHECKING:
    from studykit.deck.shelf import Shelf
    from studykit.journal.journal import Journal
    from studykit.progress.session import Session


class QuizDesk:
    """See `terminal.quiz.desk.Desk`. `session` is the learner's where the quiz is recorded."""

    def __init__(
        self,
        journal: "Journal",
        shelf: "Shelf",
        session: "Session | None" = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        self._journal = journal
        self._shelf = shelf
        self._session = session
        self._original_of = cache(original_of_deck)
        # Only what is taken up again can have been recorded before.
        begun = bool(journal.events) and session is not None
        self._recorded = {one.id for one in session.records()} if begun and session else set()
        told = (*session.notes, *map(str, session.problems)) if session else ()
        every = (*notes, *shelf.problems, *journal.notes, *told)
        self.notes = tuple(dict.fromkeys(every))

    def now(self) -> str:
        """The present instant."""
        return instant(clock())

    def ticks(self) -> float:
        """Seconds on a clock that only goes forward."""
        return time.monotonic()

    def keep(self, event: Event) -> None:
        """Write the event to the journal."""
        self._journal.append(encode(event))

    def settle(self, quiz: Quiz) -> None:
        """Record what was answered and is not in the log."""
        if not self._session:
            return
        for at in range(len(quiz.questions)):
            grade = review_of(quiz, at, self._day_of)
            if grade and grade.id not in self._recorded:
                self._session.add(grade)
                self._recorded.add(grade.id)

    def settled(self, quiz: Quiz, at: int) -> bool:
        """Whether the answer is in the log."""
        grade = review_of(quiz, at, self._day_of) if self._session else None
        return grade is not None and grade.id in self._recorded

    def title(self, card: str) -> str:
        """The title of the card's deck; empty where it is in none any more."""
        try:
            return self._shelf.deck_of(card).index.title
        except StudykitError:
            return ""

    def original(self, card: str) -> Original:
        """The article that the card's deck was made from; read once."""
        try:
            return self._original_of(self._shelf.deck_of(card).path)
        except StudykitError:
            return Original()

    def _day_of(self, at: str) -> str:
        assert self._session is not None
        settings = self._session.settings
        return day_of(moment(at), self._session.zone, settings.day_starts_at)
