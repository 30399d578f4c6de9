"""A room that is served on loopback by a thread of its own, and led by the test."""

import asyncio
import socket
import threading
import time
from contextlib import contextmanager

import uvicorn

from studykit.classroom import events as ev
from studykit.classroom.hub import Door, Hub
from studykit.classroom.server import make_app, serve_options
from studykit.classroom.store import MemoryStore
from studykit.errors import StudykitError

PIN = "482913"
KEY = "key-of-the-wall"
PATIENCE = 10


class Host:
    """Leads the room: `ask(0)`, `close()`, `reveal()`…; `now` may be moved by `skip`."""

    def __init__(self, room, roster=None, title="春茶与小镇", port=0, kept=()):
        self._skipped = 0.0
        self._loop = asyncio.new_event_loop()
        self._socket = socket.create_server(("127.0.0.1", port))
        self.events = []
        self.disk_full = False
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.room = room
        door = Door(PIN, title, roster, self.url)
        store = MemoryStore(kept, self._keep)
        self.hub = Hub(room, store, door, self._clock, time.monotonic)
        names = [f"127.0.0.1:{self.port}", f"localhost:{self.port}"]
        options = serve_options() | {"lifespan": "off", "timeout_graceful_shutdown": 1}
        config = uvicorn.Config(make_app(self.hub, names, KEY), **options)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def wall(self):
        return f"{self.url}/wall?key={KEY}"

    def _keep(self, events):
        if self.disk_full:
            raise StudykitError("disk full")
        self.events += events

    def _clock(self):
        return time.time() + self._skipped

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._served())
        self._loop.close()

    async def _served(self):
        running = asyncio.create_task(self.hub.run())
        await self._server.serve(sockets=[self._socket])
        self._socket.close()
        assert not running.done()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def skip(self, seconds):
        """Turn the host's clock forward."""
        self._skipped += seconds

    def call(self, function):
        """Do this in the host's thread."""

        async def inside():
            return function()

        return asyncio.run_coroutine_threadsafe(inside(), self._loop).result(PATIENCE)

    def submit(self, kind, *fields):
        event = kind(self.hub.now, *fields)
        coroutine = self.hub.submit(event)
        why = asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE)
        assert why == "", (event, why)

    def ask(self, question=0):
        self.submit(ev.Asked, question)

    def close(self):
        self.submit(ev.Closed)

    def discuss(self):
        self.submit(ev.Discussed)

    def revote(self):
        self.submit(ev.Revoted)

    def reveal(self):
        self.submit(ev.Revealed)

    def board(self):
        self.submit(ev.Boarded)

    def pause(self, paused=True):
        self.submit(ev.Paused, paused)

    def end(self):
        self.submit(ev.Ended)

    def kick(self, player):
        self.submit(ev.Kicked, player)

    def enrol(self, names, teams=0):
        """Players without a page."""
        for name in names:
            number = 1001 + len(self.room.players)
            team = number % teams if teams else -1
            self.submit(ev.Joined, number, name, f"secret-{number}", "", team)

    def answer(self, player, answer, sure=None):
        at = self.room.place_of(player)
        round_ = 1 if self.room.rules.self_paced else self.room.round
        self.submit(ev.Answered, player, at, round_, answer, sure)

    def stop(self, wait=True):
        """As when the process ends: no page is told. Without `wait` it may take a moment."""
        self._server.should_exit = self._server.force_exit = True
        if wait:
            self._thread.join(PATIENCE)


@contextmanager
def hosting(room, **more):
    host = Host(room, **more)
    try:
        yield host
    finally:
        host.stop(wait=False)
