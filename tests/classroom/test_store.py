"""The store of one process: where it waits for the disk, and what comes of a write."""

import asyncio
import threading

import pytest

from studykit.classroom.events import Ended, Locked
from studykit.classroom.store import QUICK_SECONDS, MemoryStore
from studykit.errors import StudykitError

HERE = threading.get_ident


class Disk:
    """Takes so long for each write, one after the other; the clock is its own."""

    def __init__(self, *seconds):
        self.seconds = list(seconds)
        self.now = 0.0
        self.threads = []
        self.full = False

    def clock(self):
        return self.now

    def keep(self, events):
        self.threads.append(HERE())
        self.now += self.seconds.pop(0)
        if self.full:
            raise StudykitError("full")


def written(disk, times):
    """Whether each of so many writes was waited for on the spot."""

    async def play():
        store = MemoryStore((), disk.keep, disk.clock)
        await store.start(lambda events: None)
        for _write in range(times):
            await store.append([("", Ended(0))])
        return [thread == HERE() for thread in disk.threads]

    return asyncio.run(play())


@pytest.mark.parametrize(
    ("seconds", "on_the_spot"),
    [
        ([0, 0, 0], [False, True, True]),
        ([QUICK_SECONDS, 0, 0], [False, False, True]),
        ([0, QUICK_SECONDS, 0, 0], [False, True, False, True]),
        ([1, 1, 1], [False, False, False]),
    ],
)
def test_only_a_quick_disk_is_waited_for_on_the_spot(seconds, on_the_spot):
    assert written(Disk(*seconds), len(seconds)) == on_the_spot


def test_the_loop_goes_on_while_a_disk_is_slow():
    async def play():
        went_on = threading.Event()
        store = MemoryStore((), lambda events: went_on.wait(10) or pytest.fail("it stood still"))
        await store.start(lambda events: None)
        writing = asyncio.create_task(store.append([("", Ended(0))]))
        await asyncio.sleep(0)
        went_on.set()
        await writing

    asyncio.run(play())


@pytest.mark.parametrize("before", [[], [0]])
def test_what_is_not_kept_is_not_delivered(before):
    async def play():
        disk, heard = Disk(*before, 0, 0), []
        store = MemoryStore((), disk.keep, disk.clock)
        await store.start(heard.extend)
        for _write in before:
            await store.append([("a", Locked(0, True))])
        heard.clear()
        disk.full = True
        with pytest.raises(StudykitError):
            await store.append([("b", Ended(0))])
        assert heard == []
        disk.full = False
        await store.append([("c", Ended(0))])
        assert heard == [("c", Ended(0))]

    asyncio.run(play())
