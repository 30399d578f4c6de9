"""A live classroom led from the terminal: keys become events, and the screen follows the room."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from studykit.cards.model import Card
from studykit.classroom import events as ev
from studykit.classroom.asked import in_words
from studykit.classroom.hub import Hub, Why
from studykit.messages import _
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import GO_ON
from studykit.terminal.classroom.keys import advised
from studykit.terminal.classroom.look import Links, Picking, Shown, Sure
from studykit.terminal.classroom.presses import key_presses
from studykit.terminal.classroom.views import help_view, notes_view, view
from studykit.terminal.keys import Keys, Press
from studykit.terminal.screen import SCROLL_KEYS, Screen, View
from studykit.terminal.status import Message

# The clock of a vote is drawn anew so often, in seconds; a change in the room at once, but
# no more than ten times a second (see `Hub.watch`).
_CLOCK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Led:
    """What the screen is told of the room: where it is found, and whence a card's quotes are.

    `trouble` tells of any that the hub does not know.
    """

    links: Links
    original: Callable[[Card], Original]
    notes: tuple[str, ...] = ()
    trouble: Callable[[], str] = lambda: ""


async def lead(hub: Hub, led: Led, screen: Screen, keys: Keys) -> None:
    """Lead the room until the teacher leaves or its terminal has gone; the caller runs the hub."""
    with screen.open():
        async with key_presses(keys) as presses:
            await _Lead(hub, led, screen, presses).run()


@dataclass(slots=True)
class _Lead:
    hub: Hub
    led: Led
    screen: Screen
    presses: "asyncio.Queue[Press]"
    notes: bool = True
    picking: Picking | None = None
    picked: tuple[int | str, ...] = ()
    sure: Sure = ""
    page: View | None = None
    message: Message = field(default_factory=Message)
    was: tuple[object, ...] = ()

    async def run(self) -> None:
        self.hub.watch(self.changed)
        if self.led.notes:
            self.page = notes_view(self.led.notes)
        while True:
            self.draw()
            press = await self.read()
            if press.name == "eof" or self.leaves(press.name):
                return
            if press.name not in ("tick", "resize"):
                await self.take(press)

    def changed(self) -> None:
        """The room has changed: draw it, once for all that waits."""
        if self.presses.empty():
            self.presses.put_nowait(Press("tick"))

    async def read(self) -> Press:
        """The next key; a tick where the room or its clock has changed."""
        room = self.hub.room
        runs = room.phase == "open" and room.deadline and not room.paused
        if not runs or self.screen.plain:
            return await self.presses.get()
        try:
            return await asyncio.wait_for(self.presses.get(), _CLOCK_SECONDS)
        except TimeoutError:
            return Press("tick")

    def draw(self) -> None:
        room = self.hub.room
        stands = (room.phase, room.question, room.round)
        if stands != self.was[:3]:
            self.screen.to_top()
        # Where nothing can be drawn over, a count that changes is no reason to print it all.
        now = (*stands, self.page, self.picking, self.sure, self.message, self.notes)
        if self.screen.plain and now == self.was:
            return
        self.was = now
        self.screen.draw(self.page or view(self.shown()))

    def shown(self) -> Shown:
        hub = self.hub
        return Shown(
            hub.room,
            hub.door.title,
            hub.door.pin,
            self.led.links,
            hub.now,
            hub.is_connected,
            self.led.original,
            self.notes,
            self.picking,
            self.sure,
            hub.trouble or self.led.trouble(),
            self.message,
        )

    def leaves(self, key: str) -> bool:
        if self.sure == "leave":
            return key == "q"
        ended = self.hub.room.phase == "ended" and not self.page
        return ended and key in ("q", *GO_ON)

    async def take(self, press: Press) -> None:
        """Do what a key says."""
        key = press.name
        self.message = Message()
        if key in SCROLL_KEYS and not self.picking:
            self.screen.scroll(key)
        elif self.page:
            self.page = None
            self.screen.to_top()
        elif self.sure:
            sure, self.sure = self.sure, ""
            if sure == "end" and key == "x":
                await self.happens(ev.Ended(self.hub.now))
        elif self.picking:
            await self.pick(self.picking, key)
        else:
            key = self.goes_on() if key in GO_ON else key
            if not await self.command(key):
                await self.teach(key)

    async def command(self, key: str) -> bool:
        """Do what the key stands for in every phase; whether it stands for anything."""
        room = self.hub.room
        match key:
            case "q":
                self.sure = "leave"
            case "?":
                self.page = help_view()
                self.screen.to_top()
            case "h":
                self.notes = not self.notes
            case "x" if room.phase != "ended":
                self.sure = "end"
            case "k" if room.here:
                self.picked = tuple(one.id for one in room.here)
                self.picking = Picking("kick", tuple(one.name for one in room.here))
            case "l":
                await self.happens(ev.Locked(self.hub.now, not room.locked))
            case "p":
                await self.happens(ev.Paused(self.hub.now, not room.paused))
            case _:
                return False
        return True

    async def teach(self, key: str) -> None:
        """Do what the key says of the questions."""
        room, now = self.hub.room, self.hub.now
        last = room.question + 1 >= len(room.questions)
        match key:
            case "n" if last or (room.rules.self_paced and room.phase != "lobby"):
                self.message = Message(_("That was the last question."))
            case "n":
                await self.happens(ev.Asked(now, room.question + 1))
            case "c":
                await self.happens(ev.Closed(now))
            case "d":
                await self.discuss()
            case "v":
                await self.revote()
            case "r":
                await self.happens(ev.Revealed(now))
            case "b":
                await self.happens(ev.Boarded(now))
            case "a":
                self.accept()

    def goes_on(self) -> str:
        """The key for what comes next."""
        room = self.hub.room
        if room.rules.self_paced:
            return "n" if room.phase == "lobby" else ""
        match room.phase:
            case "open":
                return "p" if room.paused else "c"
            case "closed":
                return "d" if advised(room) else "r"
            case "discuss":
                return "v"
            case "reveal" | "board":
                return "x" if room.question + 1 >= len(room.questions) else "n"
        return "n"

    async def discuss(self) -> None:
        if self.hub.room.phase == "open" and not await self.happens(ev.Closed(self.hub.now)):
            return
        await self.happens(ev.Discussed(self.hub.now))

    async def revote(self) -> None:
        if self.hub.room.phase == "open" and not await self.happens(ev.Closed(self.hub.now)):
            return
        await self.happens(ev.Revoted(self.hub.now))

    def accept(self) -> None:
        """Offer the typed answers that did not count as right."""
        room = self.hub.room
        if room.phase != "reveal" or room.questions[room.question].kind != "text":
            self.message = Message(_("Typed answers can be accepted once the answer is shown."))
            return
        one = room.questions[room.question]
        given = room.answers(*room.vote)
        marks = room.marks[room.vote]
        wrong = [in_words(one, given[who].answer)[0] for who in given if not marks[who].right]
        texts = tuple(sorted(set(wrong), key=lambda text: (-wrong.count(text), text)))
        if not texts:
            self.message = Message(_("Every answer counts as right."))
            return
        self.picked = texts
        self.picking = Picking("accept", tuple(f"{text}  ×{wrong.count(text)}" for text in texts))

    async def pick(self, picking: Picking, key: str) -> None:
        if key in ("up", "down"):
            at = picking.at + (1 if key == "down" else -1)
            self.picking = replace(picking, at=max(0, min(len(picking.names) - 1, at)))
            self.screen.to_mark()
        elif key == "enter":
            self.picking = None
            self.screen.to_top()
            await self.happens(self.chosen(picking))
        elif key in ("escape", "q"):
            self.picking = None
            self.screen.to_top()

    def chosen(self, picking: Picking) -> ev.Event:
        now, what = self.hub.now, self.picked[picking.at]
        if isinstance(what, int):
            return ev.Kicked(now, what)
        return ev.Accepted(now, self.hub.room.question, what)

    async def happens(self, event: ev.Event) -> bool:
        """Have an event kept; whether it was, else the screen says why not."""
        why = await self.hub.submit(event)
        if why:
            self.message = Message(_refused(why), bad=why == "disk")
        return not why


def _refused(why: Why) -> str:
    if why == "disk":
        return _("That could not be kept, and so it has not happened. Try again.")
    return _("That is not possible now.")
