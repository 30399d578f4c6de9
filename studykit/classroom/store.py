"""Where the events of a room are kept and put in order: a `RoomStore`.

The order in which the store delivers is the order that counts. Every process
that serves a room applies the same events in the same order, and so has the same
room; an event is acknowledged once it is kept and has been applied.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from studykit.classroom.events import Event

Tagged = tuple[str, Event]
"""An event and the tag by which whoever submitted it knows it again."""

Deliver = Callable[[Sequence[Tagged]], None]
"""Takes events in their order; called in the event loop."""

Keep = Callable[[Sequence[Event]], None]
"""Writes events; they are on the disk when it returns. StudykitError where that fails."""

QUICK_SECONDS = 0.003
"""A disk that was done so soon is waited for on the spot the next time: a thread would take
longer to get its turn than to write."""


class RoomStore(Protocol):
    """Keeps events and delivers them, its own and those of other processes, in one order."""

    async def start(self, deliver: Deliver) -> None:
        """Deliver what was kept before, and from now on whatever comes."""
        ...

    async def append(self, events: Sequence[Tagged]) -> Sequence[str]:
        """Keep events; gives the tags of answers that were not, for another had come before.

        StudykitError where nothing could be kept.
        """
        ...

    async def new_player(self) -> int:
        """A number that no other player has."""
        ...

    async def close(self) -> None:
        """Let go of everything."""
        ...


class MemoryStore:
    """The store of a single process; `keep` writes the events to the session's journal."""

    def __init__(
        self,
        kept: Sequence[Event] = (),
        keep: Keep | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`kept` are the events of before; `steady` is a clock in seconds."""
        self._kept = kept
        self._keep = keep
        self._steady = steady
        self._quick = False
        self._deliver: Deliver = lambda events: None
        self._players = max((getattr(event, "player", 0) for event in kept), default=0)

    async def start(self, deliver: Deliver) -> None:
        """See `RoomStore`."""
        self._deliver = deliver
        deliver([("", event) for event in self._kept])
        self._kept = ()

    async def append(self, events: Sequence[Tagged]) -> Sequence[str]:
        """See `RoomStore`; a slow disk is waited for in a thread, so that the room goes on."""
        if self._keep:
            await self._kept_by(self._keep, [event for _tag, event in events])
        self._deliver(events)
        return ()

    async def _kept_by(self, keep: Keep, events: Sequence[Event]) -> None:
        began = self._steady()
        try:
            if self._quick:
                keep(events)
            else:
                await asyncio.to_thread(keep, events)
        finally:
            self._quick = self._steady() - began < QUICK_SECONDS

    async def new_player(self) -> int:
        """See `RoomStore`."""
        self._players += 1
        return self._players

    async def close(self) -> None:
        """See `RoomStore`."""


class Commits:
    """Events on their way into a store, many at a time: those that come while it writes wait.

    So a burst costs one wait for the disk, not one for each answer.
    """

    def __init__(self, write: Callable[[Sequence[Tagged]], Awaitable[None]]) -> None:
        self._write = write
        self._waiting: list[Tagged] = []
        self._wake = asyncio.Event()

    def put(self, tagged: Tagged) -> None:
        """Have an event written with the next batch."""
        self._waiting.append(tagged)
        self._wake.set()

    async def run(self) -> None:
        """Write batch after batch, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            batch, self._waiting = self._waiting, []
            if batch:
                await self._write(batch)
