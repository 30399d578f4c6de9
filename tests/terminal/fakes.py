"""Keys from a list, and a desk that keeps everything in memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from studykit.cards.model import Card
from studykit.errors import DeckError, ProgressError
from studykit.progress.session import Undone
from studykit.scheduling.model import CardState, Deed, Grade, Mark, Rating
from studykit.scheduling.outlook import Next
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import instant
from studykit.terminal.answering.original import Original
from studykit.terminal.keys import NAMED, Press, press_of

START = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
DAY = "2026-11-25"


class Typed:
    """Keys by name, and texts as they are pasted; after the last the terminal has gone."""

    def __init__(self, *keys: str) -> None:
        self.left = list(keys)
        self.away = 0

    def read(self) -> str:
        return self.press().name

    def press(self, seconds: float | None = None) -> Press:
        key = self.left.pop(0) if self.left else "eof"
        if key in {*NAMED.values(), "resize", "eof", "tick"}:
            return Press(key, " " if key == "space" else "")
        return press_of(key) if len(key) == 1 else Press("", key)

    def line(self) -> str | None:
        return self.left.pop(0) if self.left else None

    @contextmanager
    def aside(self) -> Iterator[None]:
        self.away += 1
        yield


class MemoryDesk:
    """A desk without files: grades go through the real scheduler, undo takes the last one back."""

    zone = UTC

    def __init__(self, cards: Sequence[Card], *, original: Original | None = None) -> None:
        self.cards = {card.id: card for card in cards}
        self.states: dict[str, CardState] = {}
        self.records: list[tuple[Grade | Mark, CardState]] = []
        self.clock = START
        self.step = timedelta(seconds=3)
        self.scheduler = Scheduler(Settings(fuzz=False))
        self.article = original or Original()
        self.notes: tuple[str, ...] = ()
        self.full = False
        self.practising: set[str] = set()
        self.coming: Next | None = None
        self.edits: list[str] = []
        self.edited: dict[str, Card | None] = {}
        self.wrong = ""

    def prepare(self, card: str, *, typed: bool) -> None:
        pass

    def now(self) -> str:
        self.clock += self.step
        return instant(self.clock)

    def today(self) -> str:
        return DAY

    def horizon(self) -> str:
        return instant(self.clock + timedelta(minutes=20))

    def next(self) -> Next | None:
        return self.coming

    def card(self, card: str) -> Card:
        if card not in self.cards:
            raise DeckError(f"no deck has a card {card}")
        return self.cards[card]

    def title(self, card: str) -> str:
        return "小镇的茶"

    def original(self, card: str) -> Original:
        return self.article

    def state(self, card: str) -> CardState:
        return self.states.get(card) or CardState(card)

    def practice(self, card: str) -> bool:
        return card in self.practising

    def preview(self, card: str) -> dict[Rating, CardState]:
        return self.scheduler.preview(self.state(card), instant(self.clock), DAY)

    def judge(self, card: Card, typed: Sequence[str]):
        from studykit.grading.judge import judge

        return judge(card, typed)

    def grade(self, card: str, rating: Rating, ms: int, *, practice: bool) -> CardState:
        at = instant(self.clock)
        state = self.state(card)
        after = state if practice else self.scheduler.grade(state, rating, at, DAY)
        return self._record(Grade(self._id(), at, DAY, card, rating, ms, practice), after)

    def mark(self, card: str, deed: Deed) -> CardState:
        from studykit.scheduling.fold import after

        mark = Mark(self._id(), instant(self.clock), DAY, card, deed)
        return self._record(mark, after(self.state(card), [mark], self.scheduler))

    def undo(self) -> Undone | None:
        if self.full:
            raise ProgressError("log: cannot be written: No space left on device")
        if not self.records:
            return None
        record, before = self.records.pop()
        self.states[record.card] = before
        return Undone(record, before)

    def edit(self, card: str) -> str:
        self.edits.append(card)
        for one, new in self.edited.items():
            if new is None:
                self.cards.pop(one, None)
            else:
                self.cards[one] = new
        return self.wrong

    def _record(self, record: Grade | Mark, after: CardState) -> CardState:
        if self.full:
            raise ProgressError("log: cannot be written: No space left on device")
        self.records.append((record, self.state(record.card)))
        self.states[record.card] = after
        return after

    def _id(self) -> str:
        return f"r{len(self.records)}"

    @property
    def ratings(self) -> list[str]:
        """The grades and marks that stand, by name."""
        return [one.rating if isinstance(one, Grade) else one.deed for one, _before in self.records]
