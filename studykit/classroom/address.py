"""Where a room is served: the address it listens at, and the names it answers to."""

import ipaddress
import os
import re
import socket
from contextlib import suppress
from dataclasses import dataclass

from studykit.errors import StudykitError
from studykit.messages import _

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8642
# So many pages may wait to be let in at the same moment: a class scans the code at once.
_BACKLOG = 2048
# Of the block for documentation (RFC 5737): nothing is sent there, the system only says
# from which of its addresses it would be.
_SOMEWHERE = ("192.0.2.1", 9)
_KNOWN_AS = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A listening socket; `host` is the address of this computer by which pages ask for it.

    `known_as` is how the class reaches it where that is another way: a name, or the
    address of a router or of a virtual machine's host, with the port unless that is 80.
    """

    socket: socket.socket
    host: str
    known_as: str = ""

    @property
    def port(self) -> int:
        """The port that it listens at."""
        port: int = self.socket.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        """The address to type."""
        return f"http://{self.known_as or _with_port(self.host, self.port)}/"

    @property
    def exposed(self) -> bool:
        """Whether others than this computer reach it."""
        return not ipaddress.ip_address(self.socket.getsockname()[0]).is_loopback

    @property
    def hosts(self) -> frozenset[str]:
        """The names, each with the port, that a request may ask for."""
        bound = ipaddress.ip_address(self.socket.getsockname()[0])
        names = {self.host, str(bound)}
        if bound.is_loopback or bound.is_unspecified:
            names |= {LOOPBACK, "localhost"}
        found = {_with_port(name, self.port).lower() for name in names}
        found |= {self.known_as.lower()} if self.known_as else set()
        # Browsers leave out the port that is HTTP's own.
        return frozenset(found | ({name.lower() for name in names} if self.port == 80 else set()))


def listen(address: str, port: int | None, wanted: int = DEFAULT_PORT) -> Place:
    """Listen at an address of this computer; 0.0.0.0 is all of them.

    At this port, 0 for any that is free; without one at `wanted`, or where another
    program has that, at any. StudykitError where it cannot be listened at.
    """
    for each in (port,) if port is not None else (wanted, 0):
        try:
            found = _bound(address, each)
            break
        except OSError as error:
            failure = error
    else:
        message = _("cannot listen at {address}, port {port}: {why}; try --port or --bind")
        why = failure.strerror or failure
        raise StudykitError(message.format(address=address, port=each, why=why)) from failure
    bound = ipaddress.ip_address(found.getsockname()[0])
    return Place(found, (lan_address() or LOOPBACK) if bound.is_unspecified else address)


def can_be_known_as(name: str) -> bool:
    """Whether that is a name or an address, perhaps with a port."""
    return _KNOWN_AS.fullmatch(name) is not None


def lan_address() -> str:
    """This computer's address in the network it is in; empty where it is in none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_SOMEWHERE)
        address: str = probe.getsockname()[0]
        return address
    return ""


def _bound(address: str, port: int) -> socket.socket:
    (family, kind, proto, _name, where), *_more = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    found = socket.socket(family, kind, proto)
    try:
        if os.name == "posix":  # after a crash the port is free, though connections linger
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(where)
        found.listen(_BACKLOG)
    except OSError:
        found.close()
        raise
    found.setblocking(False)
    return found


def _with_port(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
