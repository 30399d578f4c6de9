"""Anki's own scheduler (package `anki`, AGPL: for tests only) asked about given histories.

Cards and their review logs are put into a collection made for the purpose, by
SQL; the backend makes memory states of the logs, and the next states of cards.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studykit.scheduling.model import RATINGS, CardState, Phase, Rating
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_between
from tests.scheduling.histories import History

# Cards are asked about on the day after their last review.
DAYS_AFTER = 1

_DAY = 86400
_TYPE = {"learning": 1, "review": 2, "relearning": 3}
_QUEUE = {"learning": 1, "review": 2, "relearning": 1}


@dataclass(frozen=True, slots=True)
class Answer:
    """What Anki makes of a card; `wait` is in days in the phase review, else in seconds."""

    phase: Phase
    stability: float
    difficulty: float
    wait: int


class Anki:
    """A collection in which the cards numbered from 1 have these histories."""

    def __init__(self, collection: Any, histories: Sequence[History]) -> None:
        self._col = collection
        self._histories = histories
        self._today = collection.sched.today
        self._cutoff = collection.sched.day_cutoff
        collection.db.execute("delete from cards")
        collection.db.execute("delete from revlog")
        cards, reviews = [], []
        for card, history in enumerate(histories, 1):
            cards.append((card, card, "{}"))
            for number, review in enumerate(history):
                kind = 0 if number == 0 else 1
                instant = self._seconds(history, number) * 1000 + card
                reviews.append((instant, card, RATINGS.index(review.rating) + 1, kind))
        collection.db.executemany(
            "insert into cards values (?, 1, 1, 0, 0, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)",
            cards,
        )
        collection.db.executemany(
            "insert into revlog values (?, ?, -1, ?, 1, 1, 2500, 1000, ?)", reviews
        )

    def memory(self, card: int) -> tuple[float, float]:
        """Stability and difficulty after the history of a card."""
        state = self._col.compute_memory_state(card)
        return state.stability, state.difficulty

    def next_states(self, card: int, state: CardState, steps: int) -> dict[Rating, Answer]:
        """What each rating makes of a card; `state` is that after its history.

        `steps` is how many the card has in all in its phase.
        """
        history = self._histories[card - 1]
        last = self._seconds(history, len(history) - 1)
        days = days_between(state.day, state.due) if state.phase == "review" else 1
        memory = {"s": state.stability, "d": state.difficulty, "lrt": last}
        self._col.db.execute(
            "update cards set type=?, queue=?, due=?, ivl=?, factor=2500, reps=?, left=?, data=?"
            " where id=?",
            _TYPE[state.phase],
            _QUEUE[state.phase],
            self._today - DAYS_AFTER + days if state.phase == "review" else last,
            days,
            state.reps,
            steps - state.step,
            json.dumps(memory),
            card,
        )
        states = self._col._backend.get_scheduling_states(card)
        return {rating: _answer(getattr(states, rating).normal) for rating in RATINGS}

    def _seconds(self, history: History, number: int) -> int:
        """The Unix time of a review, all moved so that the last is so many days ago."""
        review = history[number]
        days = history[-1].days - review.days + DAYS_AFTER + 1
        return int(self._cutoff - days * _DAY + review.seconds)


def _answer(state: Any) -> Answer:
    kind = state.WhichOneof("kind")
    if kind == "review":
        wait, memory = state.review.scheduled_days, state.review.memory_state
    else:
        steps = state.relearning.learning if kind == "relearning" else state.learning
        wait, memory = steps.scheduled_secs, steps.memory_state
    return Answer(kind, memory.stability, memory.difficulty, wait)


@contextmanager
def anki(folder: Path, settings: Settings, histories: Sequence[History]) -> Iterator[Anki]:
    """Anki under the same settings, without fuzz."""
    os.environ["ANKI_TEST_MODE"] = "1"  # its own switch against fuzz
    from anki.collection import Collection

    collection = Collection(str(folder / "collection.anki2"))
    try:
        collection.set_config("fsrs", True)
        config = collection.decks.config_dict_for_deck_id(1)
        config["desiredRetention"] = settings.desired_retention
        config["fsrsParams6"] = list(settings.parameters)
        config["new"]["delays"] = [seconds / 60 for seconds in settings.learning_steps]
        config["lapse"]["delays"] = [seconds / 60 for seconds in settings.relearning_steps]
        config["rev"]["maxIvl"] = settings.maximum_interval
        collection.decks.update_config(config)
        note = collection.new_note(collection.models.by_name("Basic"))
        note["Front"] = "茶"
        collection.add_note(note, 1)
        collection.db.execute("update notes set id = 1")
        yield Anki(collection, histories)
    finally:
        collection.close()
