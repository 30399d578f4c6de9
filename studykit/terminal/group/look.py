"""How a group review is shown, and what of the screen is no event."""

from dataclasses import dataclass, field

from studykit.group.game import Game
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import Turn
from studykit.terminal.status import Message


@dataclass(frozen=True, slots=True)
class Look:
    """`keys` has the key of each team; `big` is for the back row."""

    keys: tuple[str, ...]
    big: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a screen shows: the review, and what the teacher is doing with it.

    `rest` is the seconds that are left, None without a timer. `turn` is an answer
    being typed; `cursor` the team whose verdict the keys change. `board` shows the
    scores after a question, `leaving` asks once more.
    """

    game: Game
    look: Look
    rest: float | None = None
    turn: Turn | None = None
    cursor: int | None = None
    board: bool = False
    around: bool = False
    leaving: bool = False
    message: Message = field(default_factory=Message)
    original: Original = field(default_factory=Original)
    plain_line: bool = False
