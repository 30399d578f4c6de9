"""The connections of pages: uvicorn's, with bounds on what may cost who is no page.

The room limits messages; here is what lies below: requests that do not come to their end,
bytes, whatever they hold (pings, empty fragments), and what the other side does not take.
"""

import asyncio
import random
from asyncio.transports import BaseTransport
from typing import TYPE_CHECKING

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from studykit.classroom.limits import Bucket, Rate

if TYPE_CHECKING:
    import h11

BYTES = Rate(16_384, 2_048)
"""Bytes that a connection may bring: four of the largest messages at once, and the request for
the connection among them; then one of them every two seconds."""

STUCK_SECONDS = 20.0
"""Who takes nothing for so long has gone."""

REQUEST_SECONDS = 30.0
"""A connection that is no page's ends after so long: all files of a page take a second."""

PING_SPREAD = (0.5, 1.5)
"""How far pings may lie from their usual pace: enough to spread those of a class evenly."""


class RequestConnection(H11Protocol):
    """See `REQUEST_SECONDS`; it makes way for a `PageConnection` where a page asks for one."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See `asyncio.Protocol`."""
        super().connection_made(transport)
        self._late = self.loop.call_later(REQUEST_SECONDS, transport.abort)

    def handle_websocket_upgrade(self, event: "h11.Request") -> None:
        """A page has asked for its connection."""
        self._late.cancel()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._late.cancel()
        super().connection_lost(exc)


class PageConnection(WebSocketsSansIOProtocol):
    """See `BYTES` and `STUCK_SECONDS`; and nothing waits to be sent here but one message.

    What is to be sent next waits in the page's mailbox, where a newer view takes its place.
    """

    def connection_made(self, transport: BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(0)
        if self.ping_interval:
            # A class joins at once, and would be pinged at once.
            self.ping_interval *= random.uniform(*PING_SPREAD)
        self._bytes = Bucket(BYTES)
        self._stuck: asyncio.TimerHandle | None = None

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        if not self._bytes.take(self.loop.time(), len(data)):
            self.transport.abort()
            return
        super().data_received(data)
        if self.handshake_complete:
            # Their headers are read, and are three kilobytes for each page.
            vars(self).pop("request", None)
            vars(self).pop("response", None)

    def pause_writing(self) -> None:
        """See `asyncio.Protocol`."""
        super().pause_writing()
        self._stuck = self.loop.call_later(STUCK_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        super().resume_writing()
        self._unstuck()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._unstuck()
        super().connection_lost(exc)

    def _unstuck(self) -> None:
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None
