"""Attacks from outside: by whoever is in the same network, with the PIN or without."""

import asyncio
import time
from contextlib import suppress
from random import Random

from websockets.protocol import State

from studykit.classroom.limits import DEFAULT_LIMITS, Rate
from studykit.classroom.messages import LARGEST
from tests.classroom_load.attack import ATTACKERS, Tried, is_let_in
from tests.classroom_load.crowd import until
from tests.classroom_load.host import PIN
from tests.classroom_load.phone import Phone, RefusedError

# Frames of a flood: with the smallest ones still more bytes than a connection may bring at once.
_FLOOD = 5000
# Guesses over one connection: more in one go would be cut off as a flood.
_GUESSES = 15

BIDI, ESCAPE, ZERO_WIDTH, ZALGO = "\u202e", "\x1b[2J\x1b]0;x\x07", "\u200b\u2060\ufeff", "\u0336"
NAMES = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    f"{BIDI}好人{BIDI}",
    f"{ESCAPE}老师",
    f"老{ZERO_WIDTH}师",
    f"a{ZALGO * 60}b",
    "名" * 180,
    "两\n行",
    "\ue000\ud7ff\U000e0041",
    "[bold red]老师[/]",
)


async def foreigners(port: int) -> Tried:
    """Pages of other sites, and other names for this machine."""
    base = f"127.0.0.1:{port}"
    origins = (
        None, "null", "http://evil.example", f"http://evil.example:{port}", "http://127.0.0.1",
        f"http://{base}.evil.example", f"http://{base}@evil.example", f"file://{base[:-1]}",
        f"http://localhost:{port}",
    )  # fmt: skip
    hosts = ("evil.example", f"evil.example:{port}", "127.0.0.1", f"localhost:{port}", "")
    tried = [await is_let_in(port, origin=origin) for origin in origins]
    tried += [await is_let_in(port, host=host) for host in hosts]
    tried += [await _is_served(port, host) for host in hosts]
    return Tried(len(tried), tried.count(True))


async def guessing_pins(port: int, addresses: int, each: int, first: int) -> Tried:
    """So many wrong PINs from each of so many addresses; after every few, the right one.

    A success is a guess that was looked at beyond what the limits allow.
    """
    began, tried, looked_at = time.monotonic(), 0, 0
    for number in range(addresses):
        for done in range(0, each, _GUESSES):
            phone = await Phone.connected(port, first + number)
            for _guess in range(min(_GUESSES, each - done)):
                said = await phone.ask(t="knock", pin="100000")
                looked_at += said["why"] == "pin"
                tried += 1
            if said["why"] == "wait":
                looked_at += (await phone.ask(t="knock", pin=PIN))["t"] == "door"
                tried += 1
            phone.drop()
    limits = DEFAULT_LIMITS
    rate = limits.wrong_pins_by_address if addresses == 1 else limits.wrong_pins_in_all
    return Tried(tried, max(0, looked_at - _allowed(rate, began)))


async def flood_of_joins(port: int, count: int, pin: str, rng: Random) -> Tried:
    """So many joins from one address, as fast as it goes; a success is one beyond the limits."""
    began, welcomed = time.monotonic(), 0
    gate = asyncio.Semaphore(20)

    async def one(number: int) -> bool:
        async with gate:
            with suppress(RefusedError, OSError):
                phone = await Phone.connected(port, ATTACKERS + 20)
                try:
                    if pin:
                        await phone.ask(t="knock", pin=pin)
                    said = await phone.ask(t="join", name=f"洪水{number}{rng.random()}")
                    return said["t"] == "welcome"
                finally:
                    phone.drop()
        return False

    welcomed = sum(await asyncio.gather(*map(one, range(count))))
    allowed = _allowed(DEFAULT_LIMITS.joins_by_address, began) if pin else 0
    return Tried(count, max(0, welcomed - allowed))


async def nicknames(port: int) -> Tried:
    """Names that would do something to a page or a terminal; a success is one shown as it is."""
    bad = 0
    for number, name in enumerate(NAMES):
        phone = await Phone.connected(port, ATTACKERS + 30 + number)
        said = await phone.join(PIN, name)
        await until(lambda phone=phone: bool(phone.view), 2.0)
        if said["t"] == "welcome":
            shown = phone.view["you"]["name"]
            bad += not shown.isprintable() or len(shown) > 40 or shown != " ".join(shown.split())
        phone.drop()
    return Tried(len(NAMES), bad)


async def large_frames(port: int) -> Tried:
    """Frames beyond the limit, alone and in parts; a success is a connection that stays open."""
    tried = []
    for size in (LARGEST + 1, 2 * LARGEST, 10_000, 100_000, 1_000_000):
        for data in ("x" * size, b"x" * size):
            phone = await Phone.connected(port, ATTACKERS + 50)
            phone.send(data)
            tried.append(await _stays(phone))
    phone = await Phone.connected(port, ATTACKERS + 50)
    phone.ws.send_text(b"x", fin=False)
    for _part in range(LARGEST // 8):
        phone.ws.send_continuation(b"x" * 9, fin=False)
    phone.flush()
    tried.append(await _stays(phone))
    return Tried(len(tried), tried.count(True))


async def floods(port: int) -> Tried:
    """Messages, pings and empty parts of messages without end, from one connection each.

    A success is a connection that stays open.
    """
    tried = []
    for kind in ("messages", "pings", "parts"):
        phone = await Phone.connected(port, ATTACKERS + 60)
        if kind == "parts":
            phone.ws.send_text(b"", fin=False)
        for number in range(_FLOOD):
            if number % _GUESSES == 0:
                await asyncio.sleep(0)  # to hear that it was cut off
            if phone.closed or phone.ws.state is not State.OPEN:
                break
            match kind:
                case "messages":
                    phone.ws.send_text(b'{"t":"knock","pin":"1"}')
                case "pings":
                    phone.ws.send_ping(b"")
                case "parts":
                    phone.ws.send_continuation(b"", fin=False)
            phone.flush()
        tried.append(await _stays(phone))
    return Tried(len(tried), tried.count(True))


async def slow_readers(port: int, count: int, first: int) -> list[Phone]:
    """Players who take nothing any more once they are in."""
    phones = []
    for number in range(count):
        phone = await Phone.connected(port, first + number)
        await phone.join(PIN, f"慢{first + number}")
        phone.stop_reading()
        phones.append(phone)
    return phones


def _allowed(rate: Rate, began: float) -> int:
    return int(rate.burst + rate.per_second * (time.monotonic() - began)) + 1


async def _stays(phone: Phone) -> bool:
    """Whether a connection is still open some time later."""
    stays = not await until(lambda: phone.closed, 3.0)
    phone.drop()
    return stays


async def _is_served(port: int, host: str) -> bool:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    line = await reader.readline()
    writer.close()
    return b" 200 " in line
