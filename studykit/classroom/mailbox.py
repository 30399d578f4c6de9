"""What is on its way to one page: of views only the latest, and a few short messages.

A view holds all that a page needs, so one that was not sent yet is replaced by
the next: a slow reader gets fewer views, and never a queue that grows.
"""

import asyncio

MOST_MESSAGES = 32
"""A page that leaves so many short messages unread has gone: each answers one of its own."""


class Mailbox:
    """Put in from anywhere in the event loop; taken out by the one that sends."""

    __slots__ = ("_messages", "_view", "_waiter", "closed")

    def __init__(self) -> None:
        self._messages: list[str] = []
        self._view: str | None = None
        self._waiter: asyncio.Future[None] | None = None
        self.closed = False

    def say(self, message: str) -> None:
        """Send a short message, in order with the others and before the next view."""
        if len(self._messages) >= MOST_MESSAGES:
            self.close()
            return
        self._messages.append(message)
        self._wake()

    def show(self, view: str) -> None:
        """Send a view, in the place of one that was not sent yet."""
        self._view = view
        self._wake()

    def close(self) -> None:
        """Nothing more after what is in it."""
        self.closed = True
        self._wake()

    async def take(self) -> list[str]:
        """All that is to be sent now, once there is something; empty once it is closed."""
        while not (self._messages or self._view is not None or self.closed):
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        return self.drain()

    def drain(self) -> list[str]:
        """All that is to be sent now, if there is anything."""
        out = self._messages
        if self._view is not None:
            out = [*out, self._view]
        self._messages, self._view = [], None
        return out

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
