"""A file beside a store of several processes: everything is in it once, in its order."""

import asyncio

import pytest

from studykit.classroom import events as ev
from studykit.classroom.recording import Recording
from studykit.classroom.store import MemoryStore
from studykit.errors import StudykitError

EVENTS = [ev.Joined(n, n, f"p{n}", "ab") for n in range(1, 6)]


class Disk:
    def __init__(self):
        self.events = []
        self.full = False

    def keep(self, events):
        if self.full:
            raise StudykitError("disk full")
        self.events += events


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 20))


@pytest.mark.parametrize("already", range(6))
def test_what_the_file_has_is_not_written_again(already):
    async def play():
        disk, heard = Disk(), []
        store = Recording(MemoryStore(EVENTS[:3]), disk.keep, already)
        await store.start(heard.extend)
        for event in EVENTS[3:]:
            await store.append([("", event)])
        await store.close()
        assert [event for _tag, event in heard] == EVENTS
        assert disk.events == EVENTS[already:]

    run(play())


def test_a_disk_that_was_full_catches_up():
    async def play():
        disk = Disk()
        store = Recording(MemoryStore(), disk.keep, 0, again=0.0)
        await store.start(lambda batch: None)
        disk.full = True
        await store.append([("", EVENTS[0])])
        while not store.trouble:
            await asyncio.sleep(0)
        assert store.trouble == "disk full"
        await store.append([("", EVENTS[1])])
        disk.full = False
        while store.trouble:
            await asyncio.sleep(0)
        assert disk.events == EVENTS[:2]
        await store.append([("", EVENTS[2])])
        await store.close()
        assert disk.events == EVENTS[:3]

    run(play())


def test_a_disk_that_stays_full_is_told_of_at_the_end():
    async def play():
        disk = Disk()
        store = Recording(MemoryStore(), disk.keep, 0)
        await store.start(lambda batch: None)
        disk.full = True
        await store.append([("", EVENTS[0])])
        with pytest.raises(StudykitError, match="disk full"):
            await store.close()

    run(play())
