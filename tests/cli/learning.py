"""A learner with a deck, for tests of commands that work on progress."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from studykit.cards.model import Card
from studykit.deck.file import write_deck
from studykit.deck.model import Deck
from studykit.progress.deck_list import add_decks
from studykit.progress.folder import Folder
from studykit.progress.session import open_session

CARDS = tuple(
    Card(
        "qa",
        f"小镇第{n}条街叫什么名字？",
        f"茶街{n}号",
        id=f"street{n}",
        section=f"第{n % 2 + 1}节",
    )
    for n in range(6)
)
STREETS = Deck("streets", "小镇的街", "zh-Hans", CARDS)
TEA = Deck("tea", "小镇的茶", "zh-Hans", (replace(CARDS[0], id="tea0", prompt="茶园有多大？"),))


def learner(root: Path, *decks: Deck, name: str = "me") -> Folder:
    """A learner's folder below `root`, decks opened in it."""
    folder = Folder(root / name)
    folder.create()
    paths = []
    for deck in decks:
        paths.append(root / f"{deck.id}.yaml")
        write_deck(paths[-1], deck)
    add_decks(folder, paths)
    return folder


def grade(folder: Folder, *ratings: str, days_ago: int = 0) -> None:
    """Grade the streets one after another."""
    moments = iter(
        datetime.now(UTC) - timedelta(days=days_ago, seconds=100 - number) for number in range(99)
    )
    with open_session(folder, lambda: next(moments)) as session:
        for card, rating in zip(CARDS, ratings, strict=False):
            session.grade(card.id, rating, 1000)
