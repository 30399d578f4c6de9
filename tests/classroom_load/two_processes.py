"""One room in two processes on a real Redis; one is killed while everybody answers."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from tests.classroom.samples import right_answer, wrong_answer
from tests.classroom_load.crowd import AT_ONCE, answer_within, drop, joined, name_of, until
from tests.classroom_load.figures import Figure
from tests.classroom_load.host import PIN, asked
from tests.classroom_load.phone import Phone
from tests.classroom_load.servers import Server, free_port, running

REDIS = shutil.which("redis-server")


@asynccontextmanager
async def redis_running(folder: Path) -> AsyncIterator[str]:
    """A Redis of our own on loopback; gives its URL."""
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    process = await asyncio.create_subprocess_exec(
        str(REDIS), *options, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        while b"Ready to accept" not in (line := await process.stdout.readline()):
            assert line, "redis-server did not start"
        yield f"redis://127.0.0.1:{port}"
    finally:
        process.kill()
        await process.wait()


class Class:
    """Players of both processes, by number, and what they answer."""

    def __init__(self, phones: list[Phone], seconds: float, rng: Random) -> None:
        self.phones = phones
        self.seconds, self.rng = seconds, rng

    async def shown(self, leader: Server, event: str, **fields: int) -> bool:
        """Have an event happen; whether all saw it."""
        began = await leader.submit(event, **fields)
        return await until(lambda: all(phone.shown > began for phone in self.phones))

    async def answer(self, at: int, killed: Server, refuge: Server) -> bool:
        """Answer while a process is killed; whether all had been received in the end."""
        choices = [right_answer(asked()[at]), wrong_answer(asked()[at])]
        answer_within(
            self.phones, self.seconds, self.rng, lambda number: (at, 1, choices[number % 2])
        )
        await asyncio.sleep(self.seconds * self.rng.uniform(0.3, 0.7))
        await killed.kill()
        numbers = [number for number, one in enumerate(self.phones) if one.port == killed.port]
        await self.move(numbers, refuge)
        for number in numbers:
            if (at, 1) not in self.phones[number].acked:
                self.phones[number].answer(at, 1, choices[number % 2])
        return await until(lambda: all((at, 1) in phone.acked for phone in self.phones))

    async def move(self, numbers: Iterable[int], server: Server) -> None:
        """Have these players come back at another process."""
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(number: int) -> None:
            async with gate:
                old = self.phones[number]
                old.drop()
                new = await Phone.connected(server.port, number)
                new.token, new.acked = old.token, {**old.acked}
                new.come_back(new.token)
                self.phones[number] = new
                await until(lambda: bool(new.view))

        await asyncio.gather(*map(one, numbers))

    def lost(self, at: int, kept: dict[str, list[object]]) -> int:
        """How many answers that were received are not there, or are others."""
        choices = [right_answer(asked()[at]), wrong_answer(asked()[at])]
        told = [[*one] if isinstance(one, tuple) else one for one in choices]
        return sum(
            (at, 1) in phone.acked and kept.get(name_of(number), [None])[0] != told[number % 2]
            for number, phone in enumerate(self.phones)
        )


async def two_processes(folder: Path, players: int, seconds: float, rng: Random) -> list[Figure]:
    """Kill the process that follows during one question, and the one that leads during the next.

    The players of one that was killed come back at the other.
    """
    half, lost, missed = players // 2, [], 0
    async with redis_running(folder) as url:
        leads, follows = ("host", "--redis", url), ("host", "--redis", url, "--follows")
        async with running(*leads) as one, running(*follows) as two, running(*follows) as three:
            phones = await joined(one.port, PIN, half)
            phones += await joined(two.port, PIN, players - half, half)
            room = Class(phones, seconds, rng)
            missed += not await room.shown(one, "asked", question=0)
            missed += not await room.answer(0, two, one)
            lost += [room.lost(0, await each.tell(do="answers", question=0, round=1))
                     for each in (one, three)]  # fmt: skip
            missed += not await room.shown(one, "revealed")

            await room.move(range(half), three)
            missed += not await room.shown(one, "asked", question=1)
            missed += not await room.answer(1, one, three)
            async with running(*leads) as four:
                lost += [room.lost(1, await each.tell(do="answers", question=1, round=1))
                         for each in (three, four)]  # fmt: skip
                missed += not await room.shown(four, "revealed")
            no = sum(len(phone.refused) for phone in room.phones)
            drop(room.phones)
    return [
        Figure(
            f"{players} players over two processes, one killed: received answers lost",
            sum(lost),
            0,
        ),
        Figure("  questions that did not reach all, or were not answered by all", missed, 0),
        Figure("  answers sent again and refused", no, 0),
    ]
