"""Attacks on a host: each gives how often it tried, and how often it got what it must not get."""

import asyncio
import time
from contextlib import suppress
from random import Random
from typing import NamedTuple

from websockets.protocol import State

from studykit.classroom.limits import DEFAULT_LIMITS, Rate
from studykit.classroom.messages import LARGEST
from tests.classroom.samples import right_answer, wrong_answer
from tests.classroom_load.crowd import until
from tests.classroom_load.host import PIN, ROUNDS, asked
from tests.classroom_load.phone import Phone, RefusedError

# Phones of attackers have addresses far from those of the class.
_FIRST = 100_000
_PATIENCE = 30.0
# Frames of a flood: with the smallest ones still more bytes than a connection may bring at once.
_FLOOD = 5000
# Guesses over one connection: more in one go would be cut off as a flood.
_GUESSES = 15

INSIDERS = ("坏人0", "坏人1", "坏人2", "坏人3")
ANSWERING = (INSIDERS[0], INSIDERS[2], INSIDERS[3])
"""Those who answer every question in the end, and by whom it may be known that they are done."""

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


class Tried(NamedTuple):
    """How often something was tried, and how often it succeeded."""

    times: int
    successes: int


class Insiders:
    """Players who know the PIN, are in the room, and mean no good."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.phones: list[Phone] = []

    async def prepare(self) -> None:
        """Join."""
        for number, name in enumerate(INSIDERS):
            phone = await Phone.connected(self.port, _FIRST + number)
            said = await phone.join(PIN, name)
            assert said["t"] == "welcome", said
            self.phones.append(phone)


async def _open(phone: Phone, at: int) -> None:
    """Wait until a question is open."""
    await until(
        lambda: phone.view.get("phase") == "open" and phone.view["question"]["n"] == at + 1,
        _PATIENCE,
    )


async def _revealed(phone: Phone) -> None:
    await until(lambda: phone.view.get("phase") == "reveal", _PATIENCE)


async def _refused(phone: Phone, at: int, round_: int, answer: object) -> bool:
    """Answer; whether that was refused."""
    refused = len(phone.refused)
    phone.acked.pop((at, round_), None)
    phone.answer(at, round_, answer)
    await until(lambda: len(phone.refused) > refused or (at, round_) in phone.acked, _PATIENCE)
    return (at, round_) not in phone.acked


async def wrong_times(insiders: Insiders, at: int) -> Tried:
    """Answers early, twice, late, in another round and to another question."""
    phone, silent = insiders.phones[:2]
    question = asked()[at]
    right, wrong = right_answer(question), wrong_answer(question)
    await _open(phone, at)
    early = [(other, 1) for other in (at + 1, ROUNDS - 1) if at < other < ROUNDS]
    elsewhere = [(at, 2), (at, 0), (at, -1), (at - 1, 1), (-1, 1), (ROUNDS, 1), (10**6, 1)]
    refused = [await _refused(phone, *vote, right) for vote in early + elsewhere]
    await _refused(phone, at, 1, wrong)  # it counts, and so the right one does not any more
    refused.append(await _refused(phone, at, 1, right))
    await _revealed(silent)
    refused += [await _refused(late, at, 1, right) for late in (phone, silent)]
    return Tried(len(refused), refused.count(False))


async def no_answers(insiders: Insiders, at: int) -> Tried:
    """What is no answer to any question, and what no player has to say."""
    phone = insiders.phones[2]
    await _open(phone, at)
    tried = []
    for answer in (99, -1, None, {"a": 1}, [[1]], ["x"] * 500, 1e308, "", "字" * 201):
        tried.append(await _refused(phone, at, 1, answer))
        await asyncio.sleep(0.1)
    await _refused(phone, at, 1, right_answer(asked()[at]))
    return Tried(len(tried), tried.count(False))


async def becoming_host(insiders: Insiders, at: int) -> Tried:
    """Every event of the room sent as a message, and the projector's page with made-up keys.

    Whether it changed the room is seen by whoever leads it.
    """
    await _open(insiders.phones[3], at)
    tried = successes = 0
    orders = [
        {"t": kind, "event": kind, "at": 0, "player": 1, "question": ROUNDS - 1, "locked": True}
        for kind in ("host", "asked", "closed", "revealed", "revoted", "ended", "locked", "kicked",
                     "paused", "boarded", "accepted", "discussed", "joined", "submit", "wall")
    ]  # fmt: skip
    for order in orders:
        phone = await Phone.connected(insiders.port, _FIRST + 10)
        with suppress(RefusedError):
            await phone.ask(t="knock", pin=PIN)
            successes += (await phone.ask(**order))["t"] != "no"
        tried += 1
        phone.drop()
    for path in ("/wall", "/wall?key=", "/wall?key=x", "/host", "/ws/host", "/wall?key=%00"):
        tried += 1
        successes += await _is_let_in(insiders.port, path=path)
    return Tried(tried, successes)


async def forged_times(insiders: Insiders, at: int) -> Tried:
    """Answers that say when they were given; what time they got is seen by the room's leader."""
    phone = insiders.phones[3]
    await _open(phone, at)
    await asyncio.sleep(0.5)
    phone.answer(at, 1, right_answer(asked()[at]), at=1, ms=0, time=0, opened=10**13)
    await until(lambda: (at, 1) in phone.acked, _PATIENCE)
    return Tried(1, 0)


async def foreigners(port: int) -> Tried:
    """Pages of other sites, and other names for this machine."""
    base = f"127.0.0.1:{port}"
    origins = (
        None, "null", "http://evil.example", f"http://evil.example:{port}", "http://127.0.0.1",
        f"http://{base}.evil.example", f"http://{base}@evil.example", f"file://{base[:-1]}",
        f"http://localhost:{port}",
    )  # fmt: skip
    hosts = ("evil.example", f"evil.example:{port}", "127.0.0.1", f"localhost:{port}", "")
    tried = [await _is_let_in(port, origin=origin) for origin in origins]
    tried += [await _is_let_in(port, host=host) for host in hosts]
    tried += [await _is_served(port, host) for host in hosts]
    return Tried(len(tried), tried.count(True))


async def guessing_pins(port: int, addresses: int, each: int, first: int) -> Tried:
    """So many wrong PINs from each of so many addresses; after every few, the right one.

    A success is a guess that was looked at beyond what the limits allow.
    """
    began, tried, looked_at, opened = time.monotonic(), 0, 0, 0
    for number in range(addresses):
        for done in range(0, each, _GUESSES):
            phone = await Phone.connected(port, first + number)
            for _guess in range(min(_GUESSES, each - done)):
                said = await phone.ask(t="knock", pin="100000")
                looked_at += said["why"] == "pin"
                tried += 1
            if said["why"] == "wait":
                opened += (await phone.ask(t="knock", pin=PIN))["t"] == "door"
                tried += 1
            phone.drop()
    limits = DEFAULT_LIMITS
    rate = limits.wrong_pins_by_address if addresses == 1 else limits.wrong_pins_in_all
    return Tried(tried, opened + max(0, looked_at - _allowed(rate, began)))


async def flood_of_joins(port: int, count: int, pin: str, rng: Random) -> Tried:
    """So many joins from one address, as fast as it goes; a success is one beyond the limits."""
    began, welcomed = time.monotonic(), 0
    gate = asyncio.Semaphore(20)

    async def one(number: int) -> bool:
        async with gate:
            with suppress(RefusedError, OSError):
                phone = await Phone.connected(port, _FIRST + 20)
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
        phone = await Phone.connected(port, _FIRST + 30 + number)
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
            phone = await Phone.connected(port, _FIRST + 50)
            phone.send(data)
            tried.append(await _stays(phone))
    phone = await Phone.connected(port, _FIRST + 50)
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
        phone = await Phone.connected(port, _FIRST + 60)
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


async def _is_let_in(port: int, path: str = "/ws", host: str | None = None, **more) -> bool:
    class Foreign(Phone):
        def request(self):
            request = self.ws.connect()
            if host is not None:
                del request.headers["Host"]
                request.headers["Host"] = host
            return request

    try:
        phone = await Foreign.connected(port, _FIRST + 70, path, **more)
    except RefusedError:
        return False
    phone.drop()
    return True


async def _is_served(port: int, host: str) -> bool:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    line = await reader.readline()
    writer.close()
    return b" 200 " in line
