"""What attacks share: what they say of themselves, and trying to be let in."""

from typing import NamedTuple

from tests.classroom_load.phone import Phone, RefusedError

ATTACKERS = 100_000
"""The number of the first attacker's phone: its address is far from those of the class."""


class Tried(NamedTuple):
    """How often something was tried, and how often it succeeded."""

    times: int
    successes: int


async def is_let_in(port: int, path: str = "/ws", host: str | None = None, **more) -> bool:
    """Whether a connection is accepted that asks for this path, host or origin."""

    class Foreign(Phone):
        def request(self):
            request = self.ws.connect()
            if host is not None:
                del request.headers["Host"]
                request.headers["Host"] = host
            return request

    try:
        phone = await Foreign.connected(port, ATTACKERS + 70, path, **more)
    except RefusedError:
        return False
    phone.drop()
    return True
