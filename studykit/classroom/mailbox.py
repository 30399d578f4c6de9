"""What is on its way to one page: of views only the latest, and a few short messages.

A view holds all that a page needs, so one that was not sent yet is replaced by
the next: a slow reader gets fewer views, and never a queue that grows.
"""

from collections.abc import Callable

MOST_MESSAGES = 32
"""A page that leaves so many short messages unread has gone: each answers one of its own."""


class Mailbox:
    """Whoever sends for the page sets `wake`, is called when there is something, and drains it."""

    __slots__ = ("_messages", "_view", "closed", "wake")

    def __init__(self) -> None:
        self._messages: list[str] = []
        self._view: str | None = None
        self.closed = False
        self.wake: Callable[[], None] = _nobody

    def say(self, message: str) -> None:
        """Send a short message, in order with the others and before the next view."""
        if len(self._messages) >= MOST_MESSAGES:
            self.close()
            return
        self._messages.append(message)
        self.wake()

    def show(self, view: str) -> None:
        """Send a view, in the place of one that was not sent yet."""
        self._view = view
        self.wake()

    def close(self) -> None:
        """Nothing more after what is in it."""
        if not self.closed:
            self.closed = True
            self.wake()

    def drain(self) -> list[str]:
        """All that is to be sent now, if there is anything."""
        out = self._messages
        if self._view is not None:
            out = [*out, self._view]
        self._messages, self._view = [], None
        return out


def _nobody() -> None:
    pass
