"""How soon messages reach a class, beside a bare server: both in turn, question by question."""

import asyncio
import json
import statistics
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.classroom.samples import right_answer, wrong_answer
from tests.classroom_load.crowd import answer_within, drop, joined, until
from tests.classroom_load.figures import Figure, milliseconds, percentile
from tests.classroom_load.host import PIN, asked
from tests.classroom_load.phone import Phone
from tests.classroom_load.servers import Server, running

# "Within three times of the bare server, the journal's write included."
GOAL = 3.0
_SETTLE_SECONDS = 0.5

Times = list[float]


class Class:
    """Phones at the host: what is timed is from the teacher's key to each phone."""

    def __init__(self, server: Server, phones: Sequence[Phone]) -> None:
        self.server = server
        self.phones = phones
        self.shown: Times = []
        self.acked: Times = []
        self.views: list[dict[str, Any]] = []

    async def ask(self, at: int) -> float:
        """Show a question; when that began."""
        return await self.server.submit("asked", question=at)

    async def reveal(self, at: int) -> float:
        """Show its solution; when that began."""
        return await self.server.submit("revealed")

    async def play(self, at: int, seconds: float, rng: Random) -> None:
        """A question from its beginning to its end; the times of it are `shown` and `acked`.

        It is revealed once all have answered, and whoever else is waited for.
        """
        question = asked()[at]
        answers = [right_answer(question), wrong_answer(question)]
        self.shown = await self._seen(await self.ask(at))
        answer_within(self.phones, seconds, rng, lambda number: (at, 1, answers[number % 2]))
        assert await until(lambda: all((at, 1) in phone.acked for phone in self.phones))
        self.acked = [phone.acked[at, 1] - phone.sent[at, 1] for phone in self.phones]
        await self.others(at)
        self.shown += await self._seen(await self.reveal(at))
        await asyncio.sleep(_SETTLE_SECONDS)

    async def others(self, at: int) -> None:
        """Wait for others than the phones; there are none."""

    async def _seen(self, began: float) -> Times:
        assert await until(lambda: all(phone.shown > began for phone in self.phones))
        self.views.append(self.phones[0].view)
        return [phone.shown - began for phone in self.phones]


class BareClass(Class):
    """Phones at the bare server, which sends what the host has sent, one after the other."""

    def __init__(self, server: Server, phones: Sequence[Phone], host: Class) -> None:
        super().__init__(server, phones)
        self._host = host

    async def ask(self, at: int) -> float:
        """As the host."""
        return await self._send()

    async def reveal(self, at: int) -> float:
        """As the host."""
        return await self._send()

    async def _send(self) -> float:
        view = self._host.views[len(self.views)]
        text = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
        at: float = (await self.server.tell(do="send", text=text))["at"]
        return at


async def fanout(
    folder: Path, players: int, rounds: int, seconds: float, rng: Random
) -> list[Figure]:
    """Ask so many questions of both, each answered by all within so many seconds."""
    ratios: dict[str, Times] = {"shown": [], "acked": []}
    times: dict[str, Times] = {name: [] for name in ("shown", "shown bare", "acked", "acked bare")}
    journal = str(folder / "fanout.yaml")
    async with running("host", "--journal", journal) as host, running("bare") as bare:
        ours = Class(host, await joined(host.port, PIN, players))
        theirs = BareClass(bare, await joined(bare.port, PIN, players), ours)
        await asyncio.sleep(_SETTLE_SECONDS)
        for at in range(rounds):
            await ours.play(at, seconds, rng)
            await theirs.play(at, seconds, rng)
            for what in ratios:
                mine, other = getattr(ours, what), getattr(theirs, what)
                ratios[what].append(percentile(mine, 0.99) / percentile(other, 0.99))
                times[what] += mine
                times[f"{what} bare"] += other
        drop([*ours.phones, *theirs.phones])
    return [
        Figure(
            f"{players} players, {name}: p99 beside the bare server's",
            statistics.median(ratios[what]),
            GOAL,
            "×",
            count=False,
            beside=f"{milliseconds(times[what])}; bare {milliseconds(times[f'{what} bare'])}",
        )
        for name, what in (("broadcast", "shown"), ("receipt", "acked"))
    ]
