"""A quiz on the screen: keys and the clock in, answers out.

An answer is kept before what was made of it is shown. Where it could not be
written the question stays, with a line that says why.
"""

from contextlib import suppress
from dataclasses import dataclass, field

from studykit.errors import ProgressError
from studykit.messages import _
from studykit.quiz.events import Answered, Ended, Event, Judged, Left, Why
from studykit.quiz.quiz import Quiz, after
from studykit.terminal.answering.draft import Draft
from studykit.terminal.answering.turn import GO_ON
from studykit.terminal.keys import Keys, Press
from studykit.terminal.quiz.desk import Desk
from studykit.terminal.quiz.screens import answer_screen, end_screen, notes_screen, question_screen
from studykit.terminal.quiz.views import open_to_judgement
from studykit.terminal.screen import SCROLL_KEYS, Screen
from studykit.terminal.status import Message

# Where the last answer cannot be written though its time is up, the next try is so much later.
_RETRY_SECONDS = 1.0


def run_quiz(quiz: Quiz, desk: Desk, screen: Screen, keys: Keys) -> tuple[Quiz, bool]:
    """Lead a learner through a quiz.

    Gives where it stood when they left, and whether they want to review at once what
    they missed.
    """
    sitting = _Sitting(quiz, desk, screen, keys)
    with screen.open():
        try:
            sitting.run()
        finally:
            sitting.leave()
    return sitting.quiz, sitting.again


@dataclass(slots=True)
class _Sitting:
    """A question is on the screen while there is a draft, else the answer to `at`, else the end.

    `since` is when the question came on; `reading` goes through what was missed.
    """

    quiz: Quiz
    desk: Desk
    screen: Screen
    keys: Keys
    draft: Draft | None = None
    at: int | None = None
    since: float = 0.0
    around: bool = False
    reading: bool = False
    leaving: bool = False
    over: bool = False
    again: bool = False
    message: Message = field(default_factory=Message)

    def run(self) -> None:
        if self.desk.notes:
            self.screen.draw(notes_screen(self.desk.notes))
            if self.keys.read() == "eof":
                return
        self.ask()
        while not self.over:
            self.draw()
            press = self.read()
            if press.name == "eof":
                return
            if self.draft and self.quiz.left(self.shown_for()) == 0:
                self.answer(self.draft, late=True)
            elif press.name not in ("tick", "resize"):
                self.take(press)

    def shown_for(self) -> int:
        """For how many milliseconds the question has been on the screen."""
        return max(0, round((self.desk.ticks() - self.since) * 1000)) if self.draft else 0

    def wait(self) -> float | None:
        """How long to wait for a key: until the clock would show another second."""
        left = self.quiz.left(self.shown_for()) if self.draft else None
        if left is None:
            return None
        if left == 0:
            return _RETRY_SECONDS if self.message.bad else 0.0
        # On a terminal that cannot be drawn over there is no clock to be moved on.
        return (left if self.screen.plain else (left - 1) % 1000 + 1) / 1000

    def read(self) -> Press:
        """The next key; on a terminal that cannot be drawn on, a whole line of an answer."""
        if self.draft and self.draft.typing and self.screen.plain:
            line = self.keys.line()
            if line is None:
                return Press("eof")
            self.draft = self.draft.press(Press("", line))
            return Press("enter")
        return self.keys.press(self.wait())

    def draw(self) -> None:
        if self.draft:
            left = self.quiz.left(self.shown_for())
            view = question_screen(
                self.desk,
                self.quiz,
                self.draft,
                left,
                self.message,
                leaving=self.leaving,
                plain_line=self.screen.plain,
            )
        elif self.at is not None:
            view = answer_screen(self.desk, self.quiz, self.at, self.message, around=self.around)
        else:
            view = end_screen(self.desk, self.quiz, self.message)
        self.screen.draw(view)

    def ask(self) -> None:
        """Show the question that comes now; the end where there is none."""
        question = self.quiz.current
        self.screen.to_top()
        self.at = None
        self.draft = Draft(question.card) if question else None
        self.since = self.desk.ticks()

    def show(self, at: int) -> None:
        """Show an answer with what was made of it."""
        self.screen.to_top()
        self.draft, self.at, self.around = None, at, False

    def take(self, press: Press) -> None:
        """Do what a key says."""
        key = press.name
        if key in ("pageup", "pagedown") or (key in SCROLL_KEYS and not self.draft):
            self.screen.scroll(key)
            return
        leaving, self.leaving = self.leaving, False
        self.message = Message()
        if self.draft:
            if key == "escape" or (key == "q" and not self.draft.typing):
                # Escape is also how an input method drops what it has: once is no wish to leave.
                self.over = leaving or key == "q"
                self.leaving = not self.over
                return
            self.screen.to_mark()
            drafted = self.draft.press(press)
            if not drafted.finished:
                self.draft = drafted
            else:
                self.answer(drafted, late=False)
        elif self.at is not None:
            self.answer_key(self.at, key)
        elif key == "m" and self.quiz.missed:
            self.reading = True
            self.show(self.quiz.missed[0])
        elif key == "r" and self.quiz.missed:
            self.again = self.over = self.end()
        elif key in ("q", "escape", *GO_ON):
            self.over = self.end()

    def answer_key(self, at: int, key: str) -> None:
        if key in ("y", "n") and open_to_judgement(self.desk, self.quiz, at):
            self.keep(Judged(self.desk.now(), at, key == "y"))
        elif key == "l":
            self.around = not self.around
            self.screen.to_top()
        elif self.reading and key in ("q", "escape"):
            self.reading = False
            self.ask()
        elif self.reading and key in GO_ON:
            following = [one for one in self.quiz.missed if one > at]
            self.reading = bool(following)
            self.show(following[0]) if following else self.ask()
        elif key in GO_ON and self.settle():
            self.ask()
        elif key in ("q", "escape"):
            self.over = self.settle()

    def answer(self, draft: Draft, *, late: bool) -> None:
        """Keep an answer; in an exam the next question follows, else what was made of it."""
        from studykit.quiz.marking import mark

        at = self.quiz.at
        answer, ms, now = draft.answer, self.shown_for(), self.desk.now()
        if late and not answer and self.quiz.ends_in(ms):
            # Nobody answers "nothing" because the quiz is over.
            if self.keep(Left(now, ms)):
                self.ask()
            return
        if not self.keep(Answered(now, at, answer, mark(draft.card, answer), ms, late)):
            return
        if late:
            self.message = Message(_("Time is up."))
        if self.quiz.rules.exam:
            self.ask()
        else:
            self.show(at)

    def keep(self, event: Event) -> bool:
        """Keep what happened and go by it; whether it could be written."""
        try:
            self.desk.keep(event)
        except ProgressError as error:
            self.message = Message(str(error), bad=True)
            return False
        self.quiz = after(self.quiz, event)
        return True

    def settle(self) -> bool:
        """Record the answers as reviews, where they are to be; whether that could be written."""
        try:
            self.desk.settle(self.quiz)
        except ProgressError as error:
            self.message = Message(str(error), bad=True)
            return False
        return True

    def end(self) -> bool:
        """Close the quiz; whether that could be written."""
        why: Why = "done" if self.quiz.done == len(self.quiz.questions) else "time"
        return self.settle() and self.keep(Ended(self.desk.now(), why))

    def leave(self) -> None:
        """Keep the time spent on a question that is left open, and what can be settled."""
        with suppress(ProgressError):
            if self.draft and (ms := self.shown_for()):
                self.desk.keep(Left(self.desk.now(), ms))
                self.quiz = after(self.quiz, Left(self.desk.now(), ms))
            if not self.quiz.rules.exam:
                self.desk.settle(self.quiz)
