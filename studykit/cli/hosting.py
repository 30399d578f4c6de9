"""A live classroom from its file to the door that closes, begun or gone on with."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from studykit.classroom.address import DEFAULT_PORT, LOOPBACK, Place, lan_address, listen
from studykit.classroom.events import Event, Paused
from studykit.classroom.hub import Door, Hub
from studykit.classroom.record import FORMAT, Kept, event_map, kept_session, session_map
from studykit.classroom.room import Room, replayed
from studykit.classroom.roster import Roster, read_roster
from studykit.classroom.session import Session
from studykit.classroom.store import MemoryStore
from studykit.cli.classroom_room import lost, make_judge, originals
from studykit.errors import ProgressError, StudykitError
from studykit.journal.journal import Journal, new_journal, open_journal
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class Where:
    """Where to listen: in the local network, or at this address, at this port (None: any)."""

    lan: bool = False
    bind: str = ""
    port: int | None = None

    def open(self, wanted: int) -> Place:
        """Listen; StudykitError where that cannot be. `wanted` is for no port in particular."""
        address = self.bind or LOOPBACK
        if self.lan:
            address = lan_address()
            if not address:
                raise StudykitError(_("this computer is in no network; without --lan it is alone"))
        return listen(address, self.port, wanted or DEFAULT_PORT)


def hold(
    root: Path,
    file: Path | None,
    where: Where,
    begun: tuple[Session, Sequence[str]],
    roster: Roster | None,
) -> None:
    """Hold a new session, kept in a file of its own or in this one, which must not be there."""
    from studykit.cli.host_files import classrooms

    if file and file.exists() and file.stat().st_size:
        message = _("{path}: is there already; go on with it by --resume")
        raise ProgressError(message.format(path=file))
    session, notes = begun
    path = file or new_journal(classrooms(root), datetime.now())
    with open_journal(path, FORMAT) as journal:
        place = where.open(session.port)
        session, now = replace(session, port=place.port), int(time.time() * 1000)
        journal.append(session_map(session, now))
        _serve(journal, Kept(session, now, ()), place, roster, notes)


def go_on(root: Path, path: Path, where: Where, roster: Path | None) -> None:
    """Go on with the session in this file; ProgressError where it cannot be used."""
    if not path.exists():
        raise ProgressError(_("{path}: there is no such session").format(path=path))
    with open_journal(path, FORMAT) as journal:
        kept = kept_session(path, journal.events)
        notes = lost(kept)
        file = roster or (Path(kept.session.roster) if kept.session.roster else None)
        names = read_roster(file) if file else None
        place = where.open(kept.session.port)
        if kept.session.port != place.port:
            notes.append(_("The port of before is taken: players type the new address."))
        pause = _interrupted(kept)
        if pause:
            journal.append(event_map(pause, kept.session.questions))
            kept = replace(kept, events=(*kept.events, pause))
            notes.append(_("A vote was interrupted: its time stands still until you press p."))
        _serve(journal, kept, place, names, notes)


def _interrupted(kept: Kept) -> Paused | None:
    """The pause of a vote against the clock, from when the host was last known to run."""
    room = replayed(kept.session.questions, kept.session.rules, make_judge(), kept.events)
    runs = room.phase == "open" and room.deadline and not room.paused
    if not runs or room.rules.self_paced:
        return None
    return Paused(max(room.opened, kept.events[-1].at), True)


def _serve(
    journal: Journal, kept: Kept, place: Place, roster: Roster | None, notes: Sequence[str]
) -> None:
    from studykit.terminal.classroom.outcome import print_outcome
    from studykit.terminal.console import make_console

    session = kept.session

    def keep(events: Sequence[Event]) -> None:
        journal.append_all(event_map(event, session.questions) for event in events)

    room = Room(session.questions, session.rules, make_judge())
    store = MemoryStore(kept.events, keep)
    door = Door(session.pin, session.title, roster, place.url)
    hub = Hub(room, store, door, time.time, time.monotonic)
    told = (*notes, *journal.notes)
    asyncio.run(_led(hub, session, place, told))
    if not room.players and room.phase == "lobby":
        journal.path.unlink()  # nothing has happened
        return
    print_outcome(make_console(), room, str(journal.path))


async def _led(hub: "Hub", session: Session, place: Place, notes: Sequence[str]) -> None:
    from studykit.classroom.server import make_app
    from studykit.classroom.serving import serving
    from studykit.terminal.classroom.look import Links
    from studykit.terminal.classroom.loop import Led, lead
    from studykit.terminal.console import make_console
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.screen import Screen

    links = Links(place.url, hub.door.link, f"{place.url}wall?key={session.wall}", reach(place))
    led = Led(links, originals(session.decks), tuple(notes))
    try:
        async with asyncio.TaskGroup() as group:
            running = group.create_task(hub.run())
            await hub.ready.wait()
            async with serving(make_app(hub, place.hosts, session.wall), place.socket):
                with terminal_keys() as keys:
                    await lead(hub, led, Screen(make_console()), keys)
            running.cancel()
    except BaseExceptionGroup as failed:
        raise _first(failed) from failed


def _first(failed: BaseException) -> BaseException:
    while isinstance(failed, BaseExceptionGroup):
        failed = failed.exceptions[0]
    return failed


def reach(place: Place) -> str:
    """Who can come to the door, in a line for the teacher."""
    if place.exposed:
        return _("Everyone in the network of {address} can open this page.").format(
            address=place.host
        )
    return _("Only this computer can join; --lan lets the network in.")
