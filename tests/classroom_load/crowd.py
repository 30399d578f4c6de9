"""Many phones at once: they join, answer within some seconds, and are waited for."""

import asyncio
import gc
import time
from collections.abc import Callable, Iterable
from random import Random

from tests.classroom_load.phone import Phone

# So many connect at once: more would only wait in the kernel's queue.
AT_ONCE = 50
_LOOK_SECONDS = 0.02


async def until(holds: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Wait until something holds; whether it did in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(_LOOK_SECONDS)
    return True


async def joined(port: int, pin: str, count: int, first: int = 0) -> list[Phone]:
    """So many players, in the order of their numbers; their names are made of those."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> Phone:
        async with gate:
            phone = await Phone.connected(port, number)
            said = await phone.join(pin, name_of(number))
            assert said["t"] == "welcome", said
            return phone

    phones = list(await asyncio.gather(*map(one, range(first, first + count))))
    gc.freeze()  # or looking for garbage among thousands of phones is measured as well
    return phones


def name_of(number: int) -> str:
    """The name of a player."""
    return f"玩家{number}"


def answer_within(
    phones: Iterable[Phone],
    seconds: float,
    rng: Random,
    answer: Callable[[int], tuple[int, int, object]],
) -> None:
    """Have every phone answer at a random moment; `answer` gives question, round and answer."""
    loop = asyncio.get_running_loop()
    for number, phone in enumerate(phones):
        loop.call_later(rng.random() * seconds, phone.answer, *answer(number))


def drop(phones: Iterable[Phone]) -> None:
    """Have all phones be gone."""
    for phone in phones:
        phone.drop()
