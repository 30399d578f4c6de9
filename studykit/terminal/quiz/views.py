"""The screens of a quiz: a question with the clock, what was made of the answer, the keys."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.grading.verdict import Grade
from studykit.messages import N_, _
from studykit.quiz.quiz import Answer, Quiz
from studykit.terminal.answering.draft import picked_of
from studykit.terminal.answering.faces import face
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import Turn, can_type
from studykit.terminal.answering.typed import SIGNS, STYLES
from studykit.terminal.quiz.desk import Desk
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

# As in a review: short enough to stay in 80 columns where the terminal draws it twice as wide.
_BAR_CELLS = 24
# From here on the clock is red: time for one more line.
_HURRY_MS = 10_000
_GRADES: dict[Grade, str] = {"right": N_("Right"), "near": N_("Nearly right"), "wrong": N_("Wrong")}


def clock_words(ms: int) -> str:
    """Time left as minutes and seconds: 4:32; hours where there are any. 0:00 is over."""
    seconds = math.ceil(ms / 1000)
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def header(quiz: Quiz, title: str, at: int, left: int | None) -> "list[RenderableType]":
    """The deck, which question it is of how many, and the time that is left."""
    name = plain("  " + one_line(title), "dim")
    if quiz.rules.exam:
        name.append_text(plain("  " + _("exam: answers at the end"), "magenta"))
    name.no_wrap, name.overflow = True, "ellipsis"
    return [name, _Progress(quiz.done, at + 1, len(quiz.questions), left), ""]


@dataclass(frozen=True, slots=True)
class _Progress:
    """A bar of what is answered, the number of the question, and the clock."""

    done: int
    number: int
    total: int
    left: int | None

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        said = Text(f"  {self.number}/{self.total}")
        if self.left is not None:
            hurry = self.left <= _HURRY_MS
            clock = f" {clock_words(self.left)} "
            said.append("   ").append(clock, "bold reverse red" if hurry else "bold")
        cells = max(0, min(_BAR_CELLS, options.max_width - said.cell_len - 2))
        filled = cells * self.done // self.total if self.total else 0
        bar = Text("  ").append("━" * filled, "green").append("─" * (cells - filled), "dim")
        yield bar.append_text(said) if cells > 1 else said


def turn_of(quiz: Quiz, at: int) -> Turn:
    """A question with its answer, or without one, as a card that is turned over."""
    card, answer = quiz.questions[at].card, quiz.answers[at]
    if answer is None:
        return Turn(card, "shown")
    if not can_type(card):
        return Turn(card, "shown", picked=picked_of(card, answer.typed))
    return Turn(card, "shown", typed=answer.typed or ("",), verdict=answer.verdict)


def answer_body(quiz: Quiz, at: int, original: Original, *, around: bool) -> "list[RenderableType]":
    """What was made of an answer, above the card turned over."""
    verdict = verdict_line(quiz.answers[at])
    return [Block(verdict), "", *face(turn_of(quiz, at), original, around=around)]


def verdict_line(answer: Answer | None) -> "Text":
    """Right, nearly or wrong in a word, with the points, and who said so."""
    if answer is None:
        return plain(_("Not answered"), "bold")
    words = [f"{SIGNS[answer.grade]} {_(_GRADES[answer.grade])}"]
    if 0 < answer.score < 1:
        words.append(_("{points} of 1 point").format(points=points_words(answer.score)))
    if answer.own is not None:
        words.append(_("by your own judgement"))
    if answer.late:
        words.append(_("time was up"))
    return plain(" · ".join(words), STYLES[answer.grade])


def points_words(points: float) -> str:
    """Points with at most two decimals: 14, 14.5, 0.67."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def judge_keys(quiz: Quiz, at: int) -> list[tuple[str, str]]:
    """The keys for the learner's own judgement of an answer that is open to it."""
    answer = quiz.answers[at]
    own = answer.own if answer else None
    yes, no = ("y", _("it is right")), ("n", _("it is wrong"))
    return [key for key, said in ((yes, True), (no, False)) if own is not said]


def open_to_judgement(desk: Desk, quiz: Quiz, at: int) -> bool:
    """Whether something was typed that was not found right, and is no review yet."""
    answer = quiz.answers[at]
    typed = answer is not None and any(answer.typed) and answer.verdict.grade != "right"
    return typed and can_type(quiz.questions[at].card) and not desk.settled(quiz, at)
