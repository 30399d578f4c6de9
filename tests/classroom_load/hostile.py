"""Attackers among a class: what they achieve, and whether the class is still served in time."""

import asyncio
import statistics
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

from studykit.classroom.record import read_session
from tests.classroom_load.crowd import drop, joined, name_of
from tests.classroom_load.fanout import Class
from tests.classroom_load.figures import Figure, milliseconds, percentile
from tests.classroom_load.host import PIN
from tests.classroom_load.insiders import ANSWERING
from tests.classroom_load.outsiders import guessing_pins
from tests.classroom_load.servers import running

GOAL = 2.0
"""What the broadcasts may take, beside those of calm questions."""
MOST_MEGABYTES = 32
_HEAD_START = 0.3
_PATIENCE, _LOOK_SECONDS = 60.0, 0.2
_MANY_ADDRESSES = 300_000


class Attacked(Class):
    """A class with insiders, whose tricks with a question are over once they have answered it."""

    attacked = False

    async def others(self, at: int) -> None:
        """Wait until the insiders have answered."""
        end = time.monotonic() + _PATIENCE
        names: set[str] = set()
        while self.attacked and not set(ANSWERING) <= names:
            assert time.monotonic() < end, names
            await asyncio.sleep(_LOOK_SECONDS)
            names = set(await self.server.tell(do="answers", question=at, round=1))


async def hostile(
    folder: Path, players: int, rounds: int, size: int, seconds: float, rng: Random
) -> list[Figure]:
    """Ask so many questions in calm and as many under attack, in turn."""
    journal = folder / "hostile.yaml"
    tried: Counter[str] = Counter()
    successes: Counter[str] = Counter()
    times: dict[str, list[float]] = {"calm": [], "hostile": []}
    ratios = []
    async with (
        running("host", "--journal", str(journal)) as host,
        running("attackers", "--size", str(size), port=host.port) as attackers,
    ):
        room = Attacked(host, await joined(host.port, PIN, players))
        before = await host.kilobytes()
        await attackers.tell(do="prepare")
        for at in range(0, 2 * rounds, 2):
            room.attacked = False
            await room.play(at, seconds, rng)
            calm = room.shown
            attack = asyncio.create_task(attackers.tell(do="attack", at=at + 1))
            room.attacked = True
            await asyncio.sleep(_HEAD_START)
            await room.play(at + 1, seconds, rng)
            for what, (times_, won) in (await attack).items():
                tried[what] += times_
                successes[what] += won
            ratios.append(percentile(room.shown, 0.99) / percentile(calm, 0.99))
            times["calm"] += calm
            times["hostile"] += room.shown
            state = await host.tell(do="room")
            successes["becoming host"] += (state["phase"], state["question"]) != ("reveal", at + 1)
        what = "PINs guessed from many addresses"
        tried[what], successes[what] = await guessing_pins(host.port, size // 3, 3, _MANY_ADDRESSES)
        state = await host.tell(do="room")
        after = await host.kilobytes()
        drop(room.phones)
    successes["nicknames"] += sum(not name.isprintable() for name in state["names"])
    successes["becoming host"] += name_of(0) not in state["names"]  # kicked
    successes["forged times"] += _forged(journal)
    return [
        *(Figure(f"{what}, {tried[what]} tried: succeeded", successes[what], 0) for what in tried),
        Figure(
            f"{players} players, broadcast under attack: p99 beside calm",
            statistics.median(ratios),
            GOAL,
            "×",
            count=False,
            beside=f"{milliseconds(times['hostile'])}; calm {milliseconds(times['calm'])}",
        ),
        Figure(
            "  memory that the host grew by, under attack",
            (after - before) / 1024,
            MOST_MEGABYTES,
            "MB",
        ),
    ]


def _forged(journal: Path) -> int:
    """How many events are not in the order of time."""
    times = [event.at for event in read_session(journal).events]
    return sum(later < earlier for earlier, later in pairwise(times))
