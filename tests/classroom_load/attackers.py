"""Who attacks, in a process of their own that gives way: in a class they have other machines.

Told `prepare`, some join as players; told `attack`, all attacks run while the next
question is asked, answered and revealed.
"""

import argparse
import asyncio
import logging
import os
from random import Random
from typing import Any

from tests.classroom_load import insiders, outsiders
from tests.classroom_load.attack import Tried
from tests.classroom_load.host import PIN
from tests.classroom_load.phone import Phone
from tests.classroom_load.serve import orders

# Addresses from which PINs are guessed and nothing is read, new ones for each question.
_MANY = 200_000


class Attackers:
    """See `do`."""

    def __init__(self, port: int, size: int, seed: int) -> None:
        """`size` is how many joins a flood has; the rest is in proportion."""
        self.port, self.size, self.rng = port, size, Random(seed)
        self.insiders = insiders.Insiders(port)
        self.slow: list[Phone] = []

    async def do(self, order: dict[str, Any]) -> Any:
        """`prepare`; or `attack` while question `at` is asked: what was tried, by name."""
        if order["do"] == "prepare":
            await self.insiders.prepare()
            self.slow = await outsiders.slow_readers(self.port, self.size // 20, _MANY)
            return ""
        return await self._attack(order["at"])

    async def _attack(self, at: int) -> dict[str, Tried]:
        port, size, first = self.port, self.size, _MANY + 1000 * (at + 1)
        tried = {
            "answers early, late, twice, elsewhere": insiders.wrong_times(self.insiders, at),
            "answers that are none": insiders.no_answers(self.insiders, at),
            "becoming host": insiders.becoming_host(self.insiders, at),
            "forged times": insiders.forged_times(self.insiders, at),
            "foreign origins and hosts": outsiders.foreigners(port),
            "joins without the PIN": outsiders.flood_of_joins(port, size, "", self.rng),
            "a flood of joins with the PIN": outsiders.flood_of_joins(port, size, PIN, self.rng),
            "nicknames": outsiders.nicknames(port),
            "frames that are too large": outsiders.large_frames(port),
            "floods of messages, pings and parts": outsiders.floods(port),
            "PINs guessed from one address": outsiders.guessing_pins(port, 1, size, first),
        }
        found = await asyncio.gather(*tried.values())
        return dict(zip(tried, found, strict=True))


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    parser.add_argument("--size", type=int)
    args = parser.parse_args()
    os.nice(10)
    logging.getLogger("asyncio").setLevel(logging.ERROR)  # it is cut off, and knows
    await orders(Attackers(args.port, args.size, 0).do)


if __name__ == "__main__":
    asyncio.run(main())
