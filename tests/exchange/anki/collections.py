"""Anki itself (package `anki`, AGPL: for tests only), to import and export packages with."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from studykit.scheduling.model import RATINGS, Rating

# Anki goes by the machine's clock, which cannot be set for it alone.
_NOW = datetime.now().astimezone()
by_day = pytest.mark.skipif(
    225 <= 60 * _NOW.hour + _NOW.minute < 255,
    reason="a day of Anki's begins at four: what is told apart by day is of two days just now",
)
_COUNTS = ("new", "updated", "duplicate", "conflicting", "first_field_match")


class Anki:
    """A collection of Anki's with FSRS on."""

    def __init__(self, collection: Any) -> None:
        self.col = collection
        collection.set_config("fsrs", True)

    def take(self, path: Path, *, progress: bool = True) -> dict[str, int]:
        """Import a package; how many notes met which fate, none of them left out."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        options = ImportAnkiPackageOptions(with_scheduling=progress, with_deck_configs=progress)
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.col.import_anki_package(request).log
        return {key: len(getattr(log, key)) for key in _COUNTS if len(getattr(log, key))}

    def give(self, path: Path, *, legacy: bool = True) -> None:
        """Export everything with progress."""
        from anki.collection import ExportAnkiPackageOptions

        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        self.col.export_anki_package(out_path=str(path), options=options, limit=None)

    def check(self) -> str:
        """What Check Database says."""
        text, _sound = self.col.fix_integrity()
        return str(text)

    def rows(self, table: str) -> list[list[Any]]:
        """The rows of a table, by id."""
        return list(self.col.db.all(f"select * from {table} order by id"))

    def card_of(self, guid: str) -> Any:
        """The first card of a note."""
        found = self.col.db.scalar(
            "select cards.id from cards join notes on nid = notes.id where guid = ?", guid
        )
        return self.col.get_card(found)

    def answer(self, guid: str, rating: Rating) -> Any:
        """Answer the first card of a note; gives it as it is then."""
        return self.answer_card(self.card_of(guid).id, rating)

    def answer_card(self, number: int, rating: Rating) -> Any:
        """Answer a card as it stands, whatever the queue; gives it as it is then."""
        from anki.scheduler.v3 import CardAnswer

        card = self.col.get_card(number)
        states = self.col._backend.get_scheduling_states(card.id)
        number = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)
        card.start_timer()
        answer = self.col.sched.build_answer(
            card=card, states=states, rating=number[RATINGS.index(rating)]
        )
        self.col.sched.answer_card(answer)
        return self.col.get_card(card.id)


@contextmanager
def anki(folder: Path) -> Iterator[Anki]:
    """A new collection in a folder."""
    os.environ["ANKI_TEST_MODE"] = "1"  # its own switch against fuzz
    from anki.collection import Collection

    collection = Collection(str(folder / "collection.anki2"))
    try:
        yield Anki(collection)
    finally:
        collection.close()
