"""The room of a session in this process: served for as long as somebody leads it, or waits."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.classroom.events import Asked
from studykit.classroom.hub import Door, Hub
from studykit.classroom.room import Room
from studykit.classroom.server import make_app
from studykit.classroom.serving import serving
from studykit.cli.classroom_room import make_judge, originals
from studykit.messages import _
from studykit.terminal.classroom.look import Links
from studykit.terminal.console import make_console

if TYPE_CHECKING:
    from studykit.classroom.address import Place
    from studykit.classroom.roster import Roster
    from studykit.classroom.session import Session
    from studykit.classroom.store import RoomStore

Leader = Callable[[Hub, Links], Awaitable[None]]
"""Whoever the room is served for: until this returns."""


@dataclass(frozen=True, slots=True)
class Served:
    """A session, where it is kept and served; `leads` where no other process closes its votes."""

    session: "Session"
    store: "RoomStore"
    place: "Place"
    roster: "Roster | None" = None
    leads: bool = True


async def serve(one: Served, leader: Leader) -> Room:
    """Serve the room; gives it as it stood then. StudykitError where its store fails."""
    session, place = one.session, one.place
    room = Room(session.questions, session.rules, make_judge())
    door = Door(session.pin, session.title, one.roster, place.url)
    hub = Hub(room, one.store, door, time.time, time.monotonic, leads=one.leads)
    links = Links(place.url, door.link, f"{place.url}wall?key={session.wall}", reach(place))
    try:
        async with asyncio.TaskGroup() as group:
            running = group.create_task(hub.run())
            await hub.ready.wait()  # whoever comes back before that would be told they are unknown
            async with serving(make_app(hub, place.hosts, session.wall), place.socket):
                await leader(hub, links)
            running.cancel()
    except BaseExceptionGroup as failed:
        raise _first(failed) from failed
    finally:
        await one.store.close()
    return room


def _first(failed: BaseException) -> BaseException:
    while isinstance(failed, BaseExceptionGroup):
        failed = failed.exceptions[0]
    return failed


def reach(place: "Place") -> str:
    """Who can come to the door, in a line for the teacher."""
    if place.exposed:
        words = _("Everyone in the network of {address} can open this page.")
        return words.format(address=place.host)
    return _("Only this computer can join; --lan lets the network in.")


def at_the_terminal(
    session: "Session", notes: Sequence[str], trouble: Callable[[], str] = lambda: ""
) -> Leader:
    """A teacher at the terminal; `trouble` is what else than the hub has any."""

    async def lead_it(hub: Hub, links: Links) -> None:
        from studykit.terminal.classroom.loop import Led, lead
        from studykit.terminal.keys import terminal_keys
        from studykit.terminal.screen import Screen

        led = Led(links, originals(session.decks), tuple(notes), trouble)
        with terminal_keys() as keys:
            await lead(hub, led, Screen(make_console()), keys)

    return lead_it


def without_a_terminal(notes: Sequence[str]) -> Leader:
    """Nobody: self-paced questions are open at once, until their time is over."""

    async def wait(hub: Hub, links: Links) -> None:
        tell(hub, links, notes)
        if hub.room.phase == "lobby":
            await hub.submit(Asked(hub.now, 0))
        await over(hub)

    return wait


def tell(hub: Hub, links: Links, notes: Sequence[str] = ()) -> None:
    """Print how to come in."""
    for line in (*notes, hub.door.title, f"{links.join}  PIN {hub.door.pin}", links.reach):
        print(line, flush=True)


async def over(hub: Hub) -> None:
    """Wait until the session has ended."""
    changed = asyncio.Event()
    hub.watch(changed.set)
    while hub.room.phase != "ended":
        await changed.wait()
        changed.clear()
