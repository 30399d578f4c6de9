"""A student's page without the page: a WebSocket that joins, answers and comes back."""

import json
from contextlib import ExitStack, suppress

from websockets.sync.client import connect

SECONDS = 10
"""The longest that a host is waited for."""


class Student:
    """Connects to the room at `url` (ending with /)."""

    def __init__(self, url):
        address, origin = url.replace("http", "ws", 1) + "ws", url.rstrip("/")
        self._open = ExitStack()
        self._ws = self._open.enter_context(connect(address, origin=origin, proxy=None))
        self.token = ""

    @classmethod
    def joined(cls, url, pin, name="", **more):
        """A student who is in the room."""
        student = cls(url)
        student.send(t="knock", pin=pin)
        assert student.hear("door", "no")["t"] == "door"
        student.send(t="join", name=name, **more)
        heard = student.hear("welcome", "no")
        assert heard["t"] == "welcome", heard
        student.token = heard["token"]
        return student

    def back(self, url):
        """The same student on a new connection; gives what they see first."""
        self.close()
        self._open, self._ws = (new := Student(url))._open, new._ws
        self.send(t="back", token=self.token)
        return self.hear("view", "no")

    def send(self, **message):
        self._ws.send(json.dumps(message))

    def hear(self, *kinds):
        """The next message of one of these kinds."""
        while True:
            message = json.loads(self._ws.recv(SECONDS))
            if message["t"] in kinds:
                return message

    def see(self, phase, round_=None):
        """The first view from now on of this phase (and vote)."""
        while True:
            view = self.hear("view")
            asked = view.get("question", {})
            if view["phase"] == phase and round_ in (None, asked.get("round")):
                return view

    def answer(self, question, answer, round_=1, sure=None):
        """Answer, and wait until it is received or refused; gives why it was refused."""
        self.send(t="answer", q=question, r=round_, a=answer, sure=sure)
        return self.hear("ack", "no").get("why", "")

    def close(self):
        with suppress(OSError):
            self._open.close()
