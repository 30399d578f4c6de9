"""A room served by several processes: events in a Redis stream.

    studykit:room:PIN:head      what is settled when it begins; see `record.session_map`
    studykit:room:PIN:events    the stream of all events, in the order that counts
    studykit:room:PIN:answers   a hash: who has answered what, so that nobody does twice
    studykit:room:PIN:players   a counter

An answer is taken by HSETNX and put into the stream by the same script, so either
both happened or neither. Every process reads the stream from its beginning, a
new one and one that was away alike, and acknowledges what it has read back.
Durable as Redis is: with `appendonly yes` and `appendfsync always` to the disk.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import RedisError

from studykit.classroom.events import Answered, Event, from_map, to_map
from studykit.classroom.store import Deliver, Tagged
from studykit.errors import StudykitError
from studykit.messages import _

# Reading waits so long for something new, in milliseconds, before it asks again.
_WAIT_MS = 1000
_AT_ONCE = 1000
# A connection that broke is made again after 0.05, 0.1, 0.2 … 1 second.
_RETRIES, _FIRST_WAIT, _LONGEST_WAIT = 4, 0.05, 1.0
# A room is forgotten after so many seconds without an event: a week of homework.
KEPT_SECONDS = 7 * 86400

# KEYS: answers, events, players, head. ARGV: field of the answer or empty, entry, seconds to keep.
_APPEND = """
if ARGV[1] ~= '' and redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] and 1 or 0
end
redis.call('XADD', KEYS[2], '*', 'e', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
redis.call('EXPIRE', KEYS[3], ARGV[3])
redis.call('EXPIRE', KEYS[4], ARGV[3])
return 1
"""


class RedisStore:
    """See `store.RoomStore`; `url` as redis-py takes it, `room` tells rooms apart."""

    def __init__(self, url: str, room: str) -> None:
        retry = Retry(ExponentialBackoff(cap=_LONGEST_WAIT, base=_FIRST_WAIT), _RETRIES)
        self._redis: Redis = Redis.from_url(
            url, decode_responses=True, retry=retry, retry_on_error=[RedisError]
        )
        self._append = self._redis.register_script(_APPEND)
        base = f"studykit:room:{room}"
        self._head = f"{base}:head"
        self._events, self._answers = f"{base}:events", f"{base}:answers"
        self._players = f"{base}:players"
        self._reader: asyncio.Task[None] | None = None
        self._last = "0"

    async def claim(self, head: Mapping[str, Any]) -> bool:
        """Settle what the room is; False where its name is that of another room."""
        text = json.dumps(head, ensure_ascii=False)
        try:
            if await self._redis.set(self._head, text, nx=True, ex=KEPT_SECONDS):
                return True
            return bool(await self.head() == json.loads(text))
        except (RedisError, OSError) as error:
            raise _unreachable(error) from error

    async def head(self) -> dict[str, Any] | None:
        """What was settled; None where there is no such room."""
        try:
            text = await self._redis.get(self._head)
        except (RedisError, OSError) as error:
            raise _unreachable(error) from error
        found = json.loads(text) if text else None
        return found if isinstance(found, dict) else None

    async def restore(self, kept: Sequence[Event]) -> int:
        """Put back what Redis has lost of these events, its first ones; gives how many it has."""
        try:
            there = await self._redis.xlen(self._events)
            last = max((getattr(event, "player", 0) for event in kept), default=0)
            if int(await self._redis.get(self._players) or 0) < last:
                await self._redis.set(self._players, last)
        except (RedisError, OSError) as error:
            raise _unreachable(error) from error
        if kept[there:]:
            await self.append([("", event) for event in kept[there:]])
        return max(there, len(kept))

    async def start(self, deliver: Deliver) -> None:
        """See `RoomStore`; StudykitError where Redis cannot be reached."""
        try:
            await self._read_all(deliver)
        except (RedisError, OSError) as error:
            raise _unreachable(error) from error
        self._reader = asyncio.create_task(self._follow(deliver))

    async def append(self, events: Sequence[Tagged]) -> Sequence[str]:
        """See `RoomStore`; what a batch has written before an error did happen."""
        pipe = self._redis.pipeline(transaction=False)
        keys = [self._answers, self._events, self._players, self._head]
        for tag, event in events:
            field = ""
            if isinstance(event, Answered):
                field = f"{event.question}:{event.round}:{event.player}"
            args: list[str | int] = [field, _entry(tag, event), KEPT_SECONDS]
            await self._append(keys=keys, args=args, client=pipe)
        try:
            kept = await pipe.execute()
        except (RedisError, OSError) as error:
            raise _unreachable(error) from error
        return [tag for (tag, _event), done in zip(events, kept, strict=True) if not done]

    async def new_player(self) -> int:
        """See `RoomStore`."""
        try:
            return int(await self._redis.incr(self._players))
        except (RedisError, OSError) as error:
            raise _unreachable(error) from error

    async def close(self) -> None:
        """See `RoomStore`."""
        if self._reader:
            self._reader.cancel()
            with suppress(asyncio.CancelledError):
                await self._reader
        await self._redis.aclose()

    async def _read_all(self, deliver: Deliver) -> None:
        while await self._read(deliver, None):
            pass

    async def _follow(self, deliver: Deliver) -> None:
        while True:
            try:
                await self._read(deliver, _WAIT_MS)
            except (RedisError, OSError):
                await asyncio.sleep(_LONGEST_WAIT)

    async def _read(self, deliver: Deliver, wait: int | None) -> int:
        found: Any = await self._redis.xread({self._events: self._last}, count=_AT_ONCE, block=wait)
        entries = found[0][1] if found else []
        batch = [tagged for _id, fields in entries if (tagged := _tagged(fields.get("e", "")))]
        if entries:
            self._last = entries[-1][0]
        deliver(batch)
        return len(entries)


def _entry(tag: str, event: Event) -> str:
    return json.dumps({"tag": tag, "at": event.at, **to_map(event)}, ensure_ascii=False)


def _tagged(entry: str) -> Tagged | None:
    try:
        found = json.loads(entry)
        tag, at = found.pop("tag"), found.pop("at")
    except (ValueError, KeyError, AttributeError):
        return None
    event = from_map(found, at) if isinstance(at, int) else None
    return (str(tag), event) if event else None


def _unreachable(error: Exception) -> StudykitError:
    return StudykitError(_("Redis cannot be reached: {why}").format(why=error))
