"""What the processes of the suite share: they do what their standard input says."""

import asyncio
import json
import resource
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvicorn

Do = Callable[[dict[str, Any]], Awaitable[Any]]


def kilobytes() -> int:
    """Memory that this process has in use, not the most that it had."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


async def serve(app: Any, port: int, options: dict[str, Any], do: Do) -> None:
    """Serve until standard input ends; `do` answers each of its lines."""
    listening = socket.create_server(("127.0.0.1", port), backlog=4096)
    server = uvicorn.Server(uvicorn.Config(app, **options))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    await orders(do)
    server.should_exit = server.force_exit = True
    await serving


async def orders(do: Do) -> None:
    """Answer every line of standard input with one, until there are no more."""
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        order = json.loads(line)
        said = kilobytes() if order["do"] == "memory" else await do(order)
        sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
        sys.stdout.flush()
