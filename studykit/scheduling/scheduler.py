"""The one door to FSRS: what a grade makes of the state of a card.

Stability, difficulty, steps and intervals are those of py-fsrs (FSRS-6,
https://github.com/open-spaced-repetition/py-fsrs). It counts whole spans of 24
hours between reviews; a learner counts days, and a card seen last night is not
seen "the same day" this morning. So it is told noon of the learner's day: the
days between two noons are the days between the days, as in Anki.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

import fsrs

from studykit.scheduling.fuzz import fuzzed
from studykit.scheduling.leeches import is_leech
from studykit.scheduling.model import RATINGS, CardState, Phase, Rating
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_later, instant, moment

_FSRS_RATING = {name: fsrs.Rating(number) for number, name in enumerate(RATINGS, 1)}
_FSRS_STATE = {
    "new": fsrs.State.Learning,
    "learning": fsrs.State.Learning,
    "review": fsrs.State.Review,
    "relearning": fsrs.State.Relearning,
}
_PHASE: dict[fsrs.State, Phase] = {
    fsrs.State.Learning: "learning",
    fsrs.State.Review: "review",
    fsrs.State.Relearning: "relearning",
}
# There are only so many days, and making a datetime takes longer than finding one.
_DAYS_KEPT = 4096


@lru_cache(_DAYS_KEPT)
def _noon(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)


class Step(NamedTuple):
    """What a grade made of a card: its phase before and after, the wait until it is due."""

    before: Phase
    phase: Phase
    wait: timedelta
    difficulty: float


class Scheduler:
    """FSRS under a learner's settings."""

    def __init__(self, settings: Settings) -> None:
        """Raises ValueError where FSRS refuses the parameters."""
        self.settings = settings
        options = {"parameters": settings.parameters} if settings.parameters else {}
        self._fsrs = fsrs.Scheduler(
            **options,
            desired_retention=settings.desired_retention,
            learning_steps=[timedelta(seconds=s) for s in settings.learning_steps],
            relearning_steps=[timedelta(seconds=s) for s in settings.relearning_steps],
            maximum_interval=settings.maximum_interval,
            enable_fuzzing=False,  # see scheduling.fuzz
        )

    def grade(self, state: CardState, rating: Rating, at: str, day: str) -> CardState:
        """The state after a grade at an instant of a day; leeches are dealt with."""
        return self.replay(state, ((rating, at, day),))

    def replay(self, state: CardState, grades: Sequence[tuple[Rating, str, str]]) -> CardState:
        """The state after one or more grades: of each the rating, the instant and the day.

        The same as `grade` for each in turn, in half the time.
        """
        card = _as_fsrs(state)
        phase, lapses = state.phase, state.lapses
        suspended, flagged = state.suspended, state.flagged
        for rating, _at, day in grades:
            card, _log = self._fsrs.review_card(card, _FSRS_RATING[rating], _noon(day))
            if phase == "review" and rating == "again":
                lapses += 1
                if is_leech(lapses, self.settings.leech_lapses):
                    suspended |= self.settings.leech_action == "suspend"
                    flagged |= self.settings.leech_action == "flag"
            phase = _PHASE[card.state]
        assert card.stability is not None
        assert card.difficulty is not None
        reps = state.reps + len(grades)
        _rating, at, day = grades[-1]
        wait = self._wait(card.due - _noon(day), phase, state.card, reps)
        in_days = phase == "review"
        due = days_later(day, wait.days) if in_days else instant(moment(at) + wait)
        return CardState(
            state.card,
            phase,
            card.step or 0,
            card.stability,
            card.difficulty,
            due,
            at,
            day,
            state.first or grades[0][2],
            reps,
            lapses,
            at,
            suspended,
            state.buried,
            flagged,
        )

    def course(self, card: str, grades: Sequence[tuple[Rating, str]]) -> Iterator[Step]:
        """What each grade of a card made of it, from its first one: of each rating and day.

        The same as the states that `grade` gives in turn, in a third of the time.
        """
        known = fsrs.Card(0)
        phase: Phase = "new"
        for reps, (rating, day) in enumerate(grades, 1):
            before = phase
            known, _log = self._fsrs.review_card(known, _FSRS_RATING[rating], _noon(day))
            phase = _PHASE[known.state]
            assert known.difficulty is not None
            wait = self._wait(known.due - _noon(day), phase, card, reps)
            yield Step(before, phase, wait, known.difficulty)

    def _wait(self, wait: timedelta, phase: Phase, card: str, reps: int) -> timedelta:
        """How long until a card is due, whole days in review: as FSRS says, and fuzzed."""
        if phase != "review" or not self.settings.fuzz:
            return wait
        return timedelta(fuzzed(wait.days, self.settings.maximum_interval, card, reps))

    def preview(self, state: CardState, at: str, day: str) -> dict[Rating, CardState]:
        """The state after each of the ratings."""
        return {rating: self.grade(state, rating, at, day) for rating in RATINGS}

    def retrievability(self, state: CardState, day: str) -> float:
        """The chance, 0 to 1, that the learner recalls the card on a day; 0 for a new card."""
        return self._fsrs.get_card_retrievability(_as_fsrs(state), _noon(day))


def _as_fsrs(state: CardState) -> fsrs.Card:
    if state.phase == "new":
        return fsrs.Card(0)
    step = None if state.phase == "review" else state.step
    # Neither the due date nor the id has a part in what follows.
    return fsrs.Card(
        0,
        _FSRS_STATE[state.phase],
        step,
        state.stability,
        state.difficulty,
        _noon(state.day),
        _noon(state.day),
    )
