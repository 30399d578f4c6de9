"""What desired retention costs: a deck learned over and over, in simulation.

As Anki's simulator and fsrs-rs (src/simulation.rs) do it: FSRS is taken to be
right about the learner, so that a card is recalled with the chance it foretells.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from studykit.scheduling.habits import Chances, Habits
from studykit.scheduling.model import RATINGS, CardState, Rating
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_later

# From the least that may be set to where workload grows without bound; ten of them show
# the curve, and fit on a screen.
RETENTIONS = (0.70, 0.73, 0.76, 0.79, 0.82, 0.85, 0.88, 0.91, 0.94, 0.97)
# Any day will do: a simulation knows no weekdays.
_FIRST_DAY = "2026-01-01"
_SOME_TIME = "T12:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many days to simulate, for a deck of how many cards, and the limits of a day.

    All but the limit of reviews must be at least 1.
    """

    days: int = 365
    cards: int = 1000
    new_per_day: int = 20
    reviews_per_day: int = 200


@dataclass(frozen=True, slots=True)
class Workload:
    """What one desired retention comes to.

    `reviews` are all answers and `minutes` the time they take, on an average day;
    `remembered` is how many cards are recalled on the day after the last, and
    `minutes_per_card` all minutes over that.
    """

    retention: float
    reviews: float
    minutes: float
    remembered: float
    minutes_per_card: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """Workloads by rising retention, and the retention with the least minutes per card."""

    plan: Plan
    workloads: tuple[Workload, ...]
    cheapest: float


def simulate(settings: Settings, habits: Habits, plan: Plan, rng: Random) -> Simulation:
    """Learn the deck of a plan at each of `RETENTIONS` and at the learner's own.

    A thousand cards over a year take two to three seconds.
    """
    # Every card has the same luck at each retention (common random numbers), so that
    # workloads differ by retention more than by chance.
    luck = {f"card {number}": rng.getrandbits(64) for number in range(plan.cards)}
    workloads = tuple(
        _Learning(replace(settings, desired_retention=retention), habits, luck).run(plan)
        for retention in sorted({*RETENTIONS, settings.desired_retention})
    )
    cheapest = min(workloads, key=lambda one: one.minutes_per_card).retention
    return Simulation(plan, workloads, cheapest)


class _Learning:
    """A simulated learner with a deck."""

    def __init__(self, settings: Settings, habits: Habits, luck: Mapping[str, int]) -> None:
        self._retention = settings.desired_retention
        self._scheduler = Scheduler(settings)
        self._habits = habits
        self._steps = dict(habits.steps)
        self._seconds = dict(zip(RATINGS, habits.seconds, strict=True))
        self._luck = {card: Random(seed) for card, seed in luck.items()}
        self._reviews = 0
        self._spent = 0.0

    def run(self, plan: Plan) -> Workload:
        due: defaultdict[str, list[CardState]] = defaultdict(list)
        waiting: list[CardState] = []
        new = [CardState(card) for card in self._luck]
        aside: list[CardState] = []
        for day in (days_later(_FIRST_DAY, number) for number in range(plan.days)):
            waiting += due.pop(day, [])
            today = waiting[: plan.reviews_per_day] + new[: plan.new_per_day]
            waiting, new = waiting[plan.reviews_per_day :], new[plan.new_per_day :]
            for state in today:
                after = self._sitting(state, day)
                if after.suspended:  # a leech
                    aside.append(after)
                else:
                    due[after.due[: len(day)]].append(after)
        begun = [*waiting, *aside, *(state for states in due.values() for state in states)]
        end = days_later(_FIRST_DAY, plan.days)
        return self._workload(plan, sum(self._recall(state, end) for state in begun))

    def _workload(self, plan: Plan, remembered: float) -> Workload:
        minutes = self._spent / 60
        return Workload(
            self._retention,
            self._reviews / plan.days,
            minutes / plan.days,
            remembered,
            minutes / remembered,
        )

    def _sitting(self, state: CardState, day: str) -> CardState:
        """A card's state after it was answered until it needs no more on this day."""
        at = day + _SOME_TIME
        rating = self._rating(state, day)
        while True:
            self._reviews += 1
            self._spent += self._seconds[rating]
            state = self._scheduler.grade(state, rating, at, day)
            if state.phase == "review" or state.suspended or state.due[: len(day)] > day:
                return state
            at = state.due
            rating = self._drawn(self._steps[rating], state)

    def _rating(self, state: CardState, day: str) -> Rating:
        """The first rating of a card on a day."""
        if state.phase == "new":
            return self._drawn(self._habits.first, state)
        if self._luck[state.card].random() < self._recall(state, day):
            return self._drawn(self._habits.recalled, state)
        return "again"

    def _recall(self, state: CardState, day: str) -> float:
        return self._scheduler.retrievability(state, day)

    def _drawn(self, chances: Chances, state: CardState) -> Rating:
        return self._luck[state.card].choices(RATINGS, chances)[0]
