"""Quizzes on a console in memory, with keys from a list and a clock that they move."""

from studykit.errors import ProgressError
from studykit.quiz.events import Answered, Event
from studykit.quiz.quiz import Quiz, begun
from studykit.terminal.answering.original import Original
from studykit.terminal.keys import Press
from studykit.terminal.quiz.loop import run_quiz
from studykit.terminal.screen import Screen
from tests.quiz.making import AT, started
from tests.terminal.fakes import Typed
from tests.terminal.samples import memory_console, written

# What each key takes; waiting for the clock takes as long as was to be waited.
A_KEY = 0.5


class MemoryDesk:
    """Keeps events and settled answers in lists; `full` refuses to."""

    def __init__(self, *, notes=(), original=None) -> None:
        self.notes = tuple(notes)
        self.article = original or Original()
        self.events: list[Event] = []
        self.reviews: dict[int, str] = {}
        self.time = 0.0
        self.full = False

    def now(self) -> str:
        return AT

    def ticks(self) -> float:
        return self.time

    def keep(self, event: Event) -> None:
        if self.full:
            raise ProgressError("quiz.yaml: cannot be written: No space left on device")
        self.events.append(event)

    def settle(self, quiz: Quiz) -> None:
        if self.full:
            raise ProgressError("log: cannot be written: No space left on device")
        if quiz.rules.record:
            answers = {at: one.rating for at, one in enumerate(quiz.answers) if one}
            self.reviews = answers | self.reviews

    def settled(self, quiz: Quiz, at: int) -> bool:
        return at in self.reviews

    def title(self, card: str) -> str:
        return "小镇的茶"

    def original(self, card: str) -> Original:
        return self.article


class Timed(Typed):
    """Keys that take time; "full" and "empty" fill the disk and empty it."""

    def __init__(self, desk: MemoryDesk, *keys: str) -> None:
        super().__init__(*keys)
        self.desk = desk
        self.waits: list[float | None] = []

    def press(self, seconds: float | None = None) -> Press:
        self.waits.append(seconds)
        while self.left and self.left[0] in ("full", "empty"):
            self.desk.full = self.left.pop(0) == "full"
        press = super().press()
        self.desk.time += (seconds or 0) if press.name == "tick" else A_KEY
        return press


class Held:
    """A quiz that was held: where it stood at the end, what was kept and shown."""

    def __init__(self, cards, *keys, desk=None, console=None, quiz=None, **rules) -> None:
        self.desk = desk or MemoryDesk()
        self.console = console or memory_console(terminal=True)
        self.keys = Timed(self.desk, *keys)
        start = quiz or begun(started(*cards, **rules))
        self.quiz, self.again = run_quiz(start, self.desk, Screen(self.console), self.keys)

    @property
    def text(self) -> str:
        """All that was written."""
        return written(self.console)

    @property
    def answers(self) -> list[tuple[str, ...]]:
        """What was answered, in the order in which it was kept."""
        return [event.typed for event in self.desk.events if isinstance(event, Answered)]

    @property
    def grades(self) -> list[str]:
        """What was made of it."""
        return [answer.grade for answer in self.quiz.answers if answer]
