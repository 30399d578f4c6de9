"""Where a learner stands with a card, as the columns of Anki's card.

Checked against what Anki writes itself when its cards are answered with FSRS on
(tests/exchange/anki/test_scheduling.py).
"""

import json
from dataclasses import replace

from studykit.exchange.anki.calendar import Calendar, milliseconds
from studykit.exchange.anki.model import AnkiCard
from studykit.scheduling.model import CardState
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_between, moment

NEW, LEARNING, REVIEW, RELEARNING = range(4)
DAY_LEARNING = 3
SUSPENDED, BURIED, BURIED_BY_HAND = -1, -2, -3
FLAG = 1  # red, the first of seven

# What Anki gives a card that has no ease of its own; FSRS makes no use of it.
_EASE = 2500
# The last of the parameters of FSRS-6 is the decay of the forgetting curve; this is its default.
DECAY_AT = 20
DEFAULT_DECAY = 0.1542
_TYPE = {"new": NEW, "learning": LEARNING, "review": REVIEW, "relearning": RELEARNING}


def scheduled(
    card: AnkiCard, state: CardState, last_review: int, calendar: Calendar, settings: Settings
) -> AnkiCard:
    """The card with the state of its learner; a new card keeps its position.

    `last_review` is the id of the last row of its log that counted, 0 where none does. A card that
    is suspended as it is (gone from its article) stays so.
    """
    if not state.touched:
        return card
    kind = _TYPE[state.phase]
    if card.queue == SUSPENDED:
        state = replace(state, suspended=True)
    queue, due = _place(card, state, calendar)
    return card._replace(
        modified=milliseconds(state.touched) // 1000,
        type=kind,
        queue=_aside(state, calendar.today) or queue,
        due=due,
        interval=_interval(state, settings),
        factor=_EASE if kind in (REVIEW, RELEARNING) else 0,
        reps=state.reps,
        lapses=state.lapses,
        left=_left(state, settings),
        flags=FLAG if state.flagged else 0,
        data=_memory(state, last_review, settings) if kind else card.data,
    )


def _place(card: AnkiCard, state: CardState, calendar: Calendar) -> tuple[int, int]:
    """The queue that a card waits in, and its place there."""
    if state.phase == "new":
        return NEW, card.due
    if state.phase == "review":
        return REVIEW, calendar.number(state.due)
    at = moment(state.due)
    day = calendar.day_of(at)
    # A day's number is put right on import only in the queue of days: a card that is set
    # aside keeps its second, by which Anki finds the queue again.
    if day > state.day and not _aside(state, calendar.today):
        return DAY_LEARNING, calendar.number(day)
    return LEARNING, int(at.timestamp())


def _aside(state: CardState, today: str) -> int:
    if state.suspended:
        return SUSPENDED
    return BURIED_BY_HAND if state.buried == today else 0


def _interval(state: CardState, settings: Settings) -> int:
    """The interval in days; of a card in relearning the one it comes back with."""
    if state.phase == "review":
        return max(1, days_between(state.day, state.due))
    if state.phase == "relearning":
        days = _days_until(settings.desired_retention, state.stability, decay_of(settings))
        return min(max(1, round(days)), settings.maximum_interval)
    return 0


def _days_until(retention: float, stability: float, decay: float) -> float:
    """When recall has fallen to `retention`: the forgetting curve of FSRS-6, turned round.

    (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm)
    """
    return stability * float(retention ** (-1 / decay) - 1) / float(0.9 ** (-1 / decay) - 1)


def decay_of(settings: Settings) -> float:
    """The decay of the forgetting curve, as a positive number."""
    return settings.parameters[DECAY_AT] if settings.parameters else DEFAULT_DECAY


def _left(state: CardState, settings: Settings) -> int:
    """How many steps are left to go."""
    if state.phase == "learning":
        return max(1, len(settings.learning_steps) - state.step)
    if state.phase == "relearning":
        return max(1, len(settings.relearning_steps) - state.step)
    return 0


def _memory(state: CardState, last_review: int, settings: Settings) -> str:
    """The memory state as Anki keeps it, rounded as Anki rounds it."""
    memory = {
        "s": round(state.stability, 4),
        "d": round(state.difficulty, 3),
        "dr": round(settings.desired_retention, 2),
        "decay": round(decay_of(settings), 3),
        "lrt": last_review // 1000,
    }
    return json.dumps(memory, separators=(",", ":"))
