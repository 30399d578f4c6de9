"""A store of several processes whose leader also writes the session's file."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import suppress

from studykit.classroom.events import Event
from studykit.classroom.store import Deliver, Keep, RoomStore, Tagged
from studykit.errors import StudykitError

# A disk that refused is tried again after so many seconds.
AGAIN_SECONDS = 2.0


class Recording:
    """Delivers as the store does, and keeps all that it delivers, in its order.

    The store is what an answer is acknowledged by; the file follows, and after a
    time without a disk it catches up. `trouble` says why it is behind, if it is.
    """

    def __init__(
        self, store: RoomStore, keep: Keep, already: int, again: float = AGAIN_SECONDS
    ) -> None:
        """`already` is how many of the store's first events the file has."""
        self.trouble = ""
        self._store = store
        self._keep = keep
        self._already = already
        self._again = again
        self._deliver: Deliver = lambda events: None
        self._waiting: list[Event] = []
        self._lock = threading.Lock()
        self._wake = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None

    async def start(self, deliver: Deliver) -> None:
        """See `RoomStore`."""
        self._deliver = deliver
        await self._store.start(self._delivered)
        self._writer = asyncio.create_task(self._follow())

    async def append(self, events: Sequence[Tagged]) -> Sequence[str]:
        """See `RoomStore`."""
        return await self._store.append(events)

    async def new_player(self) -> int:
        """See `RoomStore`."""
        return await self._store.new_player()

    async def close(self) -> None:
        """See `RoomStore`; StudykitError where the last events could not be written."""
        await self._store.close()
        if self._writer:
            self._writer.cancel()
            with suppress(asyncio.CancelledError):
                await self._writer
        self._write()

    def _delivered(self, events: Sequence[Tagged]) -> None:
        self._deliver(events)
        known = min(self._already, len(events))
        self._already -= known
        self._waiting += [event for _tag, event in events[known:]]
        if self._waiting:
            self._wake.set()

    async def _follow(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await asyncio.to_thread(self._write)
            except StudykitError as error:
                self.trouble = str(error)
                await asyncio.sleep(self._again)
                self._wake.set()
            else:
                self.trouble = ""

    def _write(self) -> None:
        with self._lock:  # one that was cancelled while it waited for the disk still runs
            batch = self._waiting[:]
            self._keep(batch)
            del self._waiting[: len(batch)]
