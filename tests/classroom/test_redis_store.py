"""Two hubs on one Redis: skipped without a server, but in CI, where it fails."""

import asyncio

import pytest

from studykit.classroom import events as ev
from studykit.classroom.hub import Door, Hub
from studykit.classroom.redis_store import RedisStore
from studykit.errors import StudykitError
from tests.classroom.samples import right_answer, room, wrong_answer
from tests.classroom.test_hub import PIN, Clock, joined, opened, said, send
from tests.redis_server import free_port, needs_redis, redis_server

needs_redis()


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with redis_server(tmp_path_factory.mktemp("redis")) as found:
        yield found


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 30))


class Process:
    """A hub of its own on a room, as another process would have."""

    def __init__(self, url, name, *, leads=False):
        clock = Clock()
        self.room = room(["choice", "qa"])
        self.store = RedisStore(url, name)
        self.hub = Hub(self.room, self.store, Door(PIN), clock, clock, leads=leads)

    async def __aenter__(self):
        self.task = asyncio.create_task(self.hub.run())
        return self

    async def __aexit__(self, *_error):
        self.task.cancel()
        await self.store.close()

    async def sees(self, ready):
        while not ready(self.room):
            await asyncio.sleep(0.005)


def test_two_processes_have_one_room(url):
    async def play():
        async with Process(url, "two", leads=True) as one, Process(url, "two") as two:
            here, _messages = await joined(one.hub, "甲")
            there, _messages = await joined(two.hub, "乙")
            await one.sees(lambda room: len(room.players) == 2)
            assert await one.hub.submit(ev.Asked(one.hub.now, 0)) == ""
            await two.sees(lambda room: room.phase == "open")
            question = one.room.questions[0]
            await send(one.hub, here, t="answer", q=0, r=1, a=right_answer(question))
            await send(two.hub, there, t="answer", q=0, r=1, a=wrong_answer(question))
            for process in (one, two):
                await process.sees(lambda room: len(room.answers(0, 1)) == 2)
            assert await one.hub.submit(ev.Revealed(one.hub.now)) == ""
            await two.sees(lambda room: room.phase == "reveal")
            assert one.room == two.room
            assert (await said(there))[-1]["you"]["result"]["score"] == 0

    run(play())


def test_a_process_that_comes_later_has_the_same_room(url):
    async def play():
        async with Process(url, "later", leads=True) as one:
            page, messages = await joined(one.hub, "甲")
            await one.hub.submit(ev.Asked(one.hub.now, 0))
            await send(one.hub, page, t="answer", q=0, r=1, a=1)
            async with Process(url, "later") as two:
                await two.sees(lambda room: len(room.answers(0, 1)) == 1)
                back = opened(two.hub)
                token = next(m["token"] for m in messages if m["t"] == "welcome")
                await send(two.hub, back, t="back", token=token)
                assert (await said(back))[-1]["you"]["mine"]["answer"] == 1

    run(play())


def test_one_player_answers_in_two_processes_at_once(url):
    async def play():
        async with Process(url, "twice", leads=True) as one, Process(url, "twice") as two:
            page, messages = await joined(one.hub, "甲")
            await one.hub.submit(ev.Asked(one.hub.now, 0))
            await two.sees(lambda room: room.phase == "open")
            back = opened(two.hub)
            token = next(m["token"] for m in messages if m["t"] == "welcome")
            await send(two.hub, back, t="back", token=token)
            await asyncio.gather(
                send(one.hub, page, t="answer", q=0, r=1, a=0),
                send(two.hub, back, t="answer", q=0, r=1, a=1),
            )
            for process in (one, two):
                await process.sees(lambda room: len(room.answers(0, 1)) == 1)
            assert one.room == two.room
            kinds = [one["t"] for each in (page, back) for one in await said(each)]
            assert sorted(kind for kind in kinds if kind != "view") == ["ack", "no"]

    run(play())


def test_a_room_is_claimed_once(url):
    async def play():
        one, two = RedisStore(url, "claimed"), RedisStore(url, "claimed")
        assert await one.head() is None
        assert await one.claim({"title": "春茶"})
        assert await two.claim({"title": "春茶"})  # the same session, resumed
        assert not await two.claim({"title": "秋茶"})
        assert await two.head() == {"title": "春茶"}
        await one.close()
        await two.close()

    run(play())


@pytest.mark.parametrize("there", range(4))
def test_what_redis_has_lost_is_put_back(url, there):
    kept = [ev.Joined(1, 7, "甲", "ab"), ev.Asked(2, 0), ev.Answered(3, 7, 0, 1, 1)]

    async def play():
        store, heard = RedisStore(url, f"lost-{there}"), []
        await store.append([("", event) for event in kept[:there]])
        assert await store.restore(kept) == 3
        assert await store.restore(kept[:2]) == 3
        assert await store.new_player() == 8
        await store.start(lambda batch: heard.extend(event for _tag, event in batch))
        assert heard == kept
        await store.close()

    run(play())


def test_without_a_server_there_is_a_clear_line():
    async def play():
        store = RedisStore(f"redis://127.0.0.1:{free_port()}", "none")
        with pytest.raises(StudykitError, match="Redis"):
            await store.start(lambda batch: None)
        await store.close()

    run(play())
