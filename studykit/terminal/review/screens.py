"""The screen of a moment of the session, made of its card, its counts and its keys."""

from studykit.messages import _
from studykit.review import Review
from studykit.scheduling.model import Rating
from studykit.terminal.answering.faces import face
from studykit.terminal.answering.footers import question_keys, ticking_keys, typing_keys
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import Turn
from studykit.terminal.intervals import next_words, wait_until
from studykit.terminal.review.desk import Desk
from studykit.terminal.review.views import end_view, header, rating_keys
from studykit.terminal.screen import View
from studykit.terminal.status import Message, status


def card_of(
    desk: Desk, review: Review, turn: Turn, message: Message, *, around: bool, plain_line: bool
) -> View:
    """The screen of a card; `around` as for `faces.face`, `plain_line` as for `typing_keys`."""
    card = turn.card.id
    practice = desk.practice(card)
    top = header(review, desk.title(card), review.kind_of(card), practice)
    original = desk.original(card) if turn.stage == "shown" else Original()
    body = face(turn, original, marks=_marks(desk, card), around=around)
    undo = [("u", _("undo"))] if review.before else []
    leave = [("?", _("help")), ("q", _("quit"))]
    match turn.stage:
        case "asking":
            foot = question_keys(turn, [*undo, *leave])
        case "typing":
            foot = typing_keys(turn, plain_line=plain_line)
        case "ticking":
            foot = ticking_keys(turn, leave[:1])
        case "shown":
            more = [*undo, ("l", _("article")), ("e", _("edit")), *leave]
            foot = rating_keys(turn, {} if practice else _waits(desk, card), more)
    return View(top, body, [*status(message), *foot])


def end_of(desk: Desk, review: Review, message: Message) -> View:
    """The screen after the last card, with when the next one comes."""
    words = [_("That was the last card.")]
    following = desk.next()
    if following:
        words.append(next_words(following, desk.today(), desk.zone))
    top = header(review, "", None, practice=False)
    return end_view(top, words, review.before is not None, message)


def _marks(desk: Desk, card: str) -> list[str]:
    """What is to be said of the card beside its type."""
    state = desk.state(card)
    said = [
        (state.flagged, _("⚑ flagged")),
        (state.suspended, _("suspended")),
        (state.buried == desk.today(), _("buried")),
    ]
    return [words for so, words in said if so]


def _waits(desk: Desk, card: str) -> dict[Rating, str]:
    """How long the card would wait after each rating."""
    now, day = desk.now(), desk.today()  # before they are computed: 1m, not 59.9 s
    states = desk.preview(card)
    return {rating: wait_until(state, now, day) for rating, state in states.items()}
