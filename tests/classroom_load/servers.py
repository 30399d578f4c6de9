"""Servers in processes of their own, led by lines of JSON on their standard input."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_PATIENCE = 120.0


def free_port() -> int:
    """A port on loopback that nobody has just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Server:
    """A server in a process of its own; see `host` and `bare` for what it can be told."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self.process = process
        self.port = port
        self.lock = asyncio.Lock()

    async def tell(self, **order: Any) -> Any:
        """Have it do something; what it answers."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin
        assert stdout
        async with self.lock:
            stdin.write(json.dumps(order).encode() + b"\n")
            line = await asyncio.wait_for(stdout.readline(), _PATIENCE)
        return json.loads(line)

    async def submit(self, event: str, **fields: Any) -> float:
        """Have an event happen; when it was submitted, by the clock that all processes share."""
        said = await self.tell(do="submit", event=event, **fields)
        assert said["why"] == "", said
        at: float = said["at"]
        return at

    async def kilobytes(self) -> int:
        """Memory that the process has."""
        said: int = await self.tell(do="memory")
        return said

    async def kill(self) -> None:
        """kill -9."""
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


@asynccontextmanager
async def running(module: str, *argv: str, port: int = 0) -> AsyncIterator[Server]:
    """A server of `tests.classroom_load` that accepts connections; killed at the end."""
    port = port or free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"tests.classroom_load.{module}",
        "--port",
        str(port),
        *argv,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=1 << 24,
    )
    server = Server(process, port)
    try:
        await server.tell(do="memory")
        yield server
    finally:
        await server.kill()
