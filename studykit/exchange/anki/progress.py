"""A learner's progress put into a package, and taken out of one."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import TYPE_CHECKING

from studykit.cards.model import CARD_TYPES
from studykit.exchange.anki.calendar import Calendar
from studykit.exchange.anki.marks import marks_of
from studykit.exchange.anki.model import AnkiCard, Package
from studykit.exchange.anki.note_types import note_type_id
from studykit.exchange.anki.presets import preset_of_settings
from studykit.exchange.anki.records import grades_of
from studykit.exchange.anki.reviews import FILTERED, review_rows
from studykit.exchange.anki.scheduling import scheduled
from studykit.scheduling.fold import fold
from studykit.scheduling.model import CardState, Grade, Mark, Record, Undo

if TYPE_CHECKING:
    from studykit.progress.learner import Learner
    from studykit.scheduling.scheduler import Scheduler

CardIds = Mapping[int, str]
"""The id here of each card of a package, by its number there."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a learner's progress is: all records, the states they lead to, whose it is.

    `today` is the learner's day in `zone`.
    """

    learner: str
    records: Sequence[Record]
    state: Callable[[str], CardState]
    scheduler: "Scheduler"
    zone: tzinfo | None
    today: str

    def calendar(self, first: str = "") -> Calendar:
        """The learner's days, counted from `first` (today if empty)."""
        starts_at = self.scheduler.settings.day_starts_at
        return Calendar(first or self.today, self.today, self.zone, starts_at)


def with_progress(package: Package, cards: CardIds, progress: Progress) -> Package:
    """The package with where the learner stands with its cards, their log and their settings.

    Decks that came from Anki keep the options that they have there.
    """
    settings = progress.scheduler.settings
    states = {number: progress.state(card) for number, card in cards.items()}
    begun = [state.first for state in states.values() if state.first]
    calendar = progress.calendar(min(begun, default=""))
    numbers = {card: number for number, card in cards.items()}
    reviews = review_rows(progress.records, numbers, progress.scheduler)
    # Anki goes by the last review that counted.
    last = {row.card: row.id for row in reviews if row.kind != FILTERED}
    preset = preset_of_settings(settings, progress.learner)
    theirs = _decks_of_anki(package)
    return replace(
        package,
        created=calendar.created,
        cards=tuple(
            scheduled(card, states[card.id], last.get(card.id, 0), calendar, settings)
            if card.id in states
            else card
            for card in package.cards
        ),
        reviews=tuple(reviews),
        presets=(*package.presets, preset),
        decks=tuple(
            deck if deck.id in theirs else replace(deck, preset=preset.id) for deck in package.decks
        ),
    )


def _decks_of_anki(package: Package) -> set[int]:
    """The decks that hold notes which are not of studykit's own types."""
    own = {note_type_id(type_) for type_ in CARD_TYPES}
    notes = {note.id for note in package.notes if note.type not in own}
    return {card.deck for card in package.cards if card.note in notes}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a package adds to a learner's log.

    `known` answers were in the log already; `aside` rows of the package's log are
    no answers.
    """

    records: list[Record]
    grades: int
    known: int
    aside: int


def progress_of(
    package: Package, cards: CardIds, progress: Progress, gone: Collection[str] = ()
) -> Taken:
    """The records of a package that a learner's log does not have yet.

    `gone` are the cards that their article no longer gives: Anki has them suspended.
    """
    calendar = progress.calendar()
    found = grades_of(package.reviews, cards, calendar, progress.records)
    records = [*progress.records, *found.new]
    asked = _in_question(package.cards, cards, records, progress.scheduler.settings.leech_lapses)
    numbers = {number: card for number, card in cards.items() if card in asked}
    states = fold(_of(asked, records), progress.scheduler)
    marks = marks_of(package.cards, numbers, package.reviews, states, calendar, gone)
    # One that was taken in before may have another of the same second after it.
    known = {record.id for record in progress.records}
    marks = [mark for mark in marks if mark.id not in known]
    return Taken([*found.new, *marks], len(found.new), found.known, found.aside)


def _in_question(
    there: Iterable[AnkiCard], cards: CardIds, records: Iterable[Record], leech_lapses: int
) -> set[str]:
    """The cards that may be suspended, buried or flagged, here or there.

    Of all others it is known without computing their states.
    """
    asked = {
        cards[card.id] for card in there if card.id in cards and (card.queue < 0 or card.flags)
    }
    again: Counter[str] = Counter()
    for record in records:
        if isinstance(record, Mark):
            asked.add(record.card)
        elif isinstance(record, Grade) and record.rating == "again":
            again[record.card] += 1
    return asked | {card for card, times in again.items() if times >= leech_lapses > 0}


def _of(cards: Collection[str], records: Iterable[Record]) -> list[Record]:
    """The records of these cards, and what may have taken some of them back."""
    return [one for one in records if isinstance(one, Undo) or one.card in cards]


def progress_of_learner(learner: "Learner") -> Progress:
    """The progress of a learner that is open."""
    return Progress(
        learner.folder.name,
        learner.records(),
        learner.state,
        learner.scheduler,
        learner.zone,
        learner.today(),
    )
