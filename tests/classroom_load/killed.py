"""`kill -9` of the host at random moments: what was said to be received is in its journal."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from studykit.classroom.events import Answered, Joined
from studykit.classroom.record import read_session
from studykit.classroom.tokens import hash_of
from tests.classroom.samples import right_answer, wrong_answer
from tests.classroom_load.crowd import answer_within, drop, name_of, until
from tests.classroom_load.figures import Figure
from tests.classroom_load.host import PIN, ROUNDS, asked
from tests.classroom_load.phone import Phone, RefusedError
from tests.classroom_load.servers import Server, free_port, running

# A host lives for so many seconds at the longest once it can be reached.
_LONGEST = 1.2
_ANSWER_SECONDS = 0.4
_NEW_PLAYERS = 3
_PATIENCE = 20.0


@dataclass(slots=True)
class Class:
    """Players, by number, and what was acknowledged to them."""

    port: int
    rng: Random
    players: int = 0
    phones: dict[int, Phone] = field(default_factory=dict)
    tokens: dict[int, str] = field(default_factory=dict)
    acked: dict[tuple[int, int], object] = field(default_factory=dict)

    async def live(self, host: Server) -> None:
        """Come back, let some more join, ask and answer; until it is cancelled."""
        await self.come_back()
        await asyncio.gather(*(self._join() for _one in range(_NEW_PLAYERS)))
        room = await host.tell(do="room")
        at = room["question"]
        if at < 0 or (self.rng.random() < 0.5 and at + 1 < ROUNDS):
            if room["phase"] == "open":
                await host.submit("revealed")
            at += 1
            await host.submit("asked", question=at)
        self._answer(at)

    async def come_back(self) -> None:
        """Have every player that was welcomed come back to the room."""
        await asyncio.gather(*(self._back(number) for number in self.tokens))
        await until(lambda: all(phone.view for phone in self.phones.values()), _PATIENCE)

    async def _back(self, number: int) -> None:
        phone = self.phones[number] = await Phone.connected(self.port, number)
        phone.come_back(self.tokens[number])

    async def _join(self) -> None:
        number = self.players
        self.players += 1
        phone = await Phone.connected(self.port, number)
        said = await phone.join(PIN, name_of(number))
        if said["t"] == "welcome":
            self.phones[number], self.tokens[number] = phone, phone.token

    def _answer(self, at: int) -> None:
        choices = [right_answer(asked()[at]), wrong_answer(asked()[at])]
        numbers = [number for number in self.phones if (at, number) not in self.acked]
        phones = [self.phones[number] for number in numbers]
        answer_within(
            phones, _ANSWER_SECONDS, self.rng, lambda one: (at, 1, choices[numbers[one] % 2])
        )

    def part(self) -> None:
        """Note what was received, now that the host is gone."""
        for number, phone in self.phones.items():
            for at, _round in phone.acked:
                question = asked()[at]
                choices = [right_answer(question), wrong_answer(question)]
                self.acked[at, number] = choices[number % 2]
        drop(self.phones.values())
        self.phones = {}

    def lost(self, journal: Path) -> int:
        """How many answers and players that were acknowledged the journal does not have."""
        events = read_session(journal).events
        players = {one.secret: one.player for one in events if isinstance(one, Joined)}
        answers: dict[tuple[int, int], object] = {}
        for one in events:
            if isinstance(one, Answered):
                answers.setdefault((one.question, one.player), one.answer)
        mine = {number: players.get(hash_of(token)) for number, token in self.tokens.items()}
        lost = sum(player is None for player in mine.values())
        for (at, number), answer in self.acked.items():
            lost += answers.get((at, mine[number] or 0)) != answer
        return lost


async def killed(folder: Path, kills: int, rng: Random) -> list[Figure]:
    """Kill so many hosts, one after the other; then have everybody come back."""
    journal, room = folder / "killed.yaml", Class(free_port(), rng)
    argv = ("host", "--journal", str(journal))
    lost = 0
    for _kill in range(kills):
        async with running(*argv, port=room.port) as host:
            life = asyncio.create_task(room.live(host))
            await asyncio.sleep(rng.random() * _LONGEST)
            await host.kill()
            life.cancel()
            with suppress(asyncio.CancelledError, RefusedError, OSError, ValueError):
                await life
        room.part()
        lost += room.lost(journal)
    async with running(*argv, port=room.port):
        began = time.monotonic()
        await room.come_back()
        took = time.monotonic() - began
        strangers = sum(
            phone.view.get("you", {}).get("name") != name_of(number)
            for number, phone in room.phones.items()
        )
        room.part()
    return [
        Figure(
            f"{kills} × kill -9: acknowledged answers and players lost",
            lost,
            0,
            beside=f"{len(room.acked)} answers of {len(room.tokens)} players acknowledged",
        ),
        Figure(
            "  players who are not themselves after coming back",
            strangers,
            0,
            beside=f"all back within {took:.2f} s",
        ),
    ]
