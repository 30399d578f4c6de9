"""Attacks from inside: by players who have joined, on the question that is asked."""

import asyncio
from contextlib import suppress

from tests.classroom.samples import right_answer, wrong_answer
from tests.classroom_load.attack import ATTACKERS, Tried, is_let_in
from tests.classroom_load.crowd import until
from tests.classroom_load.host import PIN, ROUNDS, asked
from tests.classroom_load.phone import Phone, RefusedError

INSIDERS = ("坏人0", "坏人1", "坏人2", "坏人3")
ANSWERING = (INSIDERS[0], INSIDERS[2], INSIDERS[3])
"""Those who answer every question in the end, and by whom it may be known that they are done."""

_PATIENCE = 30.0


class Insiders:
    """Players who know the PIN, are in the room, and mean no good."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.phones: list[Phone] = []

    async def prepare(self) -> None:
        """Join."""
        for number, name in enumerate(INSIDERS):
            phone = await Phone.connected(self.port, ATTACKERS + number)
            said = await phone.join(PIN, name)
            assert said["t"] == "welcome", said
            self.phones.append(phone)


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
        phone = await Phone.connected(insiders.port, ATTACKERS + 10)
        with suppress(RefusedError):
            await phone.ask(t="knock", pin=PIN)
            successes += (await phone.ask(**order))["t"] != "no"
        tried += 1
        phone.drop()
    for path in ("/wall", "/wall?key=", "/wall?key=x", "/host", "/ws/host", "/wall?key=%00"):
        tried += 1
        successes += await is_let_in(insiders.port, path=path)
    return Tried(tried, successes)


async def forged_times(insiders: Insiders, at: int) -> Tried:
    """Answers that say when they were given; what time they got is seen by the room's leader."""
    phone = insiders.phones[3]
    await _open(phone, at)
    await asyncio.sleep(0.5)
    phone.answer(at, 1, right_answer(asked()[at]), at=1, ms=0, time=0, opened=10**13)
    await until(lambda: (at, 1) in phone.acked, _PATIENCE)
    return Tried(1, 0)


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
