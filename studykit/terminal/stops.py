"""Ctrl-Z while the whole terminal is ours: the shell gets it back as it was."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager


@contextmanager
def around_stops(aside: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """While this is open, being stopped happens inside of `aside()`.

    The process goes on where it was when the shell continues it. Where there are
    no such signals (Windows, a thread) nothing is different.
    """
    import signal
    import threading

    stop = getattr(signal, "SIGTSTP", None)
    if stop is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stopped(_number: int, _frame: object) -> None:
        with aside():
            signal.signal(stop, signal.SIG_DFL)
            os.kill(os.getpid(), stop)  # comes back when the shell says so
        signal.signal(stop, stopped)

    before = signal.signal(stop, stopped)
    try:
        yield
    finally:
        signal.signal(stop, before)
