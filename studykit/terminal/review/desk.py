"""What a session asks of the world behind the screen."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Protocol

from studykit.cards.model import Card
from studykit.progress.session import Undone
from studykit.scheduling.model import CardState, Deed, Rating
from studykit.scheduling.outlook import Next
from studykit.terminal.answering.original import Original

if TYPE_CHECKING:
    from studykit.grading.verdict import Verdict


class Desk(Protocol):
    """Cards, their states, and a log that is safe once a call has returned.

    Every call that records raises ProgressError where it could not; nothing has
    changed then.
    """

    @property
    def zone(self) -> tzinfo | None:
        """The learner's time zone; None for the machine's."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What the learner should be told of decks and log, a line each."""
        ...

    def prepare(self, card: str, *, typed: bool) -> None:
        """Load what the answer to this card will need, while the learner thinks."""
        ...

    def now(self) -> str:
        """The present instant."""
        ...

    def today(self) -> str:
        """The learner's day."""
        ...

    def horizon(self) -> str:
        """The instant up to which cards in learning may be shown early."""
        ...

    def next(self) -> Next | None:
        """When the next card comes that is not to be had now."""
        ...

    def card(self, card: str) -> Card:
        """The card with this id; DeckError where it is in no deck any more."""
        ...

    def title(self, card: str) -> str:
        """The title of the card's deck."""
        ...

    def original(self, card: str) -> Original:
        """The article that the card was made from."""
        ...

    def state(self, card: str) -> CardState:
        """Where the card stands."""
        ...

    def practice(self, card: str) -> bool:
        """Whether a grade now would move no schedule."""
        ...

    def preview(self, card: str) -> dict[Rating, CardState]:
        """What each rating would make of the card now."""
        ...

    def judge(self, card: Card, typed: Sequence[str]) -> "Verdict":
        """How right a typed answer is."""
        ...

    def grade(self, card: str, rating: Rating, ms: int, *, practice: bool) -> CardState:
        """Record a grade; its state."""
        ...

    def mark(self, card: str, deed: Deed) -> CardState:
        """Record that a card is buried, suspended, flagged or no longer so; its state."""
        ...

    def undo(self) -> Undone | None:
        """Take back the last record that stands, whichever session it is of."""
        ...

    def edit(self, card: str) -> str:
        """Let the learner edit the card in its file; a line where something is wrong, or empty."""
        ...
