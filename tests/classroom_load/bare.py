"""The bare fan-out server that the host is measured beside.

Starlette and uvicorn as they come: it says every message back, sends one text to all,
and knows nothing of rooms, players, time or a disk.
"""

import argparse
import asyncio
import time
from typing import Any

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from studykit.classroom.server import serve_options
from tests.classroom_load.serve import serve

pages: set[WebSocket] = set()
# What a page waits for before it goes on.
_REPLIES = (("answer", "ack"), ("knock", "door"), ("join", "welcome"))


async def page(ws: WebSocket) -> None:
    await ws.accept()
    pages.add(ws)
    try:
        while True:
            text = await ws.receive_text()
            for said, reply in _REPLIES:
                text = text.replace(f'"t": "{said}"', f'"t": "{reply}", "token": ""', 1)
            await ws.send_text(text)
    except WebSocketDisconnect:
        pages.discard(ws)


async def do(order: dict[str, Any]) -> dict[str, Any]:
    """`{"text": …}`: send it to all."""
    at = time.monotonic()
    for ws in list(pages):
        await ws.send_text(order["text"])
    return {"why": "", "at": at}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    app = Starlette(routes=[WebSocketRoute("/ws", page)])
    options = serve_options() | {"ws": "websockets-sansio"}
    asyncio.run(serve(app, parser.parse_args().port, options, do))


if __name__ == "__main__":
    main()
