"""The web side of a room: its pages, and one WebSocket for each of them.

Nothing here can lead the room: there is no such message, for anyone. Who may not
be talking to us at all (another site in the browser, another name for this
machine) is turned away before anything is read.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from studykit.classroom.hub import Hub, Page
from studykit.classroom.messages import LARGEST

MOST_WALLS = 8
MOST_CONNECTIONS = 12_000
# Phones of a class share an address, and each may hold a page that has gone and a new one.
MOST_BY_ADDRESS = 11_000
# A reader that takes nothing for so long has gone.
SEND_SECONDS = 20.0
# Who connects and says nothing that lets them in is cut off.
KNOCK_SECONDS = 120.0

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
SECURITY = {
    "content-security-policy": (
        "default-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}


def make_app(hub: Hub, hosts: Collection[str], wall_key: str) -> ASGIApp:
    """The application; `hosts` are the names (with port) it answers to.

    `wall_key` opens the projector's page.
    """
    pages = _static_files()
    connections = _Connections()

    async def page(request: Request) -> Response:
        name = request.path_params.get("name") or "index.html"
        content = pages.get(name)
        if content is None:
            return PlainTextResponse("not found", 404, SECURITY)
        kind = _TYPES[name.rpartition(".")[2]]
        return Response(content, 200, SECURITY, media_type=kind)

    async def socket(ws: WebSocket) -> None:
        address = ws.client.host if ws.client else ""
        wall = ws.url.path == "/wall"
        if wall and (ws.query_params.get("key") != wall_key or connections.walls >= MOST_WALLS):
            await ws.close(1008)
            return
        with connections.entered(address, wall=wall) as allowed:
            if not allowed:
                await ws.close(1013)
                return
            await ws.accept()
            await _serve(ws, hub, Page(address, wall=wall))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        running = asyncio.create_task(hub.run())
        yield
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running

    routes = [
        Route("/", page),
        Route("/wall", _named(page, "wall.html")),
        Route("/static/{name}", page),
        WebSocketRoute("/ws", socket),
        WebSocketRoute("/wall", socket),
    ]
    return _OnlyOurs(Starlette(routes=routes, lifespan=lifespan), frozenset(hosts))


def serve_options() -> dict[str, Any]:
    """How uvicorn serves it: no compression (it costs memory for each page), small frames only."""
    return {
        "ws": "websockets-sansio",
        "ws_per_message_deflate": False,
        "ws_max_size": LARGEST,
        "ws_ping_interval": 20.0,
        "ws_ping_timeout": 30.0,
        "timeout_keep_alive": 5,
        "server_header": False,
        "date_header": False,
        "access_log": False,
        "log_config": None,
        "lifespan": "on",
        "limit_concurrency": None,
    }


async def _serve(ws: WebSocket, hub: Hub, page: Page) -> None:
    """Carry messages both ways until one side has had enough."""
    hub.open(page)
    sending = asyncio.create_task(_send(ws, page))
    try:
        while not page.box.closed:
            wait = None if page.player or page.wall else KNOCK_SECONDS
            async with asyncio.timeout(wait):
                message = await ws.receive()
            if message["type"] != "websocket.receive":
                break
            await hub.take(page, message.get("text") or message.get("bytes") or "")
    except (WebSocketDisconnect, TimeoutError, RuntimeError):
        pass
    finally:
        hub.close(page)
        page.box.close()
        await sending


async def _send(ws: WebSocket, page: Page) -> None:
    try:
        while messages := await page.box.take():
            async with asyncio.timeout(SEND_SECONDS):
                for message in messages:
                    await ws.send_text(message)
        async with asyncio.timeout(SEND_SECONDS):
            await ws.close(1000)
    except (WebSocketDisconnect, TimeoutError, RuntimeError):
        page.box.close()


def _static_files() -> dict[str, bytes]:
    folder = files("studykit.classroom") / "web"
    found = [one for one in folder.iterdir() if one.name.rpartition(".")[2] in _TYPES]
    return {one.name: one.read_bytes() for one in found}


def _named(page: Callable[[Request], Any], name: str) -> Callable[[Request], Any]:
    async def named(request: Request) -> Any:
        request.path_params["name"] = name
        return await page(request)

    return named


class _Connections:
    """How many pages are open, in all and by address."""

    def __init__(self) -> None:
        self.all = 0
        self.walls = 0
        self._by_address: dict[str, int] = {}

    def entered(self, address: str, *, wall: bool) -> "_Entry":
        return _Entry(self, address, wall)

    def enter(self, address: str, *, wall: bool) -> bool:
        own = self._by_address.get(address, 0)
        if self.all >= MOST_CONNECTIONS or own >= MOST_BY_ADDRESS:
            return False
        self.all += 1
        self.walls += wall
        self._by_address[address] = own + 1
        return True

    def leave(self, address: str, *, wall: bool) -> None:
        self.all -= 1
        self.walls -= wall
        own = self._by_address[address] - 1
        if own:
            self._by_address[address] = own
        else:
            del self._by_address[address]


class _Entry:
    def __init__(self, connections: _Connections, address: str, wall: bool) -> None:
        self._connections, self._address, self._wall = connections, address, wall
        self._allowed = False

    def __enter__(self) -> bool:
        self._allowed = self._connections.enter(self._address, wall=self._wall)
        return self._allowed

    def __exit__(self, *_error: object) -> None:
        if self._allowed:
            self._connections.leave(self._address, wall=self._wall)


class _OnlyOurs:
    """Turns away requests to another host name (DNS rebinding) and sockets of other sites."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not self._is_ours(scope):
            if scope["type"] == "http":
                await PlainTextResponse("wrong host", 421, SECURITY)(scope, receive, send)
            else:
                await receive()
                await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            return False
        if scope["type"] == "http":
            return True
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        return bool(host) and urlsplit(origin).netloc == host
