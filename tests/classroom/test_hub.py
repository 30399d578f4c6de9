"""The hub with pages that are only mailboxes: no sockets, and a clock that is turned by hand."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest

from studykit.classroom import events as ev
from studykit.classroom.hub import Door, Hub, Page
from studykit.classroom.limits import Limits, Rate
from studykit.classroom.roster import Roster
from studykit.classroom.store import MemoryStore
from studykit.errors import StudykitError
from tests.classroom.samples import CANARY, KINDS, right_answer, room, wrong_answer

PIN = "482913"


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


class Disk:
    """What is written, unless it is full."""

    def __init__(self):
        self.events = []
        self.full = False

    def __call__(self, events):
        if self.full:
            raise StudykitError("disk full")
        self.events += events


@asynccontextmanager
async def running(found, disk=None, kept=(), roster=None, **more):
    clock = Clock()
    door = Door(PIN, "春茶", roster)
    hub = Hub(found, MemoryStore(kept, disk), door, clock, clock, **more)
    task = asyncio.create_task(hub.run())
    await asyncio.sleep(0)
    try:
        yield hub, clock
    finally:
        task.cancel()


async def said(page):
    """All that has been said to a page by now, as JSON."""
    for _ in range(20):
        await asyncio.sleep(0)
    return [json.loads(text) for text in page.box.drain()]


def opened(hub, address="10.0.0.2", **more):
    page = Page(address, **more)
    hub.open(page)
    return page


async def send(hub, page, **message):
    await hub.take(page, json.dumps(message))


async def joined(hub, name="小明", address="10.0.0.2", **more):
    page = opened(hub, address)
    await send(hub, page, t="knock", pin=PIN)
    await send(hub, page, t="join", name=name, **more)
    return page, await said(page)


def last(messages, kind):
    return [one for one in messages if one["t"] == kind][-1]


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 20))


def test_a_player_joins_answers_and_sees_the_result():
    async def play():
        disk = Disk()
        async with running(room(["choice"]), disk) as (hub, _clock):
            page, messages = await joined(hub)
            assert [one["t"] for one in messages] == ["door", "welcome", "view"]
            assert messages[0]["title"] == "春茶"
            assert messages[2]["you"]["name"] == "小明"
            assert await hub.submit(ev.Asked(hub.now, 0)) == ""
            view = last(await said(page), "view")
            assert view["phase"] == "open"
            assert view["question"]["options"] == [*hub.room.questions[0].options]
            await send(hub, page, t="answer", q=0, r=1, a=right_answer(hub.room.questions[0]))
            assert await said(page) == [{"t": "ack", "q": 0, "r": 1}]
            assert disk.events[-1].name == "answered"
            assert await hub.submit(ev.Revealed(hub.now)) == ""
            view = last(await said(page), "view")
            assert view["you"]["result"]["score"] == 1
            assert view["solution"]["explanation"]

    run(play())


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_solution_leaves_before_the_reveal(kind):
    async def play():
        async with running(room([kind])) as (hub, clock):
            wall = opened(hub, "127.0.0.1", wall=True)
            one, _said = await joined(hub, "一")
            two, _said = await joined(hub, "二")
            heard = []
            for event in (ev.Asked, ev.Closed, ev.Discussed, ev.Revoted, ev.Paused, ev.Closed):
                fields = {ev.Asked: (0,), ev.Paused: (True,)}.get(event, ())
                assert await hub.submit(event(hub.now, *fields)) == ""
                if event in (ev.Asked, ev.Revoted):
                    answer = wrong_answer(hub.room.questions[0])
                    await send(hub, one, t="answer", q=0, r=hub.room.round, a=answer)
                late, more = await joined(hub, "迟到", f"10.0.1.{len(heard)}")
                clock.now += 1
                hub._show_walls()
                for page in (wall, one, two, late):
                    heard += await said(page)
                heard += more
            text = json.dumps(heard, ensure_ascii=False)
            assert CANARY not in text
            assert '"solution"' not in text
            assert '"key"' not in text
            assert '"right"' not in text
            assert len(heard) > 20

    run(play())


def test_an_answer_that_could_not_be_kept_is_not_acknowledged():
    async def play():
        disk = Disk()
        async with running(room(["choice"]), disk) as (hub, _clock):
            page, _messages = await joined(hub)
            await hub.submit(ev.Asked(hub.now, 0))
            await said(page)
            disk.full = True
            await send(hub, page, t="answer", q=0, r=1, a=0)
            assert await said(page) == [{"t": "no", "q": 0, "r": 1, "why": "disk"}]
            assert hub.trouble == "disk full"
            assert hub.room.answers(0, 1) == {}
            disk.full = False
            await send(hub, page, t="answer", q=0, r=1, a=0)
            assert last(await said(page), "ack")
            assert hub.trouble == ""

    run(play())


def test_an_answer_sent_again_is_received_again_and_another_is_not():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            page, _messages = await joined(hub)
            await hub.submit(ev.Asked(hub.now, 0))
            await said(page)
            for answer, kind in ((0, "ack"), (0, "ack"), (1, "no"), (0, "ack")):
                await send(hub, page, t="answer", q=0, r=1, a=answer)
                assert (await said(page))[-1]["t"] == kind
            assert hub.room.answers(0, 1)[1].answer == 0

    run(play())


def test_a_player_comes_back_after_a_restart():
    async def play():
        disk = Disk()
        async with running(room(["choice", "qa"]), disk) as (hub, _clock):
            page, messages = await joined(hub)
            token = last(messages, "welcome")["token"]
            await hub.submit(ev.Asked(hub.now, 0))
            await send(hub, page, t="answer", q=0, r=1, a=2, sure=True)
        assert token not in str(disk.events)
        async with running(room(["choice", "qa"]), disk, disk.events) as (hub, _clock):
            page = opened(hub)
            await send(hub, page, t="back", token=token)
            view = last(await said(page), "view")
            assert view["you"]["mine"] == {"answer": 2, "sure": True}
            assert view["phase"] == "open"
            other, messages = await joined(hub, "小红")
            assert other.player != page.player

    run(play())


@pytest.mark.parametrize("token", ["", "x", "0" * 22, "你好"])
def test_a_token_that_nobody_got(token):
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            await joined(hub)
            page = opened(hub)
            await send(hub, page, t="back", token=token)
            assert await said(page) == [{"t": "no", "why": "token"}]

    run(play())


def test_two_pages_of_one_player_both_see_the_room():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            page, messages = await joined(hub)
            second = opened(hub)
            await send(hub, second, t="back", token=last(messages, "welcome")["token"])
            await said(second)
            await hub.submit(ev.Asked(hub.now, 0))
            assert (await said(page))[-1]["phase"] == "open"
            assert (await said(second))[-1]["phase"] == "open"
            hub.close(page)
            assert hub.is_connected(1)
            hub.close(second)
            assert not hub.is_connected(1)

    run(play())


def test_no_one_joins_without_the_pin():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            page = opened(hub)
            await send(hub, page, t="join", name="小明")
            await send(hub, page, t="knock", pin="000000")
            await send(hub, page, t="join", name="小明")
            await send(hub, page, t="answer", q=0, r=1, a=0)
            assert [one.get("why") for one in await said(page)] == ["pin", "pin", "pin", "unknown"]
            assert hub.room.players == {}

    run(play())


def test_guessing_the_pin_is_stopped_even_with_the_right_one():
    async def play():
        limits = Limits(wrong_pins_by_address=Rate(3, 0.1), messages=Rate(1000, 0))
        async with running(room(["choice"]), limits=limits) as (hub, clock):
            page = opened(hub)
            for pin in ("1", "2", "3", PIN):
                await send(hub, page, t="knock", pin=pin)
            assert [one.get("why") for one in await said(page)] == ["pin", "pin", "pin", "wait"]
            clock.now += 10
            await send(hub, page, t="knock", pin=PIN)
            assert (await said(page))[-1]["t"] == "door"

    run(play())


def test_who_sends_too_much_is_closed():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            page, _messages = await joined(hub)
            for _ in range(30):
                await send(hub, page, t="knock", pin=PIN)
            assert page.box.closed

    run(play())


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "[]", "{}", "null", "1", "[" * 2000, b"\xff\xfe", "{" + " " * 5000 + "}",
        '{"t":"host"}', '{"t":["join"]}', '{"t":"answer"}', '{"t":"join","name":1}',
        '{"t":"asked","question":0}', '{"t":"revealed"}', '{"t":"ended","at":1}',
        '{"t":"answer","q":0,"r":1}', '{"t":"answer","q":"0","r":1,"a":0}',
        '{"t":"answer","q":1e999,"r":1,"a":0}', '{"t":"answer","q":0,"r":1,"a":0,"sure":"yes"}',
    ],
)  # fmt: skip
def test_what_is_no_message_does_nothing(text):
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            page, _messages = await joined(hub)
            await hub.submit(ev.Asked(hub.now, 0))
            await said(page)
            await hub.take(page, text)
            assert (await said(page))[-1]["t"] == "no"
            assert (hub.room.phase, hub.room.answers(0, 1)) == ("open", {})

    run(play())


def test_a_roster():
    async def play():
        roster = Roster({"李雷": "4711", "韩梅梅": ""})
        async with running(room(["choice"]), roster=roster) as (hub, _clock):
            page = opened(hub)
            await send(hub, page, t="knock", pin=PIN)
            door = (await said(page))[-1]
            assert door["roster"] == [
                {"name": "李雷", "code": True},
                {"name": "韩梅梅", "code": False},
            ]
            for learner, code, kind in (
                ("李雷", "", "no"),
                ("李雷", "0000", "no"),
                ("张三", "", "no"),
                ("李雷", "4711", "welcome"),
            ):
                await send(hub, page, t="join", learner=learner, code=code)
                assert kind in [one["t"] for one in await said(page)]
            assert hub.room.players[1].learner == "李雷"
            second = opened(hub)
            await send(hub, second, t="knock", pin=PIN)
            assert [one["name"] for one in (await said(second))[-1]["roster"]] == ["韩梅梅"]
            await send(hub, second, t="join", learner="李雷", code="4711")
            assert (await said(second))[-1]["why"] == "taken"

    run(play())


def test_guests_may_join_beside_a_roster_and_get_nobody_credited():
    async def play():
        async with running(room(["choice"]), roster=Roster({"李雷": ""})) as (hub, _clock):
            await joined(hub, "李雷")
            assert hub.room.players[1].learner == ""

    run(play())


def test_names_are_cleaned_and_told_apart():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            for name in ("<b>a</b>", "\u202e小明\x1b[31m", "小明[31m", "\u200b"):
                await joined(hub, name)
            assert [one.name for one in hub.room.here] == ["<b>a</b>", "小明[31m", "小明[31m 2"]

    run(play())


def test_who_is_kicked_is_told_and_cannot_come_back():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            page, messages = await joined(hub)
            assert await hub.submit(ev.Kicked(hub.now, 1)) == ""
            assert (await said(page))[-1] == {"t": "bye", "why": "kicked"}
            assert page.box.closed
            again = opened(hub)
            await send(hub, again, t="back", token=last(messages, "welcome")["token"])
            assert (await said(again))[-1]["why"] == "token"

    run(play())


def test_many_join_under_one_name_at_the_same_moment():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            pages = [opened(hub, f"10.0.0.{number}") for number in range(3)]
            for page in pages:
                await send(hub, page, t="knock", pin=PIN)
            await asyncio.gather(*(send(hub, page, t="join", name="小明") for page in pages))
            assert sorted(one.name for one in hub.room.here) == ["小明", "小明 2", "小明 3"]

    run(play())


def test_a_wall_cannot_do_anything():
    async def play():
        async with running(room(["choice"])) as (hub, _clock):
            wall = opened(hub, "127.0.0.1", wall=True)
            await send(hub, wall, t="knock", pin=PIN)
            await send(hub, wall, t="join", name="wall")
            assert hub.room.players == {}

    run(play())


def test_slow_readers_get_only_the_latest_view():
    async def play():
        async with running(room(["choice", "qa"])) as (hub, _clock):
            page, _messages = await joined(hub)
            for event in (ev.Asked(hub.now, 0), ev.Revealed(hub.now), ev.Asked(hub.now, 1)):
                await hub.submit(event)
            (view,) = await said(page)
            assert view["question"]["n"] == 2

    run(play())
