"""What `stats` and `history` work on: a learner's records, and where their cards stand."""

from dataclasses import dataclass
from pathlib import Path

from studykit.cli.learners import clock, existing_learner
from studykit.cli.shelves import chosen_decks
from studykit.deck.file import load_deck
from studykit.errors import StudykitError
from studykit.progress.learner import Learner
from studykit.scheduling.times import day_of, moment
from studykit.statistics.counts import Place
from studykit.statistics.report import Report, make_report, within


@dataclass(frozen=True, slots=True)
class Standing:
    """A learner, where their cards stand, and a line for each deck or record that cannot be read.

    `places` are the cards of the decks; `others` those that have gone from them, and,
    unless decks were named, those with a record that are in none.
    """

    learner: Learner
    places: tuple[Place, ...]
    others: tuple[Place, ...]
    problems: tuple[str, ...]
    decks_named: bool

    def day_of(self, at: str) -> str:
        """The learner's day of an instant."""
        return day_of(moment(at), self.learner.zone, self.learner.settings.day_starts_at)


def open_standing(decks: list[str] | None, learner: str, progress: Path | None) -> Standing:
    """The standing of a learner in these decks, or in all that they have opened.

    StudykitError where there is no such learner, or a deck that is named cannot be read.
    """
    folder = existing_learner(progress, learner)
    reader = Learner(folder, clock)
    reader.keep_snapshot()
    places: dict[str, Place] = {}
    others: dict[str, Place] = {}
    problems = [str(problem) for problem in reader.problems]
    for path in chosen_decks(decks, folder):
        try:
            deck = load_deck(path)
        except StudykitError as error:
            if decks:
                raise
            problems.append(str(error))
            continue
        for card in deck.cards:
            # One without an id has never been reviewed, and cannot have been.
            place = Place(card.id, deck.title, card.section, card.tags, card.prompt)
            if card.id:
                (others if card.gone else places).setdefault(card.id, place)
    if not decks:
        others |= {card: Place(card, "") for card in reader.standings if card not in others}
    rest = tuple(place for card, place in others.items() if card not in places)
    return Standing(reader, tuple(places.values()), rest, tuple(problems), bool(decks))


def report_of(standing: Standing, days: int) -> Report:
    """The report of today: the reviews of all cards unless decks were named, the cards of decks."""
    learner = standing.learner
    known = learner.standings
    cards = [place.card for place in standing.places]
    states = {card: learner.state(card) for card in cards if card in known}
    records = learner.records()
    if standing.decks_named:
        records = within(records, set(cards))
    return make_report(
        records,
        states,
        learner.scheduler,
        standing.places,
        learner.today(),
        days,
        standing.day_of,
    )
