"""Serving a room on a socket that listens, for as long as something else goes on."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import uvicorn

from studykit.classroom.file_limit import allow_connections
from studykit.classroom.server import MOST_CONNECTIONS, serve_options

if TYPE_CHECKING:
    from starlette.types import ASGIApp

# Pages that are told to go have so many seconds for it.
_PARTING_SECONDS = 2


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave Ctrl-C to whoever leads the room."""
        yield


@contextlib.asynccontextmanager
async def serving(app: "ASGIApp", sock: socket.socket) -> AsyncIterator[None]:
    """Serve while inside; the caller runs the hub."""
    allow_connections(MOST_CONNECTIONS)
    options = serve_options() | {"lifespan": "off", "timeout_graceful_shutdown": _PARTING_SECONDS}
    server = _Server(uvicorn.Config(app, **options))
    running = asyncio.create_task(server.serve(sockets=[sock]))
    try:
        yield
    finally:
        server.should_exit = True
        await running
