"""Where a live classroom is to be found, as the command line says."""

from dataclasses import dataclass, replace

from studykit.classroom.address import DEFAULT_PORT, LOOPBACK, Place, lan_address, listen
from studykit.errors import StudykitError
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class Where:
    """Where to listen: in the local network, or at this address, at this port (None: any).

    `known_as` is what the class types where it is something else. `store` is the address
    of the Redis that other processes share; empty for none.
    """

    lan: bool = False
    bind: str = ""
    port: int | None = None
    known_as: str = ""
    store: str = ""

    def open(self, wanted: int) -> Place:
        """Listen; StudykitError where that cannot be. `wanted` is for no port in particular."""
        address = self.bind or LOOPBACK
        if self.lan:
            address = lan_address()
            if not address:
                raise StudykitError(_("this computer is in no network; without --lan it is alone"))
        found = listen(address, self.port, wanted or DEFAULT_PORT)
        return replace(found, known_as=self.known_as)
