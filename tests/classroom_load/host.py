"""The host as it is served to a class: its room, its journal on the disk, or Redis.

What it can be told, a line of JSON each: `submit` an event of the room, with its
fields; `room`: how many are here, and where the room is; `answers` to a vote, by name.
"""

import argparse
import asyncio
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from studykit.classroom.events import Event, from_map
from studykit.classroom.hub import Door, Hub
from studykit.classroom.model import Rules
from studykit.classroom.record import FORMAT, event_map, kept_session, session_map
from studykit.classroom.redis_store import RedisStore
from studykit.classroom.room import Room
from studykit.classroom.server import make_app, serve_options
from studykit.classroom.session import Session
from studykit.classroom.store import MemoryStore, RoomStore
from studykit.journal.journal import open_journal
from tests.classroom.samples import KINDS, judge, questions
from tests.classroom_load.serve import serve

PIN, WALL = "482913", "key-of-the-wall"
ROUNDS = 20


def asked() -> tuple[Any, ...]:
    """Questions of every kind, over and over."""
    kinds = [KINDS[number % len(KINDS)] for number in range(ROUNDS)]
    return tuple(questions(kinds))


def journal_store(stack: ExitStack, path: Path, session: Session) -> MemoryStore:
    """The store of one process, on a journal that is new or was left by a kill."""
    journal = stack.enter_context(open_journal(path, FORMAT))
    kept: tuple[Event, ...] = ()
    if journal.events:
        kept = kept_session(path, journal.events).events
    else:
        journal.append(session_map(session, int(time.time() * 1000)))
    return MemoryStore(
        kept,
        lambda events: journal.append_all(event_map(one, session.questions) for one in events),
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    parser.add_argument("--journal", type=Path)
    parser.add_argument("--redis")
    parser.add_argument("--follows", action="store_true", help="another process leads")
    parser.add_argument("--seconds", type=int, default=0)
    args = parser.parse_args()
    rules = Rules(seconds=args.seconds)
    session = Session("春茶", asked(), rules, PIN, WALL, args.port)
    with ExitStack() as stack:
        store: RoomStore = (
            RedisStore(args.redis, PIN)
            if args.redis
            else journal_store(stack, args.journal, session)
        )
        room = Room(session.questions, rules, judge)
        hub = Hub(room, store, Door(PIN, "春茶"), time.time, time.monotonic, leads=not args.follows)
        app = make_app(hub, [f"127.0.0.1:{args.port}"], WALL)
        asyncio.run(serve(app, args.port, serve_options(), lambda order: do(hub, order)))


async def do(hub: Hub, order: dict[str, Any]) -> Any:
    """What a line asks for."""
    await hub.ready.wait()
    room = hub.room
    match order.pop("do"):
        case "submit":
            at, event = time.monotonic(), from_map(order, hub.now)
            why = await hub.submit(event) if event else "no event"
            return {"why": why, "at": at}
        case "room":
            return {
                "phase": room.phase,
                "question": room.question,
                "players": len(room.here),
                "connected": hub.connected,
                "names": [one.name for one in room.here],
                "trouble": hub.trouble,
            }
        case "answers":
            given = room.answers(order["question"], order["round"])
            return {
                room.players[player].name: [one.answer, one.at] for player, one in given.items()
            }


if __name__ == "__main__":
    main()
