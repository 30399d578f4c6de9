from datetime import UTC
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.calendar import Calendar, milliseconds, moment_of
from studykit.exchange.anki.model import Review
from studykit.exchange.anki.records import Grades, grades_of, stable_id
from studykit.exchange.anki.reviews import EASE
from studykit.progress.record_ids import is_minted, new_id
from studykit.scheduling.model import Grade, Undo
from tests.scheduling.making import DAY, at, logs

CALENDAR = Calendar(DAY, DAY, UTC)
CARDS = {1: "a", 2: "b"}
NOON = milliseconds("2026-11-25T12:00:00.000Z")
GOOD = Review(NOON, 1, 3, -600, 0, 224, 5321, 0)


def grades(*rows):
    return grades_of(rows, CARDS, CALENDAR).new


def test_a_row_is_a_grade():
    (grade,) = grades(GOOD)
    assert grade == Grade(
        grade.id, "2026-11-25T12:00:00.000Z", "2026-11-25", "a", "good", 5321, False
    )
    assert is_minted(grade.id)


def test_the_same_row_has_the_same_id_and_another_row_another():
    others = [
        GOOD._replace(id=NOON + 1),
        GOOD._replace(card=2),
        GOOD._replace(ease=4),
    ]
    ids = [grades(row)[0].id for row in (GOOD, *others)]
    assert len(set(ids)) == 4
    assert grades(GOOD._replace(interval=7, factor=9, kind=1))[0].id == ids[0]


def test_a_row_at_night_is_of_the_day_before():
    assert grades(GOOD._replace(id=NOON + 15 * 3_600_000))[0].day == "2026-11-25"
    assert grades(GOOD._replace(id=NOON + 16 * 3_600_000))[0].day == "2026-11-26"


@pytest.mark.parametrize(
    ("row", "practice"),
    [
        (GOOD, False),
        (GOOD._replace(kind=3), False),  # reviewed ahead in a filtered deck: that counts
        (GOOD._replace(kind=3, factor=0), True),
        (GOOD._replace(kind=0, factor=0), False),  # the old scheduler's learning
    ],
)
def test_what_moves_nothing_is_practice(row, practice):
    assert grades(row)[0].practice is practice


def test_what_was_before_a_card_was_made_new_moves_nothing():
    reset = Review(NOON + 2, 1, 0, 0, 0, 0, 0, 4)
    found = grades(GOOD, reset, GOOD._replace(id=NOON + 3), GOOD._replace(id=NOON + 1, card=2))
    assert [(grade.card, grade.practice) for grade in found] == [
        ("a", True),
        ("b", False),
        ("a", False),
    ]


@pytest.mark.parametrize(
    "row",
    [
        GOOD._replace(ease=0, kind=4, factor=2500),
        GOOD._replace(ease=0, kind=5),
        GOOD._replace(ease=5),
        GOOD._replace(ease=-1),
        GOOD._replace(id=-5),
        GOOD._replace(id=0),
        GOOD._replace(id=10**16),
        GOOD._replace(id=253_000_000_000_000),  # the year 9987
    ],
)
def test_a_row_that_is_no_answer_is_counted(row):
    assert grades_of([row], CARDS, CALENDAR) == Grades([], 0, 1)


def test_rows_of_other_cards_do_not_count():
    found = grades_of([GOOD._replace(card=3)], CARDS, CALENDAR)
    assert found == Grades([], 0, 0)


@pytest.mark.parametrize(("ms", "kept"), [(-1, 0), (10**12, 999_999_999)])
def test_times_are_kept_within_bounds(ms, kept):
    assert grades(GOOD._replace(ms=ms))[0].ms == kept


OURS = Grade("01", "2026-11-25T12:00:00.000Z", DAY, "a", "good")


def new(rows, *known):
    found = grades_of(rows, CARDS, CALENDAR, known)
    assert len(found.new) + found.known == len(rows)
    return [milliseconds(grade.at) - NOON for grade in found.new]


def late(ms: int) -> Review:
    return GOOD._replace(id=NOON + ms)


@pytest.mark.parametrize("ms", [0, 1, 7, 1000])
def test_a_grade_that_comes_back_a_little_late_is_known(ms):
    assert new([late(ms)], OURS) == []
    assert new([late(ms)], OURS, Undo("u", at(1), DAY, "01")) == []


@pytest.mark.parametrize(
    "row", [late(1001), late(-1), late(1)._replace(card=2), late(1)._replace(ease=4)]
)
def test_a_grade_at_another_time_of_another_card_or_rating_is_new(row):
    assert new([row], OURS) == [row.id - NOON]


def test_each_grade_is_known_once():
    twice = [late(1), late(2)]
    assert new(twice, OURS) == [2]
    assert new(twice, OURS, OURS) == [2]
    assert new(twice, OURS, OURS._replace(id="02")) == []


@given(logs(cards="ab"), st.integers(0, 50))
def test_a_log_is_known_to_itself(records, ms):
    numbers = {card: number for number, card in CARDS.items()}
    rows = [
        Review(milliseconds(one.at) + ms, numbers[one.card], EASE[one.rating], 1, 0, 300, 9, 1)
        for one in records
        if isinstance(one, Grade)
    ]
    assert new(rows, *records) == []


@given(st.integers(0, 253_000_000_000_000), st.text())
def test_ids_are_as_those_that_are_minted(at, text):
    checksum = sha256(f"{at}\x1f{text}".encode("utf-8", "surrogatepass")).digest()
    # The clock that `new_id` takes is one of seconds in floating point.
    assert stable_id(at, text)[10:] == new_id(moment_of(at), lambda n: checksum[:n])[10:]
    assert stable_id(at - at % 1000, text)[:10] == new_id(moment_of(at - at % 1000), bytes)[:10]


def test_ids_are_of_the_time_they_are_made_for():
    assert stable_id(NOON, "a") < stable_id(NOON + 1, "a")
    assert stable_id(NOON, "a", "suspend") != stable_id(NOON, "a", "flag")
