"""A group review on the screen: keys in, events out, each kept before it is shown."""

from dataclasses import dataclass, field, replace

from studykit.errors import ProgressError
from studykit.group.events import (
    Ended,
    GroupEvent,
    Judged,
    Paused,
    Resumed,
    Skipped,
    Undone,
    WentOn,
)
from studykit.group.game import Game, ImpossibleError
from studykit.messages import _
from studykit.terminal.answering.turn import GO_ON, Turn, can_type, pressed
from studykit.terminal.group.look import Look, Shown
from studykit.terminal.group.moves import VERDICT_KEYS, move, said
from studykit.terminal.group.question import listed_teams
from studykit.terminal.group.table import Table
from studykit.terminal.group.timer import Timer
from studykit.terminal.group.views import help_view, notes_view, view
from studykit.terminal.keys import Keys, Press
from studykit.terminal.screen import SCROLL_KEYS, Screen
from studykit.terminal.status import Message


def run_group(game: Game, table: Table, screen: Screen, keys: Keys, look: Look) -> Game:
    """Lead a group through its review; gives where it stood when they left."""
    play = _Play(game, table, screen, keys, look)
    with screen.open():
        play.run()
    return play.game


@dataclass(slots=True)
class _Play:
    game: Game
    table: Table
    screen: Screen
    keys: Keys
    look: Look
    timer: Timer | None = None
    turn: Turn | None = None
    cursor: int | None = None
    board: bool = False
    around: bool = False
    leaving: bool = False
    message: Message = field(default_factory=Message)

    def run(self) -> None:
        if self.table.notes:
            self.screen.draw(notes_view(self.table.notes))
            if self.keys.read() == "eof":
                return
        self.arrived()
        while True:
            self.screen.draw(view(self.shown()))
            if self.turn:
                self.table.prepare()
            press = self.read()
            if press.name == "eof" or self.leaves(press.name):
                return
            if press.name == "tick":
                self.tick()
            elif press.name != "resize":
                self.take(press)

    def shown(self) -> Shown:
        return Shown(
            self.game,
            self.look,
            self.rest(),
            self.turn,
            self.cursor,
            self.board,
            self.around,
            self.leaving,
            self.message,
            self.table.original,
            self.screen.plain,
        )

    def rest(self) -> float | None:
        return self.timer.rest(self.table.seconds()) if self.timer else None

    def read(self) -> Press:
        """The next key, or a tick of the clock; where nothing can be drawn over, a whole line."""
        if self.turn and self.screen.plain:
            line = self.keys.line()
            if line is None:
                return Press("eof")
            self.take(Press("", line))
            return Press("enter")
        if self.timer is None or self.screen.plain:
            return self.keys.press()
        return self.keys.press(self.timer.until_tick(self.table.seconds()))

    def tick(self) -> None:
        """Once the time has run out, say so, once."""
        if self.timer and self.timer.since is not None and not self.rest():
            self.timer = Timer(0.0)
            self.message = Message(_("The time is up."))
            self.screen.console.bell()

    def leaves(self, key: str) -> bool:
        if self.leaving:
            return key == "q"
        return self.turn is None and self.game.phase == "done" and key in ("q", *GO_ON)

    def take(self, press: Press) -> None:
        """Do what a key says."""
        key = press.name
        self.message = Message()
        if self.leaving:
            self.leaving = False
        elif self.turn is not None:
            self.typed(self.turn, press)
        elif self.scrolled(key) or self.command(key):
            return
        elif self.board:
            if key in GO_ON:
                self.happens(WentOn())
        else:
            self.play(key)

    def scrolled(self, key: str) -> bool:
        picks = self.game.phase == "shown" and self.game.setup.mode == "all-write"
        if key not in SCROLL_KEYS or (key in ("up", "down") and picks and not self.board):
            return False
        self.screen.scroll(key)
        return True

    def command(self, key: str) -> bool:
        """Do what the key stands for in every phase; whether it stands for anything."""
        if self.game.pause:
            self.resume(key)
            return True
        match key:
            case "q":
                self.leaving = True
            case "u":
                self.undo()
            case "p":
                self.happens(Paused("pause"))
            case "z":
                self.happens(Paused("break"))
            case "-":
                self.skip()
            case "x":
                self.happens(Ended())
            case "?":
                self.help()
            case _:
                return False
        return True

    def skip(self) -> None:
        if self.happens(Skipped()):
            self.message = Message(_("Skipped."))

    def undo(self) -> None:
        if not self.game.can_undo:
            self.message = Message(_("There is nothing to undo."))
        elif self.happens(Undone()):
            self.board = False
            self.message = Message(_("Taken back."))

    def resume(self, key: str) -> None:
        if key == "q":
            self.leaving = True
        elif self.happens(Resumed()) and key == "z":
            self.happens(Paused("break"))

    def play(self, key: str) -> None:
        """Do what the key says of the question."""
        game = self.game
        if game.phase == "answering" and key == "i" and can_type(game.card):
            self.turn = Turn(game.card, "typing")
        elif game.phase == "shown" and self.looked(key):
            return
        elif event := move(game, key, self.look.keys, self.cursor):
            self.judged(key, event)

    def looked(self, key: str) -> bool:
        """Once the answer is shown: look at something else, where the key says so."""
        if key in GO_ON:
            self.board = True
        elif key == "l":
            self.around = not self.around
        elif key in ("up", "down"):
            self.point(1 if key == "down" else -1)
            return True
        else:
            return False
        self.screen.to_top()
        return True

    def judged(self, key: str, event: GroupEvent) -> None:
        """An event of the question; on paper the next team comes by itself."""
        shown = self.game.phase == "shown"
        if self.happens(event) and shown and isinstance(event, Judged):
            self.cursor = event.team
            if key in VERDICT_KEYS and self.game.setup.mode == "all-write":
                self.point(1)

    def point(self, by: int) -> None:
        teams = listed_teams(self.game)
        at = teams.index(self.cursor) + by if self.cursor in teams else 0
        self.cursor = teams[max(0, min(len(teams) - 1, at))]
        self.screen.to_mark()

    def typed(self, turn: Turn, press: Press) -> None:
        after = pressed(turn, press, self.table.judge)
        self.screen.to_mark()
        self.turn = after if after.stage == "typing" else None
        if event := said(self.game, after):
            self.happens(event)

    def happens(self, event: GroupEvent) -> bool:
        """Keep an event and go on from it; whether it was possible and kept."""
        try:
            after = self.game.after(event)
            self.table.record(event, self.game)
        except ImpossibleError:
            return False
        except ProgressError as error:
            self.message = Message(str(error), bad=True)
            return False
        before, self.game = self.game, after
        self.timed(before, event)
        if replace(before, attempts=(), pause="") != replace(after, attempts=(), pause=""):
            self.arrived()
        return True

    def timed(self, before: Game, event: GroupEvent) -> None:
        """A pause stops the time."""
        now = self.table.seconds()
        if self.timer and isinstance(event, Paused):
            self.timer = self.timer.stopped(now)
        elif self.timer and isinstance(event, Resumed):
            self.timer = self.timer.going(now)

    def arrived(self) -> None:
        """Another question, another team, or the answer: the screen begins anew."""
        game = self.game
        self.turn, self.board, self.around = None, False, False
        self.screen.to_top()
        self.timer = None
        if game.setup.seconds and game.phase in ("writing", "open", "answering"):
            self.timer = Timer.of(game.setup.seconds, self.table.seconds())
            if game.pause:
                self.timer = self.timer.stopped(self.table.seconds())
        teams = listed_teams(game)
        self.cursor = game.attempts[-1].team if game.attempts else next(iter(teams), None)

    def help(self) -> None:
        self.screen.to_top()
        page = help_view(self.shown())
        while True:
            self.screen.draw(page)
            key = self.keys.read()
            if key in SCROLL_KEYS:
                self.screen.scroll(key)
            elif key != "resize":
                break
        self.screen.to_top()
