"""Keys of the terminal for a program whose events come in a loop."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from studykit.terminal.keys import Keys, Press

# Between two looks whether keys are still wanted.
_LOOK_SECONDS = 0.2


@asynccontextmanager
async def key_presses(keys: Keys) -> AsyncIterator["asyncio.Queue[Press]"]:
    """A queue that gets every press, read by a thread of its own; at the end of them "eof"."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[Press] = asyncio.Queue()
    done = threading.Event()

    def tell(press: Press) -> None:
        loop.call_soon_threadsafe(queue.put_nowait, press)

    def read() -> None:
        press = Press("")
        try:
            while not done.is_set() and press.name != "eof":
                press = keys.press(_LOOK_SECONDS)
                if press.name not in ("tick", "eof"):
                    tell(press)
        finally:
            tell(Press("eof"))

    reading = asyncio.create_task(asyncio.to_thread(read))
    try:
        yield queue
    finally:
        done.set()
        await reading
