"""A class answers question after question, and every answer is counted: none lost, none twice."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from studykit.classroom.events import Answered
from studykit.classroom.record import read_session
from tests.classroom.samples import CANARY, right_answer, wrong_answer
from tests.classroom_load.crowd import answer_within, drop, joined, name_of, until
from tests.classroom_load.figures import Figure
from tests.classroom_load.host import PIN, asked
from tests.classroom_load.phone import Phone
from tests.classroom_load.servers import Server, running

# Of the phones, so many say every answer twice, and so many come anew before they do.
_TWICE, _ANEW = 0.2, 0.05
# Players are shown a question, and its solution.
MOST_VIEWS = 2


@dataclass(slots=True)
class Counts:
    """What became of the answers; all but the first should be 0."""

    answers: int = 0
    unacknowledged: int = 0
    lost: int = 0
    changed: int = 0
    written_twice: int = 0
    told_early: int = 0
    most_views: int = 0


async def counted(
    folder: Path, players: int, rounds: int, seconds: float, rng: Random
) -> list[Figure]:
    """Play so many rounds, each answered by all within so many seconds."""
    journal, counts = folder / "counted.yaml", Counts()
    async with running("host", "--journal", str(journal)) as host:
        phones = await joined(host.port, PIN, players)
        for at in range(rounds):
            await _round(host, phones, at, seconds, rng, counts)
        drop(phones)
    written = Counter(
        (event.player, event.question, event.round)
        for event in read_session(journal).events
        if isinstance(event, Answered)
    )
    counts.written_twice = written.total() - len(written)
    counts.lost += max(0, counts.answers - len(written))
    said = f"{players} players, {rounds} rounds, {counts.answers} answers within {seconds:g} s each"
    return [
        Figure(f"{said}: lost", counts.lost, 0),
        Figure("  not received", counts.unacknowledged, 0),
        Figure("  changed", counts.changed, 0),
        Figure("  twice in the journal", counts.written_twice, 0),
        Figure("  phones that were told of a solution before the reveal", counts.told_early, 0),
        Figure("  most messages to a player for a question", counts.most_views, MOST_VIEWS),
    ]


async def _round(
    host: Server, phones: list[Phone], at: int, seconds: float, rng: Random, counts: Counts
) -> None:
    question, vote = asked()[at], (at, 1)
    choices = [right_answer(question), wrong_answer(question)]
    answers = [rng.choice(choices) for _phone in phones]
    began = await host.submit("asked", question=at)
    await until(lambda: all(phone.shown > began for phone in phones))
    counts.told_early += sum(CANARY in str(phone.view) for phone in phones)
    anew = rng.sample(range(len(phones)), int(len(phones) * _ANEW))
    for number in anew:
        phones[number] = await _again(host.port, phones[number], number)
    answer_within(phones, seconds, rng, lambda number: (*vote, answers[number]))
    twice = [(phone, answer) for phone, answer in zip(phones, answers, strict=True)]
    twice = rng.sample(twice, int(len(phones) * _TWICE))
    answer_within(
        [phone for phone, _answer in twice], seconds, rng, lambda one: (*vote, twice[one][1])
    )
    await until(lambda: all(vote in phone.acked for phone in phones), 10 * seconds + 10)
    kept = await host.tell(do="answers", question=at, round=1)
    revealed = await host.submit("revealed")
    await until(lambda: all(phone.shown > revealed for phone in phones))
    counts.answers += len(phones)
    counts.unacknowledged += sum(vote not in phone.acked for phone in phones)
    counts.lost += sum(name_of(number) not in kept for number in range(len(phones)))
    for number, answer in enumerate(answers):
        found = kept.get(name_of(number), [None])[0]
        told = [*answer] if isinstance(answer, tuple) else answer
        counts.changed += found is not None and found != told
    untouched = [phone for number, phone in enumerate(phones) if number not in anew]
    counts.most_views = max(counts.most_views, *(phone.views[vote] for phone in untouched))


async def _again(port: int, phone: Phone, number: int) -> Phone:
    """The page of a player, loaded anew."""
    phone.drop()
    found = await Phone.connected(port, number)
    found.token = phone.token
    found.come_back(phone.token)
    await until(lambda: bool(found.view))
    return found
