"""A room led by keys in the test's own process, with a clock that is turned by hand."""

import asyncio
import queue
from contextlib import asynccontextmanager, nullcontext

from studykit.classroom import events as ev
from studykit.classroom.hub import Door, Hub
from studykit.classroom.model import Rules
from studykit.classroom.room import Room
from studykit.classroom.store import MemoryStore
from studykit.errors import StudykitError
from studykit.terminal.answering.original import Original
from studykit.terminal.classroom.look import Links
from studykit.terminal.classroom.loop import Led, lead
from studykit.terminal.keys import Press, press_of
from studykit.terminal.screen import Screen
from tests.classroom.samples import judge, questions
from tests.terminal.samples import memory_console, rendered

LINKS = Links(
    "http://192.168.1.5:8642/",
    "http://192.168.1.5:8642/?pin=482913",
    "http://192.168.1.5:8642/wall?key=og60BF__nqlrlLvrgk-E9A",
    "Everyone in the network can open this page.",
)
SECONDS = 10
"""The longest that anything is waited for."""


class Pressed:
    """Keys that a test presses one after another."""

    def __init__(self):
        self._waiting = queue.SimpleQueue()

    def put(self, name):
        named = {"space": " ", "enter": "\r", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B"}
        special = Press(name) if name in ("eof", "resize") else press_of(named.get(name, name))
        self._waiting.put(special)

    def press(self, seconds=None):
        try:
            return self._waiting.get(timeout=seconds)
        except queue.Empty:
            return Press("tick")

    def read(self):
        return self.press().name

    def line(self):
        return None

    def aside(self):
        return nullcontext()


class Seen(Screen):
    """A screen that remembers what it shows, and is then looked at for a while."""

    def __init__(self, console, look):
        super().__init__(console)
        self.text = ""
        self.drawn = 0
        self._look = look

    def draw(self, view):
        super().draw(view)
        self.text = rendered([*view.header, *view.body, *view.footer])
        self.drawn += 1
        self._look()


class Lesson:
    """A room, its teacher, and what is kept; `full` is a disk that takes nothing more.

    The teacher looks at a screen for `looks` seconds.
    """

    def __init__(
        self, kinds, kept=(), notes=(), terminal=True, trouble=lambda: "", looks=2.0, **rules
    ):
        self.now = 1_000.0
        self._looks = looks
        self.events = []
        self.full = False
        self.keys = Pressed()
        self.screen = Seen(memory_console(terminal=terminal), self._look)
        room = Room(questions(kinds), Rules(**rules), judge)
        clock = lambda: self.now  # noqa: E731
        store = MemoryStore(kept, self._keep)
        self.hub = Hub(room, store, Door("482913", "春茶"), clock, clock)
        self.led = Led(LINKS, lambda card: Original(), tuple(notes), trouble)

    def _look(self):
        self.now += self._looks

    def _keep(self, events):
        if self.full:
            raise StudykitError("one.yaml: cannot be written: No space left on device")
        self.events += events

    @property
    def room(self):
        return self.hub.room

    @property
    def names(self):
        return [event.name for event in self.events]

    async def press(self, *names):
        """Press keys as a person does: each once the screen has been drawn."""
        for name in names:
            drawn = self.screen.drawn
            self.keys.put(name)
            await self.until(lambda drawn=drawn: self.screen.drawn > drawn)

    async def until(self, ready):
        async with asyncio.timeout(SECONDS):
            while not ready():
                await asyncio.sleep(0.002)

    async def sees(self, *words):
        try:
            await self.until(lambda: all(word in self.screen.text for word in words))
        except TimeoutError:
            raise AssertionError(f"{words} not in:\n{self.screen.text}") from None

    async def joins(self, *names, **more):
        for number, name in enumerate(names, len(self.room.players) + 1):
            why = await self.hub.submit(ev.Joined(self.hub.now, number, name, "ab", **more))
            assert why == ""

    async def answers(self, player, answer, sure=None):
        question, round_ = self.room.vote
        event = ev.Answered(self.hub.now, player, question, round_, answer, sure)
        assert await self.hub.submit(event) == ""


@asynccontextmanager
async def led(*kinds, **more):
    """A lesson that is being led; at its end the terminal goes."""
    lesson = Lesson(kinds or ("choice", "qa"), **more)
    running = asyncio.create_task(lesson.hub.run())
    leading = asyncio.create_task(lead(lesson.hub, lesson.led, lesson.screen, lesson.keys))
    lesson.leading = leading
    await lesson.until(lambda: lesson.screen.drawn)
    try:
        yield lesson
    finally:
        lesson.keys.put("eof")
        async with asyncio.timeout(SECONDS):
            await leading
        running.cancel()


def run(coroutine):
    asyncio.run(asyncio.wait_for(coroutine, 3 * SECONDS))
