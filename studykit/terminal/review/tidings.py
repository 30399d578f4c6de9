"""What a session says of what it has done, and of what that means for a card."""

from studykit.errors import DeckError
from studykit.messages import _
from studykit.progress.session import Undone
from studykit.scheduling.model import CardState, Deed, Grade
from studykit.terminal.answering.faces import plain_question
from studykit.terminal.intervals import when
from studykit.terminal.names import deed_name, rating_name
from studykit.terminal.review.desk import Desk


def aside_deed(key: str, state: CardState, day: str) -> tuple[Deed, str]:
    """What `-` or `@` does to a card (the opposite where it is so already), and what is said."""
    if key == "-":
        if state.buried == day:
            return "unbury", _("Not buried any more.")
        return "bury", _("Buried until tomorrow; u takes it back.")
    if state.suspended:
        return "unsuspend", _("Not suspended any more.")
    return "suspend", _("Suspended; u or studykit review --aside takes it back.")


def leech_words(before: CardState, after: CardState) -> str:
    """What is said of a card that its last lapse made a leech; nothing of any other."""
    if after.lapses == before.lapses:
        return ""
    words = ""
    if after.suspended and not before.suspended:
        words = _("Forgotten {n} times: the card was suspended as a leech. Rewording it may help.")
    elif after.flagged and not before.flagged:
        words = _("Forgotten {n} times: the card was flagged as a leech. Rewording it may help.")
    return words.format(n=after.lapses)


def undone_words(desk: Desk, undone: Undone, started: str) -> str:
    """What was taken back, and when it was done if that was before this session started."""
    record = undone.record
    what = rating_name(record.rating) if isinstance(record, Grade) else deed_name(record.deed)
    known = has_card(desk, record.card)
    name = plain_question(desk.card(record.card)) if known else record.card
    words = _("Undone: {what} · {card}")
    if record.at < started:
        words = _("Undone, of {when}: {what} · {card}")
    return words.format(what=what, card=name, when=when(record.at, desk.zone))


def waits_today(desk: Desk, state: CardState) -> bool:
    """Whether a card is to be answered today, now that its last grade is undone."""
    day = desk.today()
    if state.suspended or state.buried == day or desk.practice(state.card):
        return False
    return state.phase != "review" or state.due <= day


def has_card(desk: Desk, card: str) -> bool:
    """Whether the card is in a deck of the session."""
    try:
        desk.card(card)
    except DeckError:
        return False
    return True
