import pytest
from hypothesis import given

from studykit.exchange.anki.calendar import milliseconds
from studykit.exchange.anki.reviews import factor_of, review_rows
from studykit.scheduling.model import Grade, Mark, Undo
from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings
from tests.scheduling.making import DAY, at, day, grades, logs

SCHEDULER = Scheduler(Settings(fuzz=False))
CARDS = {"a": 1, "b": 2, "c": 3}


def rows(records, cards=CARDS):
    return review_rows(records, cards, SCHEDULER)


def test_a_card_is_learned_forgotten_and_learned_again():
    made = rows(grades(["good", "good", "again", "good", "easy"], apart=10))
    assert [(row.kind, row.ease, row.last_interval, row.interval) for row in made] == [
        (0, 3, 0, -600),
        (0, 3, -600, 2),
        (1, 1, 2, -600),
        (2, 3, -600, 1),
        (1, 4, 1, 2),
    ]
    assert [row.id for row in made] == [milliseconds(at(10 * number)) for number in range(5)]
    assert {row.card for row in made} == {1}


def test_practice_is_a_filtered_deck_that_moves_nothing():
    first, second, third = grades(["good", "again", "good"], apart=10)
    made = rows([first, second._replace(practice=True), third])
    assert [(row.kind, row.factor == 0, row.interval) for row in made] == [
        (0, False, -600),
        (3, True, -600),
        (0, False, 2),
    ]


@pytest.mark.parametrize(
    "records",
    [
        [],
        [Mark("m", at(0), DAY, "a", "suspend")],
        [Grade("g", at(0), DAY, "of another deck", "good")],
        [Grade("g", at(0), DAY, "a", "good"), Undo("u", at(1), DAY, "g")],
    ],
)
def test_what_has_no_row(records):
    assert rows(records) == []


def test_rows_of_one_millisecond_are_put_off():
    same = [Grade(f"g{card}", at(0), DAY, card, "good", 5) for card in "abc"]
    late = Grade("h", at(0)[:-4] + "001Z", DAY, "a", "easy")
    made = rows([*same, late])
    assert [row.id - milliseconds(at(0)) for row in made] == [0, 1, 2, 3]
    assert [row.ms for row in made] == [5, 5, 5, 0]


@pytest.mark.parametrize(
    ("difficulty", "factor"), [(1, 100), (2.118, 224), (7.394, 810), (10, 1100)]
)
def test_difficulty_stands_where_an_ease_was(difficulty, factor):
    assert factor_of(difficulty) == factor


@given(logs())
def test_rows_have_ids_of_their_own_in_the_order_of_time(records):
    made = [row.id for row in rows(records)]
    assert made == sorted(set(made))
    assert len(made) == len(rows(list(reversed(records))))


@pytest.mark.parametrize("minutes", [1, 1440 * 30])
def test_an_interval_is_in_days_or_in_seconds_below_nothing(minutes):
    last = rows([*grades(["easy"]), Grade("z", at(minutes), day(minutes), "a", "again")])[-1]
    assert last.interval == -600
