"""Anki takes our progress over, finds nothing wrong with it, and goes on from it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.packing import Parcel, packed
from studykit.exchange.anki.progress import Progress, progress_of, with_progress
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from studykit.scheduling.fold import fold
from studykit.scheduling.model import RATINGS, CardState, Grade, Mark, Record
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import day_of, days_between, instant

pytest.importorskip("anki", reason="Anki's package is for Linux only")

from tests.exchange.anki.collections import anki, by_day

pytestmark = by_day

NOW = datetime.now(UTC)
SETTINGS = Settings(
    desired_retention=0.86, learning_steps=(60, 600, 86400), leech_lapses=2, fuzz=False
)
SCHEDULER = Scheduler(SETTINGS)
TODAY = day_of(NOW, None, SETTINGS.day_starts_at)

# What was done with each card: days ago and rating, or a deed today.
DONE: dict[str, list[tuple[float, str]]] = {
    "new": [],
    "learning": [(0.002, "good")],
    "dayly": [(0.002, "good"), (0.001, "good")],
    "review": [(9, "good"), (8, "good"), (7, "good"), (2, "good")],
    "easy": [(3, "easy")],
    "overdue": [(90, "easy"), (80, "hard")],
    "relearning": [(9, "easy"), (0.001, "again")],
    "suspended": [(9, "easy"), (0, "suspend")],
    "leech": [(9, "easy"), (5, "again"), (4, "good"), (3, "again")],
    "buried": [(9, "easy"), (0, "bury")],
    "flagged": [(9, "easy"), (0, "flag")],
    "never": [(0, "suspend")],
    "aside": [(0, "bury")],
    "practised": [(9, "easy"), (1, "practice")],
    "cram": [(1, "practice")],
}


def records() -> list[Record]:
    out: list[Record] = []
    for card, deeds in DONE.items():
        for number, (days, deed) in enumerate(deeds):
            moment = NOW - timedelta(days=days)
            day = day_of(moment, None, SETTINGS.day_starts_at)
            stamp = (f"{card}{number}", instant(moment), day, card)
            if deed in RATINGS or deed == "practice":
                rating = deed if deed in RATINGS else "good"
                out.append(Grade(*stamp, rating, 1234, deed == "practice"))
            else:
                out.append(Mark(*stamp, deed))
    return out


RECORDS = records()
STATES = fold(RECORDS, SCHEDULER)
DECK = Deck(
    "tea",
    "小镇的茶",
    "zh-Hans",
    tuple(Card("qa", f"第{n}种茶叫什么？", f"茶{n}号", id=card) for n, card in enumerate(DONE)),
)


def progress(known: list[Record]) -> Progress:
    states = fold(known, SCHEDULER)
    return Progress(
        "me", known, lambda card: states.get(card, CardState(card)), SCHEDULER, None, TODAY
    )


def state(card: str) -> CardState:
    return STATES.get(card, CardState(card))


def parcel(deck: Deck = DECK, ledger=None) -> Parcel:
    return Parcel(deck, lambda _at: None, int(NOW.timestamp()) - 10**6, ledger)


def package(path, deck: Deck = DECK, ledger=None):
    made = packed([parcel(deck, ledger)], int(NOW.timestamp()))
    write_package(path, with_progress(made.package, made.cards, progress(RECORDS)))
    return made


@pytest.fixture
def apkg(tmp_path):
    package(tmp_path / "tea.apkg")
    return tmp_path / "tea.apkg"


@pytest.fixture
def taken(tmp_path, apkg):
    """Anki, with the package taken in."""
    with anki(tmp_path) as found:
        assert found.take(apkg) == {"new": len(DONE)}
        yield found


def test_check_database_finds_nothing(taken):
    cards, reviews = taken.rows("cards"), taken.rows("revlog")
    assert len(reviews) == sum(isinstance(one, Grade) for one in RECORDS)
    assert taken.check() == "Database rebuilt and optimized."
    assert (taken.rows("cards"), taken.rows("revlog")) == (cards, reviews)


@pytest.mark.parametrize(
    ("card", "type_", "queue"),
    [
        ("new", 0, 0),
        ("learning", 1, 1),
        ("dayly", 1, 3),
        ("review", 2, 2),
        ("easy", 2, 2),
        ("overdue", 2, 2),
        ("relearning", 3, 1),
        ("suspended", 2, -1),
        ("leech", 3, -1),
        ("buried", 2, -3),
        ("flagged", 2, 2),
        ("never", 0, -1),
        ("aside", 0, -3),
        ("practised", 2, 2),
        ("cram", 0, 0),
    ],
)
def test_a_card_stands_where_it_stood(taken, card, type_, queue):
    there, here = taken.card_of(card), state(card)
    assert (there.type, there.queue) == (type_, queue)
    assert (there.reps, there.lapses) == (here.reps, here.lapses)
    assert there.user_flag() == (1 if here.flagged else 0)
    if here.phase == "review":
        days = there.due - taken.col.sched.today
        assert days == days_between(TODAY, here.due)
        assert there.ivl == days_between(here.day, here.due)
    elif queue == 3:
        assert there.due - taken.col.sched.today == 1
    elif here.phase != "new":
        assert there.due == int(datetime.fromisoformat(here.due).timestamp())
    if here.reps:
        memory = there.memory_state
        assert memory.stability == pytest.approx(here.stability, abs=6e-5, rel=1e-6)
        assert memory.difficulty == pytest.approx(here.difficulty, abs=6e-4)
        assert there.desired_retention == pytest.approx(SETTINGS.desired_retention)


@pytest.mark.parametrize("rating", RATINGS)
@pytest.mark.parametrize(
    "card", ["new", "learning", "dayly", "review", "easy", "overdue", "relearning", "practised"]
)
def test_anki_goes_on_from_the_same_memory(taken, card, rating):
    here = SCHEDULER.grade(state(card), rating, instant(NOW), TODAY)
    there = taken.answer(card, rating)
    # What Anki keeps of where it went on from has four and three decimals.
    assert there.memory_state.stability == pytest.approx(here.stability, rel=1e-3, abs=1e-4)
    assert there.memory_state.difficulty == pytest.approx(here.difficulty, abs=1.1e-3)
    assert there.reps == here.reps
    if here.phase == "review":
        days = days_between(here.day, here.due)
        assert abs(there.ivl - days) <= max(1, days // 50)  # another rounding of the same
    else:
        left = len(SETTINGS.learning_steps if here.phase == "learning" else (600,)) - here.step
        assert there.left % 1000 == left


def test_a_second_import_changes_nothing(taken, apkg):
    before = [taken.rows(table) for table in ("notes", "cards", "revlog", "decks")]
    assert taken.take(apkg) == {"duplicate": len(DONE)}
    after = [taken.rows(table) for table in ("notes", "cards", "revlog", "decks")]
    assert after[1:3] == before[1:3]
    assert [row[6:8] for row in after[0]] == [row[6:8] for row in before[0]]


def test_progress_made_in_anki_survives_an_edited_deck(taken, tmp_path):
    first = packed([parcel()], int(NOW.timestamp()))
    for card in ("new", "review"):
        taken.answer(card, "good")
    cards, reviews = taken.rows("cards"), taken.rows("revlog")
    edited = tuple(
        replace(card, answer="碧螺春") if card.id in ("new", "easy") else card
        for card in DECK.cards
    )
    more = (*edited, Card("qa", "又有什么茶？", "白茶", id="more"))
    package(tmp_path / "new.apkg", replace(DECK, cards=more), first.ledgers[0])
    assert taken.take(tmp_path / "new.apkg") == {
        "new": 1,
        "updated": 2,
        "duplicate": len(DONE) - 2,
    }
    assert taken.rows("cards")[:-1] == cards
    assert taken.rows("revlog") == reviews
    assert "碧螺春" in taken.card_of("easy").note().fields
    assert taken.check() == "Database rebuilt and optimized."


@pytest.mark.parametrize("legacy", [True, False])
def test_what_was_done_in_anki_comes_back(taken, tmp_path, legacy):
    taken.answer("new", "good")
    taken.answer("review", "again")
    taken.col.sched.suspend_cards([taken.card_of("easy").id])
    taken.col.set_user_flag_for_cards(4, [taken.card_of("easy").id])
    taken.col.sched.unsuspend_cards([taken.card_of("suspended").id])
    taken.give(tmp_path / "back.apkg", legacy=legacy)
    back, problems = read_package(tmp_path / "back.apkg")
    assert problems == []
    ids = {card.id: note.guid for card in back.cards for note in back.notes if note.id == card.note}
    found = progress_of(back, ids, progress(RECORDS))
    assert [(one.card, one.rating) for one in found.records if isinstance(one, Grade)] == [
        ("new", "good"),
        ("review", "again"),
    ]
    assert {(one.card, one.deed) for one in found.records if isinstance(one, Mark)} == {
        ("easy", "suspend"),
        ("easy", "flag"),
        ("suspended", "unsuspend"),
    }
    again = progress_of(back, ids, progress([*RECORDS, *found.records]))
    assert (again.records, again.known) == ([], len(back.reviews))


def test_what_only_went_through_anki_adds_nothing(taken, tmp_path):
    taken.give(tmp_path / "back.apkg")
    back, _problems = read_package(tmp_path / "back.apkg")
    ids = {card.id: note.guid for card in back.cards for note in back.notes if note.id == card.note}
    assert progress_of(back, ids, progress(RECORDS)).records == []
