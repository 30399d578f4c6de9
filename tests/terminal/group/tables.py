"""A table that keeps events in a list, and whole reviews played by keys."""

from studykit.errors import ProgressError
from studykit.grading.judge import judge
from studykit.group.game import Game
from studykit.terminal.answering.original import Original
from studykit.terminal.group.look import Look
from studykit.terminal.group.loop import run_group
from studykit.terminal.group.team_keys import team_keys
from studykit.terminal.screen import Screen
from tests.group.making import setup
from tests.terminal.fakes import Typed
from tests.terminal.review.sessions import last_screen
from tests.terminal.samples import memory_console, written


class MemoryTable:
    """Every look at the clock takes `step` seconds; `full` is a disk that takes nothing more."""

    def __init__(self, *, step=0.0, notes=(), original=None):
        self.events = []
        self.step = step
        self.now = 100.0
        self.notes = notes
        self.original = original or Original()
        self.full = False

    def seconds(self):
        self.now += self.step
        return self.now

    def prepare(self):
        pass

    def judge(self, card, typed):
        return judge(card, typed)

    def record(self, event, game):
        if self.full:
            raise ProgressError("x.yaml: cannot be written: No space left on device")
        self.events.append(event)


def play(*keys, mode="turns", table=None, big=False, console=None, game=None, **settings):
    """Play with these keys; gives the review, the table, and the last screen."""
    game = game or Game.of(setup(mode, **settings))
    table = table or MemoryTable()
    console = console or memory_console(terminal=True)
    look = Look(team_keys(game.setup.mode, len(game.setup.teams)), big)
    game = run_group(game, table, Screen(console), Typed(*keys), look)
    return game, table, last_screen(written(console))
