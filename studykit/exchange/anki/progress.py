"""A learner's progress put into a package, and taken out of one."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import TYPE_CHECKING

from studykit.exchange.anki.calendar import Calendar
from studykit.exchange.anki.marks import marks_of
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.presets import preset_of_settings
from studykit.exchange.anki.records import grades_of, unknown
from studykit.exchange.anki.reviews import FILTERED, review_rows
from studykit.exchange.anki.scheduling import scheduled
from studykit.scheduling.fold import fold
from studykit.scheduling.model import CardState, Record

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
    """The package with where the learner stands with its cards, their log and their settings."""
    settings = progress.scheduler.settings
    states = {number: progress.state(card) for number, card in cards.items()}
    begun = [state.first for state in states.values() if state.first]
    calendar = progress.calendar(min(begun, default=""))
    numbers = {card: number for number, card in cards.items()}
    reviews = review_rows(progress.records, numbers, progress.scheduler)
    # Anki goes by the last review that counted.
    last = {row.card: row.id for row in reviews if row.kind != FILTERED}
    preset = preset_of_settings(settings, progress.learner)
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
        decks=tuple(replace(deck, preset=preset.id) for deck in package.decks),
    )


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
    found = grades_of(package.reviews, cards, calendar)
    grades = unknown(found.grades, progress.records)
    states = fold(_of(cards, [*progress.records, *grades]), progress.scheduler)
    marks = marks_of(package.cards, cards, package.reviews, states, calendar, gone)
    return Taken([*grades, *marks], len(grades), len(found.grades) - len(grades), found.aside)


def _of(cards: CardIds, records: Iterable[Record]) -> list[Record]:
    """The records of these cards, and what may have taken some of them back."""
    ids = set(cards.values())
    return [one for one in records if getattr(one, "card", None) in ids or hasattr(one, "undone")]


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
