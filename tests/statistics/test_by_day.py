from hypothesis import given

from studykit.scheduling.fold import in_force
from studykit.scheduling.model import Grade
from studykit.scheduling.times import days_later
from studykit.statistics.by_day import Day, by_day, last_days
from studykit.statistics.reviews import KINDS, reviews
from tests.scheduling.making import DAY, logs
from tests.statistics.making import SCHEDULER, review


def test_reviews_are_counted_by_day_and_kind():
    found = by_day(
        [
            review(1, kind="new", ms=2000),
            review(1, kind="learning"),
            review(kind="review"),
            review(kind="review"),
            review(kind="relearning"),
            review(kind="practice", ms=500),
        ]
    )
    yesterday = days_later(DAY, -1)
    assert found == {
        yesterday: Day(yesterday, new=1, learning=1, ms=3000),
        DAY: Day(DAY, review=2, relearning=1, practice=1, ms=3500),
    }
    assert found[DAY].total == 4
    assert found[DAY].counts == (0, 0, 2, 1, 1)


def test_the_days_are_in_order():
    assert list(by_day([review(3), review(9), review(1)])) == [
        days_later(DAY, -9),
        days_later(DAY, -3),
        days_later(DAY, -1),
    ]


@given(logs())
def test_the_days_hold_all_grades_in_force(records):
    kept = [record for record in in_force(records) if isinstance(record, Grade)]
    days = by_day(reviews(records, SCHEDULER)).values()
    assert sum(day.total for day in days) == len(kept)
    assert sum(day.ms for day in days) == sum(grade.ms for grade in kept)
    assert sum(day.practice for day in days) == sum(grade.practice for grade in kept)


def test_days_without_a_review_are_among_the_last():
    found = last_days(by_day([review(2), review(9)]), DAY, 4)
    assert [day.day for day in found] == [days_later(DAY, -back) for back in (3, 2, 1, 0)]
    assert [day.total for day in found] == [0, 1, 0, 0]


def test_kinds_are_the_counts_of_a_day():
    assert all(hasattr(Day(DAY), kind) for kind in KINDS)
