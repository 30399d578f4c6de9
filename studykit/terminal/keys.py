"""Single keys from the terminal, by name, behind one small door.

`Keys.read` gives a printable character in lower case and half-width (a Chinese
input method types full-width ones), or one of the names in NAMED, or "resize"
when the window changed, or "eof" when the terminal has gone.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

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
}
_ONE_KEY = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|.", re.DOTALL)
# The bytes of one escape sequence come at once; a lone Escape is followed by silence.
ESCAPE_SECONDS = 0.05


class Keys(Protocol):
    """Where keys come from: a terminal, or a list in a test."""

    def read(self) -> str:
        """Wait for the next key and give its name."""
        ...


def name_of(typed: str) -> str:
    """The name of what one key press sent; empty for what is not a key we know."""
    folded = unicodedata.normalize("NFKC", typed)
    if folded in NAMED:
        return NAMED[folded]
    return folded.lower() if len(folded) == 1 and folded.isprintable() else ""


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
        import tty

        self._fd = fd
        self._wake = wake
        self._typed = ""
        tty.setcbreak(fd)

    def read(self) -> str:
        import select
        import tty

        while not self._typed:
            ready, _, _ = select.select([self._fd, self._wake], [], [])
            if self._fd in ready:
                self._typed = self._receive()
                if not self._typed:
                    return "eof"
            elif self._wake in ready:
                os.read(self._wake, 64)
                tty.setcbreak(self._fd)  # after Ctrl-Z the shell may have changed it
                return "resize"
        typed = _ONE_KEY.match(self._typed)
        assert typed is not None
        self._typed = self._typed[typed.end() :]
        return name_of(typed.group())

    def _receive(self) -> str:
        import select

        data = os.read(self._fd, 1024)
        while data and (data.endswith((b"\x1b", b"\x1b[", b"\x1bO")) or not _whole(data)):
            if not select.select([self._fd], [], [], ESCAPE_SECONDS)[0]:
                break
            data += os.read(self._fd, 1024)
        return data.decode("utf-8", "replace")


def _whole(data: bytes) -> bool:
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
}


class _WindowsKeys:
    def read(self) -> str:
        import msvcrt

        typed: str = msvcrt.getwch()  # type: ignore[attr-defined]
        if typed == "\x03":
            raise KeyboardInterrupt
        if typed in ("\x00", "\xe0"):
            return _WINDOWS_ARROWS.get(msvcrt.getwch(), "")  # type: ignore[attr-defined]
        return name_of(typed)
