"""What a quiz asks of the world behind the screen."""

from typing import Protocol

from studykit.quiz.events import Event
from studykit.quiz.quiz import Quiz
from studykit.terminal.answering.original import Original


class Desk(Protocol):
    """A clock, decks, and a journal that is safe once a call has returned.

    Every call that records raises ProgressError where it could not; nothing has
    changed then.
    """

    @property
    def notes(self) -> tuple[str, ...]:
        """What the learner should be told of decks and journal, a line each."""
        ...

    def now(self) -> str:
        """The present instant."""
        ...

    def ticks(self) -> float:
        """Seconds on a clock that only goes forward."""
        ...

    def keep(self, event: Event) -> None:
        """Keep what happened."""
        ...

    def settle(self, quiz: Quiz) -> None:
        """Where the quiz is recorded: record all its answers as reviews, each once."""
        ...

    def settled(self, quiz: Quiz, at: int) -> bool:
        """Whether the answer to this question is a review already."""
        ...

    def title(self, card: str) -> str:
        """The title of the card's deck; empty where it is in none any more."""
        ...

    def original(self, card: str) -> Original:
        """The article that the card was made from."""
        ...
