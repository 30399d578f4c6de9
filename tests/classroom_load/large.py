"""A class of thousands in one process: what each costs, and whether all are served."""

from pathlib import Path
from random import Random

from tests.classroom.samples import right_answer
from tests.classroom_load.crowd import answer_within, drop, joined, until
from tests.classroom_load.figures import Figure, milliseconds
from tests.classroom_load.host import PIN, asked
from tests.classroom_load.servers import running

MOST_KILOBYTES = 30


async def large(
    folder: Path, players: int, rounds: int, seconds: float, rng: Random
) -> list[Figure]:
    """Have so many players join and answer; memory is that of the process, by the kernel."""
    journal = str(folder / "large.yaml")
    missed, shown = 0, []
    async with running("host", "--journal", journal) as host:
        before = await host.kilobytes()
        phones = await joined(host.port, PIN, players)
        here = await host.kilobytes()
        for at in range(rounds):
            answer = right_answer(asked()[at])
            began = await host.submit("asked", question=at)
            await until(lambda began=began: all(phone.shown > began for phone in phones))
            shown += [phone.shown - began for phone in phones]
            answer_within(phones, seconds, rng, lambda _one, at=at, a=answer: (at, 1, a))
            await until(lambda at=at: all((at, 1) in phone.acked for phone in phones))
            kept = await host.tell(do="answers", question=at, round=1)
            missed += players - min(len(kept), sum((at, 1) in phone.acked for phone in phones))
            await host.submit("revealed")
        after = await host.kilobytes()
        drop(phones)
    return [
        Figure(f"{players} players in one process: answers lost", missed, 0),
        Figure("  memory a player, joined", (here - before) / players, MOST_KILOBYTES, "KB"),
        Figure(
            f"  memory a player, after {rounds} questions",
            (after - before) / players,
            MOST_KILOBYTES,
            "KB",
            beside=f"broadcast {milliseconds(shown)}",
        ),
    ]
