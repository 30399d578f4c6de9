"""A page's connection on a transport that is only written down, with a clock turned by hand."""

import asyncio

import pytest
import uvicorn
from uvicorn.server import ServerState
from websockets.client import ClientProtocol
from websockets.uri import parse_uri

from studykit.classroom.connection import (
    BYTES,
    REQUEST_SECONDS,
    STUCK_SECONDS,
    PageConnection,
    RequestConnection,
)
from studykit.classroom.messages import LARGEST
from studykit.classroom.server import serve_options


class Loop:
    """Time, and what is to be done later."""

    def __init__(self):
        self.now = 0.0
        self.later = []

    def time(self):
        return self.now

    def call_later(self, seconds, do):
        handle = Handle(self.now + seconds, do)
        self.later.append(handle)
        return handle

    def create_task(self, coroutine):
        return asyncio.get_running_loop().create_task(coroutine)

    def turn(self, seconds):
        self.now += seconds
        for handle in [one for one in self.later if one.at <= self.now]:
            self.later.remove(handle)
            if not handle.cancelled:
                handle.do()


class Handle:
    def __init__(self, at, do):
        self.at, self.do = at, do
        self.cancelled = False

    def cancel(self):
        self.cancelled = True


class Transport(asyncio.Transport):
    def __init__(self):
        super().__init__()
        self.written = b""
        self.limit = None
        self.aborted = False
        self.closed = False
        self.paused = False
        self.protocol = None

    def write(self, data):
        self.written += data

    def set_write_buffer_limits(self, high=None, low=None):
        self.limit = high

    def pause_reading(self):
        self.paused = True

    def resume_reading(self):
        self.paused = False

    def is_closing(self):
        return self.aborted or self.closed

    def close(self):
        self.closed = True

    def set_protocol(self, protocol):
        self.protocol = protocol

    def abort(self):
        self.aborted = True


def configured(app):
    config = uvicorn.Config(app, interface="asgi3", **serve_options())
    config.load()
    return config


class Page:
    """The other end of a connection that has been accepted."""

    def __init__(self):
        self.loop, self.transport = Loop(), Transport()
        self.heard = []
        self.ours = PageConnection(configured(self.app), ServerState(), {}, self.loop)
        self.ours.connection_made(self.transport)
        self.ws = ClientProtocol(parse_uri("ws://127.0.0.1:8000/ws"))
        self.ws.send_request(self.ws.connect())

    async def app(self, scope, receive, send):
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            self.heard.append(message)

    async def send(self, do=lambda ws: None, times=1):
        for _one in range(times):
            do(self.ws)
            for data in self.ws.data_to_send():
                if not self.transport.aborted:
                    self.ours.data_received(data)
            await asyncio.sleep(0)

    async def opened(self):
        await self.send()
        while b"101 Switching" not in self.transport.written:
            await asyncio.sleep(0)
        self.ws.receive_data(self.transport.written)
        assert self.ws.events_received()
        return self


def run(play):
    async def played():
        await play(await Page().opened())

    asyncio.run(asyncio.wait_for(played(), 20))


def test_messages_of_the_largest_size_come_through_one_after_the_other():
    async def play(page):
        for _message in range(10):
            await page.send(lambda ws: ws.send_text(b"x" * (LARGEST - 1)))
            page.loop.turn(2 * LARGEST / BYTES.per_second)
        assert not page.transport.aborted
        while len(page.heard) < 10:
            await asyncio.sleep(0)

    run(play)


@pytest.mark.parametrize(
    "do",
    [
        lambda ws: ws.send_ping(b""),
        lambda ws: ws.send_pong(b""),
        lambda ws: ws.send_text(b"{}"),
        lambda ws: ws.send_continuation(b"", fin=False),
    ],
    ids=["pings", "pongs", "messages", "parts"],
)
def test_a_flood_is_cut_off_whatever_it_holds(do, request):
    async def play(page):
        if "parts" in request.node.name:
            await page.send(lambda ws: ws.send_text(b"", fin=False))
        await page.send(do, 50)
        assert not page.transport.aborted
        await page.send(do, 3000)
        assert page.transport.aborted

    run(play)


def test_pings_at_the_pace_of_a_page_never_end_it():
    async def play(page):
        for _ping in range(200):
            await page.send(lambda ws: ws.send_ping(b"1234"))
            page.loop.turn(1)
        assert not page.transport.aborted

    run(play)


def test_nothing_waits_in_the_transport():
    async def play(page):
        assert page.transport.limit == 0

    run(play)


def test_who_takes_nothing_for_long_is_cut_off():
    async def play(page):
        page.ours.pause_writing()
        page.loop.turn(STUCK_SECONDS - 1)
        assert not page.transport.aborted
        page.loop.turn(1)
        assert page.transport.aborted

    run(play)


@pytest.mark.parametrize("end", ["resume_writing", "connection_lost"])
def test_who_takes_it_late_or_goes_is_left_alone(end):
    async def play(page):
        page.ours.pause_writing()
        page.loop.turn(STUCK_SECONDS - 1)
        getattr(page.ours, end)(*[None] * (end == "connection_lost"))
        page.loop.turn(STUCK_SECONDS)
        assert not page.transport.aborted

    run(play)


GET = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@pytest.mark.parametrize("parts", [[], [b"GET"], [GET], [GET, b"X-A: b\r\n"]])
def test_a_request_that_does_not_come_to_its_end_is_cut_off(parts):
    loop, transport = Loop(), Transport()
    request = RequestConnection(configured(None), ServerState(), {}, loop)
    request.connection_made(transport)
    for part in parts:
        loop.turn(REQUEST_SECONDS / 4)
        request.data_received(part)
    assert not transport.aborted
    loop.turn(REQUEST_SECONDS)
    assert transport.aborted


def test_a_page_is_not_cut_off_for_having_been_a_request():
    async def play():
        loop, transport = Loop(), Transport()
        request = RequestConnection(configured(None), ServerState(), {}, loop)
        request.connection_made(transport)
        ws = ClientProtocol(parse_uri("ws://127.0.0.1:8000/ws"))
        ws.send_request(ws.connect())
        request.data_received(b"".join(ws.data_to_send()))
        assert isinstance(transport.protocol, PageConnection)
        loop.turn(10 * REQUEST_SECONDS)
        assert not transport.aborted

    asyncio.run(play())


def test_a_class_that_joins_at_once_is_not_pinged_at_once():
    async def play():
        pages = [await Page().opened() for _page in range(20)]
        waits = [handle.at for page in pages for handle in page.loop.later]
        usual = serve_options()["ws_ping_interval"]
        assert len(set(waits)) > 10
        assert all(usual / 2 <= wait <= usual * 3 / 2 for wait in waits)

    asyncio.run(play())
