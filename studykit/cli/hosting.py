"""A live classroom from its file to the door that closes, begun or gone on with."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.classroom.address import Place
from studykit.classroom.events import Event, Paused
from studykit.classroom.record import FORMAT, Kept, event_map, kept_session, session_map
from studykit.classroom.room import replayed
from studykit.classroom.roster import Roster, read_roster
from studykit.classroom.session import Session
from studykit.classroom.store import Keep, MemoryStore, RoomStore
from studykit.cli.boundary import complain
from studykit.cli.classroom_room import lost, make_judge
from studykit.cli.host_room import Served, at_the_terminal, serve, without_a_terminal
from studykit.cli.logged import logged_aside
from studykit.cli.where import Where
from studykit.errors import ProgressError, StudykitError
from studykit.journal.journal import Journal, new_journal, open_journal
from studykit.messages import _
from studykit.terminal.console import interactive, make_console

if TYPE_CHECKING:
    from studykit.classroom.recording import Recording


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
    place = where.open(session.port)
    session, now = replace(session, port=place.port), int(time.time() * 1000)
    if where.store:
        from studykit.cli.host_shared import claimed

        session = claimed(where.store, replace(session, shared=True), now, roster)
    path = file or new_journal(classrooms(root), datetime.now())
    with open_journal(path, FORMAT) as journal:
        journal.append(session_map(session, now))
        _lead(journal, Kept(session, now, ()), place, roster, where.store, notes)


def go_on(root: Path, path: Path, where: Where, file: Path | None) -> None:
    """Go on with the session in this file; ProgressError where it cannot be used.

    `file` is the roster, where it is no longer where it was.
    """
    if not path.exists():
        raise ProgressError(_("{path}: there is no such session").format(path=path))
    with open_journal(path, FORMAT) as journal:
        kept = kept_session(path, journal.events)
        if not (interactive() or kept.session.rules.self_paced):
            raise StudykitError(_("a live classroom needs a terminal, unless it is --self-paced"))
        if bool(where.store) != kept.session.shared:
            message = _("{path}: was begun without --store; go on without it")
            if kept.session.shared:
                message = _("{path}: what counts is in Redis; go on with the --store of before")
            raise StudykitError(message.format(path=path))
        notes = lost(kept)
        named = file or (Path(kept.session.roster) if kept.session.roster else None)
        roster = read_roster(named) if named else None
        place = where.open(kept.session.port)
        if kept.session.port != place.port:
            notes.append(_("The port of before is taken: players type the new address."))
        pause = None if where.store else _interrupted(kept)
        if pause:
            journal.append(event_map(pause, kept.session.questions))
            kept = replace(kept, events=(*kept.events, pause))
            notes.append(_("A vote was interrupted: its time stands still until you press p."))
        _lead(journal, kept, place, roster, where.store, notes)


def _interrupted(kept: Kept) -> Paused | None:
    """The pause of a vote against the clock, from when the host was last known to run."""
    room = replayed(kept.session.questions, kept.session.rules, make_judge(), kept.events)
    runs = room.phase == "open" and room.deadline and not room.paused
    if not runs or room.rules.self_paced:
        return None
    return Paused(max(room.opened, kept.events[-1].at), True)


def _lead(
    journal: Journal,
    kept: Kept,
    place: Place,
    roster: Roster | None,
    url: str,
    notes: Sequence[str],
) -> None:
    """Serve the room and lead it from this terminal; then say what is left."""
    from studykit.terminal.classroom.outcome import print_outcome

    session = kept.session

    def keep(events: Sequence[Event]) -> None:
        journal.append_all(event_map(event, session.questions) for event in events)

    shared = _shared(url, kept, roster, keep) if url else None
    store: RoomStore = shared or MemoryStore(kept.events, keep)
    told = (*notes, *journal.notes)
    if interactive():
        leader = at_the_terminal(session, told, (lambda: shared.trouble) if shared else lambda: "")
    else:
        leader = without_a_terminal(told)
    with logged_aside("host") as log:
        room = asyncio.run(serve(Served(session, store, place, roster), leader))
    if log.exists():
        complain(_("Something went wrong meanwhile; the details are in {log}").format(log=log))
    if not room.players and room.phase == "lobby":
        journal.path.unlink()  # nothing has happened
        return
    print_outcome(make_console(), room, str(journal.path))


def _shared(url: str, kept: Kept, roster: Roster | None, keep: Keep) -> "Recording":
    from studykit.classroom.recording import Recording
    from studykit.cli.host_shared import open_store, restored

    already = restored(url, kept, roster)
    return Recording(open_store(url, kept.session.pin), keep, already)
