"""A learner with a large deck and years of reviews behind them, made for measuring."""

import random
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from studykit.deck.dump import dump_deck
from studykit.deck.file import load_deck
from studykit.deck.model import Deck
from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from studykit.progress.lines import HEADER, line_of
from studykit.progress.record_ids import new_id
from studykit.scheduling.model import RATINGS, Grade, Record
from studykit.scheduling.times import instant
from tests.benchmarks.paired import ROOT

CARDS, REVIEWS = 10_000, 100_000
# Cards that were never seen, so that a session has new ones too.
UNSEEN = 500
YEARS = 2
# About what a learner gives at a desired retention of 0.9.
WEIGHTS = (10, 10, 70, 10)
SEED_DECK = ROOT / "decks" / "innovation.yaml"


def large_deck(cards: int = CARDS) -> Deck:
    """A deck of so many cards: those of the sample deck over and over, with ids of their own."""
    sample = load_deck(SEED_DECK)
    copies = [
        replace(
            card,
            id=f"k{number:07}",
            fact=f"{card.fact}-{number // len(sample.cards)}",
            prompt=f"{card.prompt}（第{number // len(sample.cards) + 1}遍）",
        )
        for number, card in (
            (number, sample.cards[number % len(sample.cards)]) for number in range(cards)
        )
    ]
    return replace(sample, id="large", cards=tuple(copies), made=())


def make_deck(path: Path, cards: int = CARDS) -> Path:
    """Write the large deck; gives its path."""
    path.write_text(dump_deck(large_deck(cards)), encoding="utf-8")
    return path


def records(cards: int = CARDS - UNSEEN, reviews: int = REVIEWS) -> list[Record]:
    """Reviews of so many cards over the last years, in the order of their instants."""
    rng = random.Random(7)
    now = datetime.now(UTC) - timedelta(days=1)
    moments = sorted(
        now - timedelta(seconds=rng.random() * YEARS * 365 * 86400) for _ in range(reviews)
    )
    out: list[Record] = []
    for number, moment in enumerate(moments):
        card = f"k{number % cards if number < cards else rng.randrange(cards):07}"
        rating = rng.choices(RATINGS, WEIGHTS)[0]
        day = (moment - timedelta(hours=4)).date().isoformat()
        id_ = new_id(moment, rng.randbytes)
        out.append(Grade(id_, instant(moment), day, card, rating, rng.randrange(800, 30000)))
    return out


def write_log(folder: Folder, log: list[Record]) -> None:
    """Write the monthly files of a log."""
    folder.create()
    months: defaultdict[str, list[str]] = defaultdict(list)
    for record in log:
        months[record.at[:7]].append(line_of(record))
    for month, lines in months.items():
        (folder.log / f"{month}.yaml").write_text(HEADER + "".join(lines), encoding="utf-8")


def make_learner(folder: Folder, log: list[Record]) -> None:
    """Write a learner's log and its snapshot."""
    write_log(folder, log)
    Learner(folder, lambda: datetime.now(UTC)).keep_snapshot()
