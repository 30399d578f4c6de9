"""Simulated learners with memories that are known."""

from random import Random

from studykit.scheduling.model import RATINGS, CardState, Grade
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_later

# Somebody who forgets sooner than the defaults say, and along a steeper curve.
FORGETFUL = (
    0.05, 0.4, 1.2, 20.0, 7.5, 0.6, 2.0, 0.01, 0.9, 0.3, 1.5, 1.2, 0.1, 0.4, 2.2, 0.3, 2.5, 0.3,
    0.3, 0.2, 0.4,
)  # fmt: skip


def grade(card, day, rating, number=0, **more):
    """A grade at noon, or so many minutes after."""
    at = f"{day}T{12 + number // 60:02d}:{number % 60:02d}:00.000Z"
    return Grade(f"{card}/{day}/{number}", at, day, card, rating, **more)


def learned(cards, reviews, parameters=FORGETFUL, seed=0):
    """The log of a learner who remembers by parameters, scheduled by the defaults."""
    rng = Random(seed)
    memory = Scheduler(Settings(parameters=parameters))
    schedule = Scheduler(Settings())
    grades = []
    for number in range(cards):
        card = f"card{number}"
        known, planned = CardState(card), CardState(card)
        day = days_later("2026-01-01", number // 5)
        for at in range(reviews):
            if known.day in ("", day):
                rating = rng.choices(RATINGS, (2, 1, 6, 1))[0]
            elif rng.random() < memory.retrievability(known, day):
                rating = rng.choices(RATINGS[1:], (2, 6, 1))[0]
            else:
                rating = "again"
            one = grade(card, day, rating, at)
            grades.append(one)
            known = memory.grade(known, rating, one.at, day)
            planned = schedule.grade(planned, rating, one.at, day)
            day = max(day, planned.due[: len(day)])
    return grades
