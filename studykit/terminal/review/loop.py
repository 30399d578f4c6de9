"""The session on the screen: keys in, grades out, one card after another.

A grade is in the log before the next card is drawn. Where it could not be
written the card stays, with a line that says why.
"""

from dataclasses import dataclass, field

from studykit.errors import DeckError, ProgressError, StudykitError
from studykit.messages import _
from studykit.review import Review
from studykit.scheduling.model import RATINGS, Grade, Rating
from studykit.scheduling.times import moment
from studykit.terminal.answering.turn import GO_ON, Turn, begun, pressed, proposed
from studykit.terminal.card import picked_by
from studykit.terminal.keys import Keys, Press
from studykit.terminal.review.desk import Desk
from studykit.terminal.review.screens import card_of, end_of
from studykit.terminal.review.tidings import (
    aside_deed,
    has_card,
    leech_words,
    undone_words,
    waits_today,
)
from studykit.terminal.review.views import help_view, notes_view
from studykit.terminal.screen import SCROLL_KEYS, Screen
from studykit.terminal.status import Message

# As in Anki: whoever takes longer has left the table.
LONGEST_MS = 60_000
_RATING_BY_KEY = dict(zip("1234", RATINGS, strict=True))


def run_review(review: Review, desk: Desk, screen: Screen, keys: Keys, *, typed: bool) -> Review:
    """Lead a learner through a session; gives where it stood when they left.

    `typed` where answers are typed unless the learner chooses otherwise on a card.
    """
    sitting = _Sitting(review, desk, screen, keys, typed)
    with screen.open():
        sitting.run()
    return sitting.review


@dataclass(slots=True)
class _Sitting:
    review: Review
    desk: Desk
    screen: Screen
    keys: Keys
    typed: bool
    turn: Turn | None = None
    card: str = ""
    since: str = ""
    started: str = ""
    around: bool = False
    message: Message = field(default_factory=Message)

    def run(self) -> None:
        self.started = self.desk.now()
        if self.desk.notes:
            self.screen.draw(notes_view(self.desk.notes))
            if self.keys.read() == "eof":
                return
        self.go_on()
        while True:
            self.draw()
            if self.turn:
                self.desk.prepare(self.card, typed=self.typed)
            press = self.read()
            if press.name == "eof" or self.leaves(press.name):
                return
            self.take(press)

    def read(self) -> Press:
        """The next key; on a terminal that cannot be drawn on, a whole line of an answer."""
        if self.turn and self.turn.stage == "typing" and self.screen.plain:
            line = self.keys.line()
            if line is None:
                return Press("eof")
            self.take(Press("", line))
            return Press("enter")
        return self.keys.press()

    def leaves(self, key: str) -> bool:
        if self.turn is None:
            return key in ("q", *GO_ON) and self.next_card() is None
        return key == "q" and self.turn.stage != "typing"

    def next_card(self) -> str | None:
        return self.review.current(self.desk.now(), self.desk.horizon())

    def go_on(self, card: str = "") -> None:
        """Show the card that comes now, or the one that an undo brought back."""
        self.turn, self.around = None, False
        self.screen.to_top()
        while wanted := card or self.next_card():
            card = ""
            try:
                found = self.desk.card(wanted)
            except DeckError as error:
                self.fail(error)
                self.review = self.review.without(wanted)
                continue
            self.turn = begun(found, typed=self.typed)
            self.card, self.since = wanted, self.desk.now()
            return

    def take(self, press: Press) -> None:
        """Do what a key says."""
        key, turn = press.name, self.turn
        if key == "resize":
            return
        if turn is None:
            self.message = Message()
            if key == "u":
                self.undo()
            elif self.next_card():
                self.go_on()
            return
        if key in ("pageup", "pagedown") or (key in SCROLL_KEYS and self.scrolls(turn)):
            self.screen.scroll(key)
            return
        self.message = Message()
        picks = turn.stage == "asking" and picked_by(turn.card, key) is not None
        if turn.stage == "typing" or picks:
            self.turned(pressed(turn, press, self.desk.judge))
        elif not self.command(key):
            rating = self.rating(turn, key)
            if rating:
                self.grade(rating)
            else:
                self.turned(pressed(turn, press, self.desk.judge))

    @staticmethod
    def scrolls(turn: Turn) -> bool:
        return turn.stage in ("asking", "shown")

    @staticmethod
    def rating(turn: Turn, key: str) -> Rating | None:
        if turn.stage != "shown":
            return None
        return proposed(turn) if key in GO_ON else _RATING_BY_KEY.get(key)

    def turned(self, turn: Turn) -> None:
        if self.turn and turn.stage != self.turn.stage:
            self.screen.to_top()
        self.screen.to_mark()
        self.turn = turn

    def fail(self, error: StudykitError) -> None:
        self.message = Message(str(error), bad=True)

    def command(self, key: str) -> bool:
        """Do what the key stands for at every stage but typing; whether it stands for anything."""
        match key:
            case "u":
                self.undo()
            case "e":
                self.edit()
            case "-" | "@":
                self.put_aside(key)
            case "*":
                self.flag()
            case "?":
                self.help()
            case "l" if self.turn and self.turn.stage == "shown":
                self.around = not self.around
                self.screen.to_top()
            case _:
                return False
        return True

    def help(self) -> None:
        self.screen.to_top()
        view = help_view(self.desk.title(self.card))
        while True:
            self.screen.draw(view)
            key = self.keys.read()
            if key in SCROLL_KEYS:
                self.screen.scroll(key)
            elif key != "resize":
                break
        self.screen.to_top()

    def grade(self, rating: Rating) -> None:
        taken = (moment(self.desk.now()) - moment(self.since)).total_seconds() * 1000
        ms = max(0, min(LONGEST_MS, round(taken)))
        practice = self.desk.practice(self.card)
        before = self.desk.state(self.card)
        try:
            state = self.desk.grade(self.card, rating, ms, practice=practice)
        except ProgressError as error:
            self.fail(error)
            return
        if practice:
            self.review = self.review.practised(self.card, rating, ms)
        else:
            self.review = self.review.answered(state, rating, ms)
        self.message = Message(leech_words(before, state))
        self.go_on()

    def put_aside(self, key: str) -> None:
        """Bury or suspend the card, or take that back where it is so already."""
        deed, said = aside_deed(key, self.desk.state(self.card), self.desk.today())
        try:
            self.desk.mark(self.card, deed)
        except ProgressError as error:
            self.fail(error)
            return
        self.review = self.review.put_aside(self.card)
        self.message = Message(said)
        self.go_on()

    def flag(self) -> None:
        flagged = self.desk.state(self.card).flagged
        try:
            self.desk.mark(self.card, "unflag" if flagged else "flag")
        except ProgressError as error:
            self.fail(error)

    def undo(self) -> None:
        try:
            undone = self.desk.undo()
        except ProgressError as error:
            self.fail(error)
            return
        if undone is None:
            self.message = Message(_("There is nothing to undo."))
            return
        record = undone.record
        self.message = Message(undone_words(self.desk, undone, self.started))
        if not isinstance(record, Grade) and record.deed in ("flag", "unflag"):
            return  # that took no card out of the session
        if self.review.before:
            self.review = self.review.undone()
            self.go_on(record.card)
        elif waits_today(self.desk, undone.state) and has_card(self.desk, record.card):
            self.review = self.review.brought_back(undone.state)
            self.go_on(record.card)

    def edit(self) -> None:
        try:
            with self.screen.aside(), self.keys.aside():
                wrong = self.desk.edit(self.card)
        except StudykitError as error:
            wrong = str(error)
        self.message = Message(wrong, bad=bool(wrong))
        turn = self.turn
        if turn is None:
            return
        try:
            card = self.desk.card(self.card)
        except DeckError as error:
            self.fail(error)
            self.review = self.review.without(self.card)
            self.go_on()
            return
        if card != turn.card:
            self.turn = begun(card, typed=False)
            self.screen.to_top()

    def draw(self) -> None:
        if self.turn is None:
            view = end_of(self.desk, self.review, self.message)
        else:
            view = card_of(
                self.desk,
                self.review,
                self.turn,
                self.message,
                around=self.around,
                plain_line=self.screen.plain,
            )
        self.screen.draw(view)
