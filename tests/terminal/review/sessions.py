"""Sessions on a console in memory, driven by a list of keys."""

from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.review import Review
from studykit.scheduling.queue import Queue
from studykit.terminal.review.loop import run_review
from studykit.terminal.screen import Screen
from tests.terminal.fakes import MemoryDesk, Typed
from tests.terminal.samples import memory_console, written


def review_of(cards: Sequence[Card]) -> Review:
    """A session of new cards."""
    return Review.of(Queue((), tuple(card.id for card in cards), frozenset(), {}))


def run(cards, *keys, desk=None, console=None, typed=False, review=None):
    """Run a session; gives the desk, the session's end, and all that was printed."""
    desk = desk or MemoryDesk(cards)
    console = console or memory_console(terminal=True)
    start = review or review_of(cards)
    end = run_review(start, desk, Screen(console), Typed(*keys), typed=typed)
    return desk, end, written(console)


def last_screen(text: str) -> str:
    """The last screen that was drawn, without styles."""
    import re

    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text.split("\x1b[H")[-1])
