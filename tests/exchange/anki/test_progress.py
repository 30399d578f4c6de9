import random
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, Package
from studykit.exchange.anki.presets import settings_of_package
from studykit.exchange.anki.progress import Progress, progress_of, with_progress
from studykit.progress.lines import line_of
from studykit.progress.read import read_log
from studykit.scheduling.fold import fold, in_force
from studykit.scheduling.model import CardState, Grade, Mark, Record
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from tests.scheduling.making import at, day, grades, logs

# The days of `logs` begin at midnight.
SETTINGS = Settings(leech_lapses=3, day_starts_at=0)
CARDS = {101: "a", 102: "b", 103: "c"}
PACKAGE = Package(
    0,
    (),
    (AnkiDeck(5, "小镇的茶"),),
    (),
    tuple(AnkiCard(number, number, 5, modified=9, due=place) for place, number in enumerate(CARDS)),
)


def progress(records, today: str, settings: Settings = SETTINGS, zone=UTC) -> Progress:
    scheduler = Scheduler(settings)
    states = fold(records, scheduler)
    return Progress(
        "me", records, lambda card: states.get(card, CardState(card)), scheduler, zone, today
    )


def last_day(records) -> str:
    return max((one.day for one in records), default=day(0))


def carried(state: CardState, today: str) -> CardState:
    """What of a state both can hold: not when a mark was made, nor a burial that is over."""
    buried = state.buried if state.buried == today and not state.suspended else ""
    return replace(state, touched="", buried=buried)


def through(records, today: str) -> list[Record]:
    """The records that come back from a package, to someone who has none."""
    package = with_progress(PACKAGE, CARDS, progress(records, today))
    return progress_of(package, CARDS, progress([], today)).records


@given(logs())
def test_states_come_back(records):
    today = last_day(records)
    there = fold(through(records, today), Scheduler(SETTINGS))
    here = fold(records, Scheduler(SETTINGS))
    new = CardState("")
    for card in "abc":
        mine, back = (carried(found.get(card, new), today) for found in (here, there))
        assert replace(mine, card="") == replace(back, card=""), card


@given(logs())
def test_grades_come_back(records):
    back = [one for one in through(records, last_day(records)) if isinstance(one, Grade)]
    mine = [one for one in in_force(records) if isinstance(one, Grade)]
    assert [one._replace(id="") for one in back] == [one._replace(id="") for one in mine]


@given(logs())
def test_what_went_out_adds_nothing_when_it_comes_back(records):
    mine = progress(records, last_day(records))
    package = with_progress(PACKAGE, CARDS, mine)
    taken = progress_of(package, CARDS, mine)
    assert (taken.records, taken.grades, taken.aside) == ([], 0, 0)
    assert taken.known == len(package.reviews)


@given(logs(), logs(cards="a"))
def test_taken_in_twice_or_on_two_machines_it_is_the_same(theirs, mine):
    theirs = [one._replace(id="t" + one.id) for one in theirs if isinstance(one, Grade | Mark)]
    today = last_day([*theirs, *mine])
    package = with_progress(PACKAGE, CARDS, progress(theirs, today))
    once = progress_of(package, CARDS, progress(mine, today)).records
    again = progress_of(package, CARDS, progress([*mine, *once], today))
    assert again.records == []
    assert progress_of(package, CARDS, progress(mine, today)).records == once


def test_a_leech_that_was_taken_back_stays_so():
    again = grades(["easy", *["again", "good", "easy"] * 3])
    assert fold(again, Scheduler(SETTINGS))["a"].suspended
    records = [*again, Mark("m", at(99_999), day(99_999), "a", "unsuspend")]
    made = through(records, day(99_999))
    assert [one.deed for one in made if isinstance(one, Mark)] == ["unsuspend"]
    assert not fold(made, Scheduler(SETTINGS))["a"].suspended
    assert not [one for one in through(again, day(99_999)) if isinstance(one, Mark)]


def test_a_mark_that_another_of_its_second_follows_is_not_made_again():
    stamp = (at(10), day(10), "a")
    theirs, mine = [Mark("x", *stamp, "bury")], [Mark("r", *stamp, "unbury")]
    package = with_progress(PACKAGE, CARDS, progress(theirs, day(10)))
    once = progress_of(package, CARDS, progress(mine, day(10))).records
    assert [mark.deed for mark in once] == ["bury"]
    assert progress_of(package, CARDS, progress([*mine, *once], day(10))).records == []


@given(logs())
def test_records_from_a_package_can_stand_in_a_log(records):
    made = through(records, last_day(records))
    read = read_log("".join(map(line_of, made)), "log")
    assert (list(read.records), list(read.problems)) == (made, [])


def test_a_state_that_a_row_put_off_led_to_is_the_same():
    records: list[Record] = [
        Grade(f"{card}{n}", at(1440 * n), day(1440 * n), card, "good")
        for n in range(3)
        for card in "abc"
    ]
    there = fold(through(records, day(9999)), Scheduler(SETTINGS))
    here = fold(records, Scheduler(SETTINGS))
    for card in "abc":
        assert replace(here[card], at="", touched="") == replace(there[card], at="", touched="")


def test_the_package_carries_the_learners_settings():
    settings = Settings(desired_retention=0.84, learning_steps=(90,))
    package = with_progress(PACKAGE, CARDS, progress(grades(["good"]), day(0), settings))
    assert [deck.preset for deck in package.decks] == [preset.id for preset in package.presets]
    assert settings_of_package(package, Settings()) == settings


def test_decks_that_came_from_anki_keep_their_options():
    note = Note(101, "tea", 17, ("茶", "叶"))
    mixed = replace(PACKAGE, decks=(*PACKAGE.decks, AnkiDeck(6, "别的")), notes=(note,))
    package = with_progress(mixed, CARDS, progress([], day(0)))
    assert [deck.preset == 1 for deck in package.decks] == [True, False]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_days_are_counted_from_the_learners_first(zone):
    records = grades(["easy"])
    package = with_progress(PACKAGE, CARDS, progress(records, day(99 * 1440), zone=ZoneInfo(zone)))
    card = package.cards[0]
    assert package.created % 86400 == 43200
    assert card.due == card.interval


def test_cards_that_are_not_the_learners_stay_as_they_are():
    package = with_progress(PACKAGE, {101: "a"}, progress(grades(["good"]), day(0)))
    assert package.cards[1:] == PACKAGE.cards[1:]
    assert package.cards[0] != PACKAGE.cards[0]


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_a_package_does_not_matter(records, rng: random.Random):
    today = last_day(records)
    package = with_progress(PACKAGE, CARDS, progress(records, today))
    shuffled = replace(
        package,
        reviews=tuple(rng.sample(package.reviews, len(package.reviews))),
        cards=tuple(rng.sample(package.cards, len(package.cards))),
    )
    empty = progress([], today)
    assert progress_of(shuffled, CARDS, empty) == progress_of(package, CARDS, empty)
