"""What a group review asks of the world behind the screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from studykit.cards.model import Card
from studykit.group.events import GroupEvent
from studykit.group.game import Game
from studykit.terminal.answering.original import Original

if TYPE_CHECKING:
    from studykit.grading.verdict import Verdict


class Table(Protocol):
    """A clock, a judge, and a journal that is safe once a call has returned."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the teacher should be told, a line each."""
        ...

    @property
    def original(self) -> Original:
        """The article of the deck."""
        ...

    def seconds(self) -> float:
        """Seconds of a clock that only goes forward."""
        ...

    def prepare(self) -> None:
        """Load what judging needs, while an answer is being typed."""
        ...

    def judge(self, card: Card, typed: Sequence[str]) -> "Verdict":
        """How right a typed answer is."""
        ...

    def record(self, event: GroupEvent, game: Game) -> None:
        """Keep what happens to the review as it stands; ProgressError where that is refused."""
        ...
