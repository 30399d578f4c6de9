"""A room that several processes serve, on as many machines: its store is Redis."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from studykit.classroom.record import Kept, session_map, session_of
from studykit.classroom.roster import Roster
from studykit.classroom.tokens import new_pin
from studykit.cli.host_room import Served, over, serve, tell
from studykit.errors import StudykitError
from studykit.messages import _

if TYPE_CHECKING:
    from studykit.classroom.hub import Hub
    from studykit.classroom.redis_store import RedisStore
    from studykit.classroom.session import Session
    from studykit.cli.where import Where
    from studykit.terminal.classroom.look import Links

# A PIN that another room of the same Redis has is thrown again; six digits are plenty.
_TRIES = 20


def open_store(url: str, pin: str) -> "RedisStore":
    """The store of a room; StudykitError where redis-py is missing or the address is none."""
    try:
        from studykit.classroom.redis_store import RedisStore
    except ModuleNotFoundError as error:
        if error.name != "redis":
            raise
        raise StudykitError(_("--store needs the package redis: pip install redis")) from None
    try:
        return RedisStore(url, pin)
    except ValueError as error:
        message = _("{url}: is no address of Redis, such as redis://192.168.1.5:6379")
        raise StudykitError(message.format(url=url)) from error


def claimed(url: str, session: "Session", began: int, roster: Roster | None) -> "Session":
    """The session, its room in Redis, with another PIN where its own was taken."""

    async def claim() -> "Session":
        found = session
        for _try in range(_TRIES):
            store = open_store(url, found.pin)
            try:
                if await store.claim(_head(found, began, roster)):
                    return found
            finally:
                await store.close()
            found = replace(found, pin=new_pin())
        raise StudykitError(_("{url}: has no PIN left for another room").format(url=url))

    return asyncio.run(claim())


def restored(url: str, kept: Kept, roster: Roster | None) -> int:
    """Have in Redis what the session's file has; gives how many events of the file it has."""

    async def restore() -> int:
        store = open_store(url, kept.session.pin)
        try:
            if not await store.claim(_head(kept.session, kept.began, roster)):
                message = _("{url}: has another room with the PIN {pin}")
                raise StudykitError(message.format(url=url, pin=kept.session.pin))
            there = await store.restore(kept.events)
        finally:
            await store.close()
        return min(there, len(kept.events) + kept.lost)

    return asyncio.run(restore())


def join(url: str, pin: str, where: "Where") -> None:
    """Serve players of a room that another process leads, until it ends or Ctrl-C."""

    async def joined() -> None:
        store = open_store(url, pin)
        head = await store.head()
        if head is None:
            await store.close()
            message = _("{url}: has no room with the PIN {pin}")
            raise StudykitError(message.format(url=url, pin=pin))
        codes = head.pop("codes", None)
        try:
            session = session_of(head)
        except ValueError:
            await store.close()
            message = _("{url}: its room {pin} is of another version of studykit")
            raise StudykitError(message.format(url=url, pin=pin)) from None
        roster = Roster(codes) if isinstance(codes, dict) else None
        place = where.open(0)
        await serve(Served(session, store, place, roster, leads=False), _stand_by)

    asyncio.run(joined())


async def _stand_by(hub: "Hub", links: "Links") -> None:
    tell(hub, links)
    await over(hub)


def _head(session: "Session", began: int, roster: Roster | None) -> dict[str, Any]:
    """What other processes have to know: the head of the file, and the codes of the roster."""
    found = session_map(session, began)
    return found | ({"codes": dict(roster.codes)} if roster else {})
