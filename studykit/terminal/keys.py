"""Single keys from the terminal, by name, behind one small door.

A key's name is a printable character in lower case and half-width (a Chinese
input method types full-width ones), or one of the names in NAMED, or "resize"
when the window changed, or "eof" when the terminal has gone, or "tick" when no key
came in the time that was to be waited.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import NamedTuple, Protocol

NAMED = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\x04": "eof",
    "\x1b": "escape",
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
    "\x1bOA": "up",
    "\x1bOB": "down",
    "\x1bOC": "right",
    "\x1bOD": "left",
    "\x1b[5~": "pageup",
    "\x1b[6~": "pagedown",
    "\x1b[H": "home",
    "\x1b[F": "end",
    "\x1bOH": "home",
    "\x1bOF": "end",
    "\x1b[1~": "home",
    "\x1b[4~": "end",
    "\x1b[3~": "delete",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\x01": "home",
    "\x05": "end",
    "\x0b": "ctrl-k",
    "\x15": "ctrl-u",
    "\x17": "ctrl-w",
}
# Text that is pasted comes between these, so that it is no row of keys.
PASTE_ON, PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"
_PASTED, _PASTE_END = "\x1b[200~", "\x1b[201~"
_ONE_KEY = re.compile(
    rf"{re.escape(_PASTED)}(?P<pasted>.*?)(?:{re.escape(_PASTE_END)}|\Z)"
    r"|\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|.",
    re.DOTALL,
)
# The bytes of one escape sequence come at once; a lone Escape is followed by silence.
ESCAPE_SECONDS = 0.05


class Press(NamedTuple):
    """One press: the key's name, and the text that it types, as typed; each may be empty."""

    name: str
    text: str = ""


class Keys(Protocol):
    """Where keys come from: a terminal, or a list in a test."""

    def read(self) -> str:
        """Wait for the next key and give its name."""
        ...

    def press(self, seconds: float | None = None) -> Press:
        """Wait for the next key, at most so long; a paste is one press without a name."""
        ...

    def line(self) -> str | None:
        """A line of text, for a terminal that cannot be drawn on; None when it has gone."""
        ...

    def aside(self) -> AbstractContextManager[None]:
        """While another program has the terminal: its settings as they were before."""
        ...


def name_of(typed: str) -> str:
    """The name of what one key press sent; empty for what is not a key we know."""
    folded = unicodedata.normalize("NFKC", typed)
    if folded in NAMED:
        return NAMED[folded]
    return folded.lower() if len(folded) == 1 and folded.isprintable() else ""


def press_of(sent: str) -> Press:
    """The press of a key that sent this: every printable character types itself."""
    name = name_of(sent)
    text = sent if sent.isprintable() else ""
    return Press(name, " " if name == "space" else text)


def pasted(text: str) -> Press:
    """A paste: line ends and tabs are blanks, other controls are dropped."""
    spaced = re.sub(r"[\r\n\t]+", " ", text)
    return Press("", "".join(char for char in spaced if char.isprintable()))


@contextmanager
def terminal_keys() -> Iterator[Keys]:
    """Keys of the terminal on standard input; its settings come back at the end."""
    if sys.platform == "win32":
        yield _WindowsKeys()
        return
    import signal
    import termios

    fd = sys.stdin.fileno()
    settings = termios.tcgetattr(fd)
    wake, waker = os.pipe()
    os.set_blocking(waker, False)
    # A signal wakes `read` by a byte in the pipe; the handlers themselves do nothing.
    woken_by = (signal.SIGWINCH, signal.SIGCONT)
    handlers = [signal.signal(number, lambda *_: None) for number in woken_by]
    old_waker = signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    try:
        yield _PosixKeys(fd, wake)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, settings)
        signal.set_wakeup_fd(old_waker)
        for number, handler in zip(woken_by, handlers, strict=True):
            signal.signal(number, handler)
        os.close(wake)
        os.close(waker)


class _PosixKeys:
    """Reads in cbreak mode, so Ctrl-C still interrupts."""

    def __init__(self, fd: int, wake: int) -> None:
        import termios
        import tty

        self._fd = fd
        self._wake = wake
        self._typed = ""
        self._settings = termios.tcgetattr(fd)
        tty.setcbreak(fd)

    def read(self) -> str:
        return self.press().name

    def press(self, seconds: float | None = None) -> Press:
        import select
        import tty

        while not self._typed:
            ready, _, _ = select.select([self._fd, self._wake], [], [], seconds)
            if not ready:
                return Press("tick")
            if self._fd in ready:
                self._typed = self._receive()
                if not self._typed:
                    return Press("eof")
            elif self._wake in ready:
                os.read(self._wake, 64)
                tty.setcbreak(self._fd)  # after Ctrl-Z the shell may have changed it
                return Press("resize")
        typed = _ONE_KEY.match(self._typed)
        assert typed is not None
        self._typed = self._typed[typed.end() :]
        if typed["pasted"] is not None:
            return pasted(typed["pasted"])
        return press_of(typed.group())

    def line(self) -> str | None:
        with self.aside():
            line = sys.stdin.readline()
        return pasted(line.removesuffix("\n")).text if line else None

    @contextmanager
    def aside(self) -> Iterator[None]:
        import termios
        import tty

        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._settings)
        try:
            yield
        finally:
            tty.setcbreak(self._fd)

    def _receive(self) -> str:
        import select

        data = os.read(self._fd, 1024)
        while data and (data.endswith((b"\x1b", b"\x1b[", b"\x1bO")) or not _whole(data)):
            if not select.select([self._fd], [], [], ESCAPE_SECONDS)[0]:
                break
            data += os.read(self._fd, 1024)
        return data.decode("utf-8", "replace")


def _whole(data: bytes) -> bool:
    if data.rfind(_PASTED.encode()) > data.rfind(_PASTE_END.encode()):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason != "unexpected end of data"
    return True


_WINDOWS_ARROWS = {
    "H": "up",
    "P": "down",
    "M": "right",
    "K": "left",
    "I": "pageup",
    "Q": "pagedown",
    "G": "home",
    "O": "end",
    "S": "delete",
}


# Between two looks for a key: less than a person notices.
_WINDOWS_LOOK = 0.02


class _WindowsKeys:
    def read(self) -> str:
        return self.press().name

    def press(self, seconds: float | None = None) -> Press:
        import msvcrt
        import time

        until = time.monotonic() + (seconds or 0)
        while seconds is not None and not msvcrt.kbhit():  # type: ignore[attr-defined]
            if time.monotonic() >= until:
                return Press("tick")
            time.sleep(_WINDOWS_LOOK)  # the console gives nothing else to wait for
        typed: str = msvcrt.getwch()  # type: ignore[attr-defined]
        if typed == "\x03":
            raise KeyboardInterrupt
        if typed in ("\x00", "\xe0"):
            return Press(_WINDOWS_ARROWS.get(msvcrt.getwch(), ""))  # type: ignore[attr-defined]
        return press_of(typed)

    def line(self) -> str | None:
        line = sys.stdin.readline()
        return pasted(line.removesuffix("\n")).text if line else None

    def aside(self) -> AbstractContextManager[None]:
        return nullcontext()
