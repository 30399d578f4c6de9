"""The session on the screen: keys in, grades out, one card after another.

A grade is in the log before the next card is drawn. Where it could not be
written the card stays, with a line that says why.
"""

from dataclasses import dataclass, field

from studykit.errors import DeckError, ProgressError, StudykitError
from studykit.messages import _
from studykit.progress.session import Undone
from studykit.review import Review
from studykit.scheduling.model import RATINGS, CardState, Deed, Grade, Rating
from studykit.scheduling.times import moment
from studykit.terminal.card import picked_by
from studykit.terminal.intervals import next_words, wait_until, when
from studykit.terminal.keys import Keys, Press
from studykit.terminal.names import deed_name, rating_name
from studykit.terminal.review.desk import Desk, Original
from studykit.terminal.review.faces import face, plain_question
from studykit.terminal.review.turn import GO_ON, Turn, begun, pressed, proposed
from studykit.terminal.review.views import (
    Message,
    end_view,
    header,
    help_view,
    notes_view,
    question_keys,
    rating_keys,
    status,
    ticking_keys,
    typing_keys,
)
from studykit.terminal.screen import SCROLL_KEYS, Screen, View

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
                self.message = Message(str(error), bad=True)
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
            self.message = Message(str(error), bad=True)
            return
        if practice:
            self.review = self.review.practised(self.card, rating, ms)
        else:
            self.review = self.review.answered(state, rating, ms)
        self.message = _leech(before, state)
        self.go_on()

    def put_aside(self, key: str) -> None:
        """Bury or suspend the card, or take that back where it is so already."""
        state = self.desk.state(self.card)
        deed: Deed
        if key == "-":
            deed, said = "bury", _("Buried until tomorrow; u takes it back.")
            if state.buried == self.desk.today():
                deed, said = "unbury", _("Not buried any more.")
        else:
            deed, said = "suspend", _("Suspended; u or studykit review --aside takes it back.")
            if state.suspended:
                deed, said = "unsuspend", _("Not suspended any more.")
        try:
            self.desk.mark(self.card, deed)
        except ProgressError as error:
            self.message = Message(str(error), bad=True)
            return
        self.review = self.review.put_aside(self.card)
        self.message = Message(said)
        self.go_on()

    def flag(self) -> None:
        flagged = self.desk.state(self.card).flagged
        try:
            self.desk.mark(self.card, "unflag" if flagged else "flag")
        except ProgressError as error:
            self.message = Message(str(error), bad=True)

    def undo(self) -> None:
        try:
            undone = self.desk.undo()
        except ProgressError as error:
            self.message = Message(str(error), bad=True)
            return
        if undone is None:
            self.message = Message(_("There is nothing to undo."))
            return
        record = undone.record
        self.message = self.undone(undone)
        if not isinstance(record, Grade) and record.deed in ("flag", "unflag"):
            return  # that took no card out of the session
        if self.review.before:
            self.review = self.review.undone()
            self.go_on(record.card)
        elif self.waits(undone.state) and self.has(record.card):
            self.review = self.review.brought_back(undone.state)
            self.go_on(record.card)

    def undone(self, undone: Undone) -> Message:
        """What was taken back, and when it was done if that was in an earlier session."""
        record = undone.record
        what = rating_name(record.rating) if isinstance(record, Grade) else deed_name(record.deed)
        name = plain_question(self.desk.card(record.card)) if self.has(record.card) else record.card
        words = _("Undone: {what} · {card}")
        if record.at < self.started:
            words = _("Undone, of {when}: {what} · {card}")
        return Message(words.format(what=what, card=name, when=when(record.at, self.desk.zone)))

    def has(self, card: str) -> bool:
        try:
            self.desk.card(card)
        except DeckError:
            return False
        return True

    def waits(self, state: CardState) -> bool:
        """Whether a card is to be answered today, now that its last grade is undone."""
        day = self.desk.today()
        if state.suspended or state.buried == day or self.desk.practice(state.card):
            return False
        return state.phase != "review" or state.due <= day

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
            self.message = Message(str(error), bad=True)
            self.review = self.review.without(self.card)
            self.go_on()
            return
        if card != turn.card:
            self.turn = begun(card, typed=False)
            self.screen.to_top()

    def draw(self) -> None:
        turn = self.turn
        can_undo = self.review.before is not None
        if turn is None:
            top = header(self.review, "", None, practice=False)
            self.screen.draw(end_view(top, self.end_words(), can_undo, self.message))
            return
        kind = self.review.kind_of(self.card)
        practice = self.desk.practice(self.card)
        top = header(self.review, self.desk.title(self.card), kind, practice)
        seen = turn.stage == "shown"
        original = self.desk.original(self.card) if seen else Original()
        body = face(turn, original, marks=self.marks(), around=self.around)
        common = [("u", _("undo"))] if can_undo else []
        match turn.stage:
            case "asking":
                foot = question_keys(turn, [*common, ("?", _("help")), ("q", _("quit"))])
            case "typing":
                foot = typing_keys(turn, plain_line=self.screen.plain)
            case "ticking":
                foot = ticking_keys(turn, [("?", _("help"))])
            case "shown":
                common = [*common, ("l", _("article")), ("e", _("edit"))]
                common += [("?", _("help")), ("q", _("quit"))]
                foot = rating_keys(turn, self.waits_by_rating(practice), common)
        self.screen.draw(View(top, body, [*status(self.message), *foot]))

    def marks(self) -> list[str]:
        """What is to be said of the card beside its type."""
        state = self.desk.state(self.card)
        said = [
            (state.flagged, _("⚑ flagged")),
            (state.suspended, _("suspended")),
            (state.buried == self.desk.today(), _("buried")),
        ]
        return [words for so, words in said if so]

    def waits_by_rating(self, practice: bool) -> dict[Rating, str]:
        if practice:
            return {}
        now, day = self.desk.now(), self.desk.today()  # before: 1m, not 59.9 s
        states = self.desk.preview(self.card)
        return {rating: wait_until(state, now, day) for rating, state in states.items()}

    def end_words(self) -> list[str]:
        following = self.desk.next()
        words = [_("That was the last card.")]
        if following:
            words.append(next_words(following, self.desk.today(), self.desk.zone))
        return words


def _leech(before: CardState, after: CardState) -> Message:
    if after.lapses == before.lapses:
        return Message()
    if after.suspended and not before.suspended:
        words = _("Forgotten {n} times: the card was suspended as a leech. Rewording it may help.")
        return Message(words.format(n=after.lapses))
    if after.flagged and not before.flagged:
        words = _("Forgotten {n} times: the card was flagged as a leech. Rewording it may help.")
        return Message(words.format(n=after.lapses))
    return Message()
