"""What a card in Anki says besides its reviews: suspended, buried today, flagged."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from studykit.exchange.anki.calendar import Calendar, milliseconds, moment_of
from studykit.exchange.anki.model import AnkiCard, Review
from studykit.exchange.anki.records import can_be_counted, stable_id
from studykit.exchange.anki.scheduling import BURIED, BURIED_BY_HAND, NEW, SUSPENDED
from studykit.scheduling.model import CardState, Deed, Mark
from studykit.scheduling.times import instant

_Matter = Literal["suspend", "bury", "flag"]
_UNDOING: Mapping[_Matter, Deed] = {"suspend": "unsuspend", "bury": "unbury", "flag": "unflag"}


def marks_of(
    cards: Iterable[AnkiCard],
    ids: Mapping[int, str],
    reviews: Iterable[Review],
    states: Mapping[str, CardState],
    calendar: Calendar,
    gone: Collection[str] = (),
) -> list[Mark]:
    """The marks that bring `states`, the reviews being in them, to what the cards say.

    `ids` gives a card's id by its number. Where the learner touched a card after
    Anki did, it stays as it is. Cards that are `gone` went out suspended, which is
    no deed of the learner's.
    """
    last: dict[int, int] = {}
    for row in reviews:
        last[row.card] = max(last.get(row.card, 0), row.id)
    marks = [
        mark
        for card in cards
        if card.id in ids
        for mark in _marks(card, ids[card.id], last.get(card.id, 0), states, calendar)
        if not (mark.card in gone and mark.deed in ("suspend", "unsuspend"))
    ]
    return sorted(marks, key=lambda mark: (mark.at, mark.id))


def _marks(
    card: AnkiCard, id_: str, last: int, states: Mapping[str, CardState], calendar: Calendar
) -> Iterator[Mark]:
    state = states.get(id_) or CardState(id_)
    touched = milliseconds(state.touched) // 1000 if state.touched else 0
    # Seconds are all that Anki keeps of when a card was changed; it was after its last review.
    at = max(card.modified * 1000, last + 1)
    if card.modified < touched or not can_be_counted(at):
        return
    for matter, there, here in _differences(card, state, calendar.day_of(moment_of(at)), calendar):
        # A card that was never learned there says nothing of what was done here.
        if there and not here:
            yield _mark(at, id_, matter, calendar)
        elif here and not there and (card.type != NEW or card.reps):
            yield _mark(at, id_, _UNDOING[matter], calendar)


def _differences(
    card: AnkiCard, state: CardState, day: str, calendar: Calendar
) -> Iterator[tuple[_Matter, bool, bool]]:
    """Of each matter whether it is so in Anki, and whether it is so here."""
    yield "suspend", card.queue == SUSPENDED, state.suspended
    # Buried is for one day, and a suspended card is not buried in Anki.
    if day == calendar.today and card.queue != SUSPENDED:
        buried = card.queue in (BURIED, BURIED_BY_HAND)
        yield "bury", buried, state.buried == day
    yield "flag", card.flags % 8 != 0, state.flagged


def _mark(at: int, card: str, deed: Deed, calendar: Calendar) -> Mark:
    moment = moment_of(at)
    return Mark(stable_id(at, card, deed), instant(moment), calendar.day_of(moment), card, deed)
