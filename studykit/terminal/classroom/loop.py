"""A live classroom led from the terminal: keys become events, and the screen follows the room."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from studykit.cards.model import Card
from studykit.classroom import events as ev
from studykit.classroom.hub import Hub, Why
from studykit.messages import _
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import GO_ON
from studykit.terminal.classroom.choices import can_accept, moved, picked, to_accept, to_send_away
from studykit.terminal.classroom.look import Links, Picking, Shown, Sure
from studykit.terminal.classroom.presses import key_presses
from studykit.terminal.classroom.steps import events_of, is_last, next_key
from studykit.terminal.classroom.views import board_view, help_view, notes_view, view, way_in
from studykit.terminal.keys import Keys, Press
from studykit.terminal.screen import SCROLL_KEYS, Screen, View
from studykit.terminal.status import Message

# A key pressed twice, or held, must not end a vote that has just begun: so soon after a step
# Space and Enter do nothing. The keys with a name of their own always do.
SETTLE_MS = 700


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
    sure: Sure = ""
    page: View | None = None
    message: Message = field(default_factory=Message)
    stands: tuple[object, ...] = ()
    stepped: int = 0
    was: tuple[object, ...] = ()

    async def run(self) -> None:
        self.hub.watch(self.changed)
        if self.led.notes:
            self.aside(notes_view(self.led.notes))
        while True:
            await self.draw()
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
        """The next key; a tick where the room or its clock has changed.

        Of changes there are at most ten a second; see `Hub.watch`.
        """
        room = self.hub.room
        runs = room.phase == "open" and room.deadline and not room.paused
        if not runs or self.screen.plain:
            return await self.presses.get()
        next_second = (room.deadline - self.hub.now) % 1000 + 1
        try:
            return await asyncio.wait_for(self.presses.get(), next_second / 1000)
        except TimeoutError:
            return Press("tick")

    async def draw(self) -> None:
        """Draw the room; in a thread, for a terminal may take no output (Ctrl-S) for a while."""
        room = self.hub.room
        stands = (room.phase, room.question, room.round)
        if stands != self.stands:
            self.screen.to_top()
            self.stepped = self.hub.now if self.stands else 0
            self.stands = stands
        # Where nothing can be drawn over, a count that changes is no reason to print it all.
        now = (*stands, self.page, self.picking, self.sure, self.message, self.notes)
        if self.screen.plain and now == self.was:
            return
        self.was = now
        await asyncio.to_thread(self.screen.draw, self.page or view(self.shown()))

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
        self.message, self.was = Message(), ()
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
            await self.command(key)

    async def command(self, key: str) -> None:
        """Do what a key stands for in the room."""
        room = self.hub.room
        if key in GO_ON:
            settled = abs(self.hub.now - self.stepped) >= SETTLE_MS
            key = next_key(room) if settled else ""
        match key:
            case "q":
                self.sure = "leave"
            case "x" if room.phase != "ended":
                self.sure = "end"
            case "?":
                self.aside(help_view())
            case "i":
                self.aside(way_in(self.shown()))
            case "b" if room.rules.ranks != "board":
                self.aside(board_view(self.shown()))  # for the teacher alone
            case "h":
                self.notes = not self.notes
            case "k" if room.here:
                self.picking = to_send_away(room)
            case "a":
                self.accept()
            case "n" if is_last(room):
                self.message = Message(_("That was the last question."))
            case _:
                for event in events_of(key, room, self.hub.now):
                    if not await self.happens(event):
                        return

    def accept(self) -> None:
        """Offer the typed answers that did not count as right."""
        room = self.hub.room
        if not can_accept(room):
            self.message = Message(_("Typed answers can be accepted once the answer is shown."))
            return
        found = to_accept(room)
        if found.names:
            self.picking = found
        else:
            self.message = Message(_("Every answer counts as right."))

    async def pick(self, picking: Picking, key: str) -> None:
        if key in ("up", "down"):
            self.picking = moved(picking, 1 if key == "down" else -1)
            self.screen.to_mark()
        elif key in ("enter", "escape", "q"):
            self.picking = None
            self.screen.to_top()
            if key == "enter":
                await self.happens(picked(picking, self.hub.room, self.hub.now))

    def aside(self, page: View) -> None:
        """Show a page until the next key."""
        self.page = page
        self.screen.to_top()

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
