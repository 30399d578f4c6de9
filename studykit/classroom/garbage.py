"""Looking for garbage without looking through a whole class each time.

A full collection of Python's looks at all there is, 0.1 s long with 1,000 pages open, and
nobody is served while it does. Pages that are open are no garbage: so it is told to pass
over them, and to look again once most of them have gone.
"""

import gc

STEP = 50
"""Pages that have come before the collector is told again: of so few a look takes a millisecond."""

YOUNG = 10_000
"""New objects before the collector looks at them: with its usual 700 it looks twice a second
while a class answers, and each look, however little there is, holds up answers for 3 ms."""


class Garbage:
    """Told how many pages are open, whenever that changes."""

    def __init__(self) -> None:
        self._passed_over = 0
        self._usual = gc.get_threshold()[0]

    def pages(self, count: int) -> None:
        """So many pages are open now."""
        if count >= self._passed_over + STEP:
            gc.collect()
            gc.freeze()
            gc.set_threshold(YOUNG)
            self._passed_over = count
        elif count < self._passed_over // 2:
            # asyncio leaves a kilobyte of garbage for each connection that has ended.
            gc.unfreeze()
            gc.set_threshold(self._usual)
            self._passed_over = 0
