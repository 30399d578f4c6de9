"""The web side of a room: its pages, and one WebSocket for each of them.

Nothing here can lead the room: there is no such message, for anyone. Who may not
be talking to us at all (another site in the browser, another name for this
machine) is turned away before anything is read.
"""

import asyncio
import hmac
from collections import Counter
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from studykit.classroom.connection import PageConnection, RequestConnection
from studykit.classroom.garbage import Garbage
from studykit.classroom.hub import Hub, Page
from studykit.classroom.messages import LARGEST
from studykit.classroom.static import (
    SECURITY,
    qr_code,
    response,
    security,
    static_files,
)

MOST_WALLS = 8
MOST_CONNECTIONS = 12_000
# Phones of a class share an address, and each may hold a page that has gone and a new one.
MOST_BY_ADDRESS = 11_000
# Who connects and says nothing that lets them in is cut off.
KNOCK_SECONDS = 120.0


def make_app(hub: Hub, hosts: Collection[str], wall_key: str) -> ASGIApp:
    """The application; `hosts` are the names (with port) it answers to.

    `wall_key` opens the projector's page.
    """
    pages = static_files()
    headers = security(hosts)

    async def page(request: Request) -> Response:
        found = pages.get(request.path_params.get("name", "index.html"))
        if found is None:
            return PlainTextResponse("not found", 404, SECURITY)
        return response(found, request, headers)

    async def wall(request: Request) -> Response:
        request.path_params["name"] = "wall.html"
        return await page(request)

    async def qr(request: Request) -> Response:
        if not (hub.door.link and _opens(request.query_params.get("key", ""), wall_key)):
            return PlainTextResponse("not found", 404, SECURITY)
        return qr_code(hub.door.link)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        running = asyncio.create_task(hub.run())
        yield
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running

    routes = [
        Route("/", page),
        Route("/wall", wall),
        Route("/qr.svg", qr),
        Route("/static/{name}", page),
    ]
    web = Starlette(routes=routes, lifespan=lifespan)
    return _App(web, _Sockets(hub, wall_key), frozenset(hosts))


def serve_options() -> dict[str, Any]:
    """How uvicorn serves it: no compression (it costs memory for each page), small frames only."""
    return {
        "http": RequestConnection,
        "ws": PageConnection,
        "ws_per_message_deflate": False,
        "ws_max_size": LARGEST,
        "ws_ping_interval": 20.0,
        "ws_ping_timeout": 30.0,
        "timeout_keep_alive": 5,
        "proxy_headers": False,
        "server_header": False,
        "date_header": False,
        "access_log": False,
        "log_config": None,
        "lifespan": "on",
        "limit_concurrency": None,
    }


class _Sender:
    """Sends what is in a page's mailbox; a task only while there is something."""

    __slots__ = ("_page", "_sending", "_ws")

    def __init__(self, ws: WebSocket, page: Page) -> None:
        self._ws = ws
        self._page = page
        self._sending: asyncio.Task[None] | None = None
        page.box.wake = self.wake

    def wake(self) -> None:
        if self._sending is None:
            self._sending = asyncio.create_task(self._send())

    async def stop(self) -> None:
        """Send no more, once what is being sent is gone or the page is."""
        self._page.box.wake = lambda: None
        if self._sending:
            await self._sending

    async def _send(self) -> None:
        box = self._page.box
        try:
            while messages := box.drain():
                for message in messages:
                    await self._ws.send_text(message)
            if box.closed:
                await self._ws.close(1000)
        except (WebSocketDisconnect, RuntimeError):
            box.closed = True
        finally:
            self._sending = None


class _Sockets:
    """The WebSockets: of players at /ws, of the projector at /wall.

    Outside of Starlette's routing, whose layers would be kept for each page that is open.
    """

    def __init__(self, hub: Hub, wall_key: str) -> None:
        self._hub = hub
        self._wall_key = wall_key
        self._all = 0
        self._garbage = Garbage()
        self._walls = 0
        self._by_address: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ws = WebSocket(scope, receive, send)
        wall = scope["path"] == "/wall"
        address = ws.client.host if ws.client else ""
        if not (wall or scope["path"] == "/ws") or (wall and not self._opens_wall(ws)):
            await ws.close(1008)
        elif self._all >= MOST_CONNECTIONS or self._by_address[address] >= MOST_BY_ADDRESS:
            await ws.close(1013)
        else:
            self._count(address, wall, 1)
            try:
                await ws.accept()
                scope["headers"] = ()  # read, and a kilobyte for each page
                await self._serve(ws, Page(address, wall=wall))
            finally:
                self._count(address, wall, -1)

    def _opens_wall(self, ws: WebSocket) -> bool:
        return _opens(ws.query_params.get("key", ""), self._wall_key) and self._walls < MOST_WALLS

    def _count(self, address: str, wall: bool, change: int) -> None:
        self._all += change
        self._garbage.pages(self._all)
        self._walls += change * wall
        self._by_address[address] += change
        if not self._by_address[address]:
            del self._by_address[address]

    async def _serve(self, ws: WebSocket, page: Page) -> None:
        """Carry messages both ways until one side has had enough."""
        sender = _Sender(ws, page)
        self._hub.open(page)
        try:
            async with asyncio.timeout(KNOCK_SECONDS) as patience:
                while not page.box.closed:
                    if patience.when() is not None and (page.player or page.wall):
                        patience.reschedule(None)
                    message = await ws.receive()
                    if message["type"] != "websocket.receive":
                        break
                    await self._hub.take(page, message.get("text") or message.get("bytes") or "")
        except (WebSocketDisconnect, TimeoutError, RuntimeError):
            pass
        finally:
            self._hub.close(page)
            page.box.closed = True
            await sender.stop()


def _opens(key: str, wall_key: str) -> bool:
    return hmac.compare_digest(key.encode(), wall_key.encode())


class _App:
    """Turns away requests to another host name (DNS rebinding) and sockets of other sites."""

    def __init__(self, web: ASGIApp, sockets: ASGIApp, hosts: frozenset[str]) -> None:
        self._web = web
        self._sockets = sockets
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not self._is_ours(scope):
            if scope["type"] == "http":
                await PlainTextResponse("wrong host", 421, SECURITY)(scope, receive, send)
            else:
                await receive()
                await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "websocket":
            await self._sockets(scope, receive, send)
        else:
            await self._web(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            return False
        if scope["type"] == "http":
            return True
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        return bool(host) and urlsplit(origin).netloc == host
