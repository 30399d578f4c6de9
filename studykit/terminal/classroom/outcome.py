"""What is left on the terminal once the room is closed."""

from typing import TYPE_CHECKING

from studykit.classroom.room import Room
from studykit.messages import _
from studykit.terminal.classroom.board import hardest
from studykit.terminal.classroom.header import players
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console


def print_outcome(console: "Console", room: Room, path: str) -> None:
    """How many there were, what was hardest, and where the session is kept."""
    asked = room.question + 1 if not room.rules.self_paced else len(room.questions)
    words = _("{asked} of {all} questions").format(asked=asked, all=len(room.questions))
    console.print(Block(plain(f"{players(len(room.here))} · {words}", "bold")))
    for block in hardest(room):
        console.print(block)
    if room.phase != "ended":
        console.print(Block(plain(_("Not ended: studykit host --resume goes on."))))
    answered = any(room.votes.values())
    if answered:
        console.print(Block(plain(_("Report: studykit classroom report"))))
    if answered and any(one.learner for one in room.here):
        console.print(Block(plain(_("As reviews of the students: studykit classroom credit"))))
    console.print(Block(plain(_("Kept in {path}").format(path=one_line(path)), "dim")))
