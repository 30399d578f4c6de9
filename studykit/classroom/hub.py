"""The room in a running process: what comes from pages and the teacher, and what goes to them.

No sockets here: a page is an address, a mailbox, and the messages it sends.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from studykit.classroom.asked import read_answer
from studykit.classroom.events import (
    Accepted,
    Answered,
    Asked,
    Closed,
    Discussed,
    Ended,
    Event,
    Joined,
    Kicked,
    Paused,
    Revealed,
    Revoted,
)
from studykit.classroom.limits import DEFAULT_LIMITS, Bucket, Limiter, Limits
from studykit.classroom.mailbox import Mailbox
from studykit.classroom.messages import Answer, Back, Join, Knock, read_message
from studykit.classroom.names import clean_name, free_name, key_of
from studykit.classroom.room import GRACE_MS, Refusal, Room
from studykit.classroom.roster import Roster
from studykit.classroom.store import Commits, RoomStore, Tagged
from studykit.classroom.tokens import hash_of, new_token, same_pin
from studykit.classroom.views import own_view, player_view, projector_view, ranks_of, shared_view
from studykit.errors import StudykitError

# The projector and the terminal are told of new answers at most so often.
_TICK_SECONDS = 0.1
# After these every page is shown the room anew. A close and the board are for the projector.
_SHOWN = (Asked, Discussed, Revoted, Revealed, Paused, Accepted, Ended)

Why = Refusal | str


@dataclass(eq=False, slots=True)
class Page:
    """An open page: of a player once they have joined, of the projector where `wall` is set."""

    address: str
    box: Mailbox = field(default_factory=Mailbox)
    player: int = 0
    knocked: bool = False
    wall: bool = False
    limit: Bucket | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """What is needed to come in. `address` is where: http://192.168.1.5:8000 for example."""

    pin: str
    title: str = ""
    roster: Roster | None = None
    address: str = ""

    @property
    def link(self) -> str:
        """What the QR code holds: the address with the PIN; empty without an address."""
        return f"{self.address.rstrip('/')}/?pin={self.pin}" if self.address else ""


class Hub:
    """Leads a room over a store. `clock` is in seconds since 1970, `steady` never runs back."""

    def __init__(
        self,
        room: Room,
        store: RoomStore,
        door: Door,
        clock: Callable[[], float],
        steady: Callable[[], float],
        *,
        leads: bool = True,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        """`leads` where this process closes votes when their time is up."""
        self.room = room
        self.door = door
        self.trouble = ""
        self.ready = asyncio.Event()
        self._store = store
        self._clock = clock
        self._steady = steady
        self._leads = leads
        self._commits = Commits(self._write)
        self._asked: dict[str, asyncio.Future[Why]] = {}
        self._tags = 0
        self._origin = new_token()
        self._pages: set[Page] = set()
        self._by_player: dict[int, set[Page]] = {}
        self._by_secret: dict[str, int] = {}
        self._limits = limits
        self._joins = Limiter(limits.joins_by_address, limits.joins_in_all)
        self._wrong_pins = Limiter(limits.wrong_pins_by_address, limits.wrong_pins_in_all)
        self._walls_stale = False
        self._watchers: list[Callable[[], None]] = []

    # Running.

    async def run(self) -> None:
        """Serve until cancelled; pages are let in once `ready` is set."""
        await self._store.start(self._delivered)
        self.ready.set()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._commits.run())
            group.create_task(self._tick())

    def watch(self, told: Callable[[], None]) -> None:
        """Call this whenever something changed, at most ten times a second."""
        self._watchers.append(told)

    @property
    def now(self) -> int:
        """The host's clock, in milliseconds since 1970."""
        return int(self._clock() * 1000)

    @property
    def connected(self) -> int:
        """How many players have a page open."""
        return len(self._by_player)

    def is_connected(self, player: int) -> bool:
        """Whether a player has a page open."""
        return player in self._by_player

    async def submit(self, event: Event) -> Why:
        """Let an event happen; why not, or empty once it is kept and has happened."""
        refusal = self.room.refusal(event)
        if refusal:
            return refusal
        self._tags += 1
        tag = f"{self._origin}{self._tags}"
        asked: asyncio.Future[Why] = asyncio.get_running_loop().create_future()
        self._asked[tag] = asked
        self._commits.put((tag, event))
        return await asked

    async def _write(self, batch: Sequence[Tagged]) -> None:
        try:
            for tag in await self._store.append(batch):
                self._answer(tag, "already")
            self.trouble = ""
        except StudykitError as error:
            self.trouble = str(error)
            self._stale()
            for tag, _event in batch:
                self._answer(tag, "disk")

    def _answer(self, tag: str, why: Why) -> None:
        asked = self._asked.pop(tag, None)
        if asked is not None and not asked.done():
            asked.set_result(why)

    def _delivered(self, batch: Sequence[Tagged]) -> None:
        shows = False
        for tag, event in batch:
            why = self.room.apply(event)
            self._answer(tag, why)
            if why:
                continue
            shows = shows or isinstance(event, _SHOWN)
            match event:
                case Joined():
                    self._by_secret[event.secret] = event.player
                case Kicked():
                    self._send_away(event.player)
                case Answered() if self.room.rules.self_paced:
                    self._show(event.player)
        if shows:
            self.show_all()
        self._stale()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(_TICK_SECONDS)
            room = self.room
            due = room.deadline and not room.paused and self.now > room.deadline + GRACE_MS
            if self._leads and due and room.phase == "open":
                event = Ended(self.now) if room.rules.self_paced else Closed(self.now)
                await self.submit(event)
            if self._walls_stale:
                self._walls_stale = False
                self._show_walls()
                for told in self._watchers:
                    told()

    def _stale(self) -> None:
        self._walls_stale = True

    # Showing.

    def show_all(self) -> None:
        """Show every player the room; what is the same for all is made once."""
        now = self.now
        shared = _json(shared_view(self.room, now))[1:]
        ranks = ranks_of(self.room)
        for player, pages in self._by_player.items():
            own = _json(own_view(self.room, player, now, ranks))
            text = f'{{"t":"view","you":{own},{shared}'
            for page in pages:
                page.box.show(text)

    def _show(self, player: int) -> None:
        pages = self._by_player.get(player)
        if pages:
            text = _json({"t": "view", **player_view(self.room, player, self.now)})
            for page in pages:
                page.box.show(text)

    def _show_walls(self) -> None:
        walls = [page for page in self._pages if page.wall]
        if walls:
            view = projector_view(self.room, self.now)
            door = {"title": self.door.title, "pin": self.door.pin, "address": self.door.address}
            text = _json({"t": "wall", **door, **view})
            for page in walls:
                page.box.show(text)

    def _send_away(self, player: int) -> None:
        for page in self._by_player.pop(player, set()):
            page.player = 0
            page.box.say(_json({"t": "bye", "why": "kicked"}))
            page.box.close()

    # Pages.

    def open(self, page: Page) -> None:
        """A page has connected."""
        self._pages.add(page)
        page.limit = Bucket(self._limits.messages)
        if page.wall:
            self._stale()

    def close(self, page: Page) -> None:
        """A page has gone; its player has not left."""
        self._pages.discard(page)
        self._part(page)

    def _part(self, page: Page) -> None:
        pages = self._by_player.get(page.player, set())
        pages.discard(page)
        if not pages:
            self._by_player.pop(page.player, None)
        page.player = 0
        self._stale()

    async def take(self, page: Page, text: str | bytes) -> None:
        """Do what a page sends; one that sends too much is closed."""
        if page.limit is None or not page.limit.take(self._steady()):
            page.box.close()
            return
        await self.ready.wait()  # or who comes back would be told that nobody knows them
        message = None if page.wall else read_message(text)
        match message:
            case Knock(pin):
                page.box.say(_json(self._knocked(page, pin)))
            case Join():
                page.box.say(_json(await self._joined(page, message)))
                self._show(page.player)
            case Back(token):
                self._came_back(page, token)
            case Answer():
                page.box.say(_json(await self._answered(page, message)))
            case None:
                page.box.say('{"t":"no","why":"invalid"}')

    def _knocked(self, page: Page, pin: str) -> dict[str, object]:
        now = self._steady()
        if not self._wrong_pins.is_open(page.address, now):
            return {"t": "no", "why": "wait"}
        if not same_pin(pin, self.door.pin):
            self._wrong_pins.take(page.address, now)
            return {"t": "no", "why": "pin"}
        page.knocked = True
        out: dict[str, object] = {"t": "door", "title": self.door.title}
        if self.room.rules.teams:
            out["teams"] = [*self.room.rules.teams]
        if self.door.roster:
            taken = {one.learner for one in self.room.here}
            codes = self.door.roster.codes
            free = [name for name in codes if name not in taken]
            out["roster"] = [{"name": name, "code": bool(codes[name])} for name in free]
        return out

    async def _joined(self, page: Page, join: Join) -> dict[str, object]:
        if not page.knocked or page.player:
            return {"t": "no", "why": "pin"}
        now, roster = self._steady(), self.door.roster
        if not (
            self._wrong_pins.is_open(page.address, now) and self._joins.take(page.address, now)
        ):
            return {"t": "no", "why": "wait"}
        if join.learner and not (roster and roster.may_be(join.learner, join.code)):
            self._wrong_pins.take(page.address, now)
            return {"t": "no", "why": "code"}
        name = clean_name(join.learner or join.name)
        if not key_of(name):
            return {"t": "no", "why": "name"}
        if self.room.rules.teams and join.team < 0:
            return {"t": "no", "why": "team"}
        token = new_token()
        why: Why = "taken"
        for _try in range(4):  # others may take the same name at the same moment
            event = Joined(
                self.now,
                await self._store.new_player(),
                free_name(name, self.room.names),
                hash_of(token),
                join.learner,
                join.team,
            )
            why = await self.submit(event)
            if why != "taken":
                break
        if why:
            return {"t": "no", "why": why}
        self._place(page, event.player)
        return {"t": "welcome", "token": token}

    def _came_back(self, page: Page, token: str) -> None:
        player = self._by_secret.get(hash_of(token), 0)
        known = self.room.players.get(player)
        if page.player or known is None or known.kicked:
            page.box.say('{"t":"no","why":"token"}')
            return
        self._place(page, player)
        self._show(player)

    def _place(self, page: Page, player: int) -> None:
        page.player = player
        self._by_player.setdefault(player, set()).add(page)
        self._stale()

    async def _answered(self, page: Page, sent: Answer) -> dict[str, object]:
        out: dict[str, object] = {"t": "no", "q": sent.question, "r": sent.round}
        if not 0 <= sent.question < len(self.room.questions):
            return {**out, "why": "unknown"}
        answer = read_answer(self.room.questions[sent.question], sent.answer)
        if not page.player or answer is None:
            return {**out, "why": "invalid" if page.player else "unknown"}
        vote = sent.question, sent.round
        event = Answered(self.now, page.player, *vote, answer, sent.sure)
        why = await self.submit(event)
        if why == "already":
            # Sent again because the receipt was lost on the way: it is received.
            kept = self.room.answers(*vote).get(page.player)
            if kept is not None and (kept.answer, kept.sure) == (answer, sent.sure):
                why = ""
        return {**out, "why": why} if why else {**out, "t": "ack"}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
