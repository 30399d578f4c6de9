"""A learner's 10,000 cards of every type with 100,000 reviews, through Anki itself."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.decks import decks_of
from studykit.exchange.anki.packing import Parcel, packed
from studykit.exchange.anki.progress import Progress, progress_of, with_progress
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from studykit.scheduling.fold import fold
from studykit.scheduling.model import RATINGS, Grade
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import day_of, days_between, instant

pytest.importorskip("anki", reason="Anki's package is for Linux only")

from tests.exchange.anki.collections import anki, by_day

pytestmark = by_day

CARDS, REVIEWS = 10_000, 10
EDITED, ANSWERED = 100, 12
SOUND = "Database rebuilt and optimized."
SCHEDULER = Scheduler(Settings(leech_lapses=5))
NOW = datetime.now(UTC)
SECONDS = int(NOW.timestamp())
TODAY = day_of(NOW, None, 4)
WEIGHTS = (15, 10, 65, 10)


def card(number: int) -> Card:
    """A card; all types take turns."""
    prompt, word = f"第{number}座茶园叫什么？", f"第{number}茶园"
    common = {"id": f"c{number:05}", "section": f"第{number % 7}节", "quotes": (f"{word}在山上",)}
    match number % 6:
        case 0:
            return Card("qa", prompt, word, **common)
        case 1:
            return Card("numeric", f"第{number}座茶园多大？", f"{number}亩", **common)
        case 2:
            return Card("cloze", f"____在____，第{number}座。", (word, "山上"), **common)
        case 3:
            return Card("choice", prompt, word, options=(word, "甲园", "乙园", "丙园"), **common)
        case 4:
            return Card("truefalse", f"{word}在山上。", number % 4 == 0, **common)
        case _:
            return Card("list", f"第{number}座茶园有什么？", ("茶", "路"), ordered=True, **common)


def grades() -> list[Grade]:
    rng = random.Random(11)
    out = []
    for number in range(CARDS):
        moment = NOW - timedelta(days=rng.uniform(150, 200))
        for time in range(REVIEWS):
            rating = rng.choices(RATINGS, WEIGHTS)[0]
            stamp = instant(moment), day_of(moment, None, 4)
            out.append(Grade(f"{number:05}{time}", *stamp, f"c{number:05}", rating, 2000))
            moment += timedelta(days=rng.uniform(0, 3 * (time + 1)))
    return out


@pytest.fixture(scope="module")
def learner():
    records = grades()
    states = fold(records, SCHEDULER)
    return Progress("me", records, states.__getitem__, SCHEDULER, None, TODAY)


@pytest.fixture(scope="module")
def deck():
    return Deck("tea", "茶园", "zh-Hans", tuple(map(card, range(CARDS))))


def written(path, deck, learner, ledger=None):
    parcel = Parcel(deck, lambda _at: None, SECONDS - 10**6, ledger)
    made = packed([parcel], SECONDS)
    write_package(path, with_progress(made.package, made.cards, learner))
    return made


def same(there, here, today: int) -> bool:
    """Whether a row of Anki's cards says what our state says."""
    type_, queue, due, interval = there[6:10]
    memory = json.loads(there[17])
    if here.phase == "review":
        placed = due - today == days_between(TODAY, here.due)
        placed &= interval == days_between(here.day, here.due)
    else:
        placed = type_ == {"learning": 1, "relearning": 3}[here.phase]
    return (
        placed
        and there[11:13] == [here.reps, here.lapses]
        and (queue == -1) == here.suspended
        and abs(memory["s"] - here.stability) < 6e-5
        and abs(memory["d"] - here.difficulty) < 6e-4
    )


def test_a_large_deck_goes_to_anki_and_back(tmp_path, deck, learner):
    first = written(tmp_path / "tea.apkg", deck, learner)
    with anki(tmp_path) as there:
        assert there.take(tmp_path / "tea.apkg") == {"new": CARDS}
        cards, reviews = there.rows("cards"), there.rows("revlog")
        assert (len(cards), len(reviews)) == (CARDS, CARDS * REVIEWS)
        assert there.check() == SOUND
        assert (there.rows("cards"), there.rows("revlog")) == (cards, reviews)
        guids = dict(there.col.db.all("select id, guid from notes"))
        today = there.col.sched.today
        assert all(same(row, learner.state(guids[row[1]]), today) for row in cards)

        assert there.take(tmp_path / "tea.apkg") == {"duplicate": CARDS}
        assert (there.rows("cards"), there.rows("revlog")) == (cards, reviews)

        answered = [one.id for one in deck.cards if not learner.state(one.id).suspended][:ANSWERED]
        for id_ in answered:
            there.answer(id_, "good")
        cards, reviews = there.rows("cards"), there.rows("revlog")
        step = CARDS // EDITED
        edited = tuple(
            replace(one, explanation="新的说明") if number % step == 0 else one
            for number, one in enumerate(deck.cards)
        )
        newer = replace(deck, cards=edited)
        written(tmp_path / "newer.apkg", newer, learner, first.ledgers[0])
        fates = {"updated": EDITED, "duplicate": CARDS - EDITED}
        assert there.take(tmp_path / "newer.apkg") == fates
        assert (there.rows("cards"), there.rows("revlog")) == (cards, reviews)
        assert there.check() == SOUND
        there.give(tmp_path / "back.apkg", legacy=False)

    back, problems = read_package(tmp_path / "back.apkg")
    imported = decks_of(back, "back.apkg")
    assert (problems, imported.problems) == ([], ())
    assert [one.deck for one in imported.decks] == [newer]
    taken = progress_of(back, imported.card_ids, learner)
    assert sorted(one.card for one in taken.records) == sorted(answered)
    assert taken.known == CARDS * REVIEWS
