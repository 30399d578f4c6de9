"""A deck and a learner's progress with it, through the file of a package and back."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from studykit.exchange.anki.decks import decks_of
from studykit.exchange.anki.packing import Parcel, packed
from studykit.exchange.anki.presets import settings_of_package
from studykit.exchange.anki.progress import Progress, progress_of, with_progress
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from studykit.scheduling.fold import fold
from studykit.scheduling.model import CardState, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from tests.deck.making import decks
from tests.scheduling.making import DAY, logs

NOW = 2_000_000_000
SETTINGS = Settings(leech_lapses=3, day_starts_at=0, new_per_day=7)
SCHEDULER = Scheduler(SETTINGS)


def progress(records, today: str) -> Progress:
    states = fold(records, SCHEDULER)
    return Progress(
        "me", records, lambda card: states.get(card, CardState(card)), SCHEDULER, UTC, today
    )


def carried(state: CardState, today: str) -> CardState:
    """What of a state both can hold."""
    buried = state.buried if state.buried == today and not state.suspended else ""
    return replace(state, touched="", buried=buried)


@given(decks, logs(most=12))
def test_both_come_back(deck, records):
    ids = dict(zip("abc", [card.id for card in deck.cards], strict=False))
    own = [
        one if isinstance(one, Undo) else one._replace(card=ids[one.card])
        for one in records
        if isinstance(one, Undo) or one.card in ids
    ]
    today = max((one.day for one in own), default=DAY)
    made = packed([Parcel(deck, lambda _at: None, NOW)], NOW)
    mine = progress(own, today)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tea.apkg"
        write_package(path, with_progress(made.package, made.cards, mine))
        package, problems = read_package(path)
    imported = decks_of(package, "tea.apkg")
    assert (problems, imported.problems) == ([], ())
    assert [one.deck for one in imported.decks] == [deck]
    assert settings_of_package(package, Settings(day_starts_at=0)) == SETTINGS

    gone = {card.id for card in deck.cards if card.gone}
    taken = progress_of(package, imported.card_ids, progress([], today), gone)
    there = fold(taken.records, SCHEDULER)
    for card in deck.cards:
        expected = carried(mine.state(card.id), today)
        back = carried(there.get(card.id, CardState(card.id)), today)
        if card.id in gone:
            expected, back = (replace(one, suspended=False, buried="") for one in (expected, back))
        assert back == expected
    assert progress_of(package, imported.card_ids, mine, gone).records == []
