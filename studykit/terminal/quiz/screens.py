"""The screen of a moment of a quiz."""

from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.quiz.quiz import Quiz
from studykit.terminal.answering.draft import Draft
from studykit.terminal.answering.drafts import draft_face, draft_keys
from studykit.terminal.footer import footer
from studykit.terminal.quiz.desk import Desk
from studykit.terminal.quiz.results import missed_lines, score_lines
from studykit.terminal.quiz.views import answer_body, header, judge_keys, open_to_judgement
from studykit.terminal.screen import View
from studykit.terminal.status import Message, status
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType


def question_screen(
    desk: Desk,
    quiz: Quiz,
    draft: Draft,
    left: int | None,
    message: Message,
    *,
    leaving: bool,
    plain_line: bool,
) -> View:
    """A question with `left` milliseconds to answer it; `leaving` after the first Escape.

    `plain_line` where the terminal edits the line itself.
    """
    top = header(quiz, desk.title(draft.card.id), quiz.at, left)
    keys = draft_keys(draft, plain_line=plain_line)
    if not draft.typing:
        keys.append(("q", _("leave")))
    elif not plain_line:
        sure = _("once more: leave; what is answered is kept")
        keys.append(("Esc", sure if leaving else _("leave")))
    return View(top, draft_face(draft), [*status(message), *footer(keys)])


def answer_screen(desk: Desk, quiz: Quiz, at: int, message: Message, *, around: bool) -> View:
    """What was made of an answer; `around` shows the lines around the quotes too."""
    card = quiz.questions[at].card.id
    top = header(quiz, desk.title(card), at, None)
    body = answer_body(quiz, at, desk.original(card), around=around)
    keys = judge_keys(quiz, at) if open_to_judgement(desk, quiz, at) else []
    keys += [(_("Space"), _("go on")), ("l", _("article")), ("q", _("leave"))]
    return View(top, body, [*status(message), *footer(keys)])


def end_screen(desk: Desk, quiz: Quiz, message: Message) -> View:
    """The score and what was missed."""
    words = _("Time is up.") if quiz.out_of_time else _("That was the last question.")
    top: list[RenderableType] = [Block(plain(words, "bold")), ""]
    body = [*score_lines(quiz), *missed_lines(quiz, desk.original)]
    keys = []
    n = len(quiz.missed)
    if n:
        again = ngettext("review {n} missed", "review {n} missed", n).format(n=n)
        keys = [("m", _("look at each")), ("r", again)]
    return View(top, body, [*status(message), *footer([*keys, (_("Enter"), _("end"))])])


def notes_screen(notes: tuple[str, ...]) -> View:
    """What the learner should know before the first question."""
    top: list[RenderableType] = [Block(plain(_("Before you begin"), "bold")), ""]
    body = [Block(plain(one_line(line), "yellow"), 4, "  - ") for line in notes]
    return View(top, body, footer([(_("any key"), _("begin"))]))
