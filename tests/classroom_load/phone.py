"""A player's page without a browser: it speaks as the pages do, and notes when what came.

WebSocket frames are read and made by websockets' own protocol without sockets,
so that thousands of phones cost one process little.
"""

import asyncio
import ipaddress
import json
import time
from collections import Counter

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

Vote = tuple[int, int]

# The phones of a class have an address each; all of 127/8 is this machine.
_FIRST_ADDRESS = int(ipaddress.ip_address("127.1.0.1"))


def address_of(number: int) -> str:
    """An address on loopback that belongs to one phone."""
    return str(ipaddress.ip_address(_FIRST_ADDRESS + number))


class RefusedError(Exception):
    """The server did not let a phone connect."""


class Phone(asyncio.Protocol):
    """One connection, and what came over it."""

    def __init__(self, port: int, path: str = "/ws", origin: str | None = "") -> None:
        """`origin` is the server's own where it is empty, and none at all where it is None."""
        base = f"127.0.0.1:{port}"
        if origin == "":
            origin = f"http://{base}"
        self.port = port
        self.view: dict = {}
        self.wall: dict = {}
        self.shown = 0.0
        self.views: Counter[Vote] = Counter()
        self.sent: dict[Vote, float] = {}
        self.acked: dict[Vote, float] = {}
        self.refused: list[dict] = []
        self.token = ""
        self.closed = False
        self.ws = ClientProtocol(parse_uri(f"ws://{base}{path}"), origin=origin, max_size=None)
        self.open = asyncio.get_running_loop().create_future()
        self._reply: asyncio.Future | None = None
        self.transport: asyncio.Transport

    # What asyncio calls.

    def connection_made(self, transport):
        self.transport = transport
        self.ws.send_request(self.request())
        self.flush()

    def request(self):
        return self.ws.connect()

    def data_received(self, data):
        now = time.monotonic()
        self.ws.receive_data(data)
        for event in self.ws.events_received():
            if not isinstance(event, Frame):
                if self.ws.state is State.OPEN:
                    self.open.set_result(None)
                else:
                    self._gone()
            elif event.opcode is Opcode.TEXT:
                self._heard(json.loads(event.data), now)
        self.flush()

    def connection_lost(self, _why):
        self._gone()

    def flush(self):
        for data in self.ws.data_to_send():
            if data:
                self.transport.write(data)
            else:
                self.transport.close()

    def _gone(self):
        self.closed = True
        for future in (self.open, self._reply):
            if future is not None and not future.done():
                future.set_exception(RefusedError(str(self.ws.handshake_exc)))
                future.exception()  # whoever does not wait for it need not hear of it

    def _heard(self, message, now):
        match message["t"]:
            case "view":
                self.view, self.shown = message, now
                if question := message.get("question"):
                    self.views[question["n"] - 1, question.get("round", 1)] += 1
            case "wall":
                self.wall, self.shown = message, now
            case "ack":
                self.acked.setdefault((message["q"], message["r"]), now)
            case kind:
                if kind == "welcome":
                    self.token = message["token"]
                elif kind == "no":
                    self.refused.append(message)
                if self._reply is not None and not self._reply.done():
                    self._reply.set_result(message)

    # What a test calls.

    @classmethod
    async def connected(cls, port: int, number: int | None = 0, *args, **more) -> "Phone":
        """A phone with an address of its own; RefusedError where it is not let in."""
        local = None if number is None else (address_of(number), 0)
        loop = asyncio.get_running_loop()
        _transport, phone = await loop.create_connection(
            lambda: cls(port, *args, **more), "127.0.0.1", port, local_addr=local
        )
        await phone.open
        return phone

    def send(self, text: str | bytes) -> None:
        """Send a frame, whatever it holds."""
        if self.closed or self.ws.state is not State.OPEN:
            return
        if isinstance(text, bytes):
            self.ws.send_binary(text)
        else:
            self.ws.send_text(text.encode())
        self.flush()

    def say(self, **message) -> None:
        """Send a message."""
        self.send(json.dumps(message, ensure_ascii=False))

    async def ask(self, **message) -> dict:
        """Send a message, and wait for what is neither a view nor a receipt."""
        if self.closed:
            raise RefusedError
        self._reply = asyncio.get_running_loop().create_future()
        self.say(**message)
        return await self._reply

    async def join(self, pin: str, name: str, **more) -> dict:
        """Knock and join; the last thing that was said to it."""
        said = await self.ask(t="knock", pin=pin)
        return await self.ask(t="join", name=name, **more) if said["t"] == "door" else said

    def answer(self, question: int, round_: int, answer: object, **more) -> None:
        """Answer; the receipt is noted when it comes."""
        self.sent.setdefault((question, round_), time.monotonic())
        self.say(t="answer", q=question, r=round_, a=answer, **more)

    def come_back(self, token: str) -> None:
        """Come back as who one was."""
        self.say(t="back", token=token)

    def stop_reading(self) -> None:
        """Take nothing any more, as a phone in a tunnel does."""
        self.transport.pause_reading()

    def drop(self) -> None:
        """Be gone, without a word."""
        self.transport.abort()
