import pytest

from studykit.statistics.retention import PERIODS, Share, true_retention
from tests.scheduling.making import DAY
from tests.statistics.making import review


def of(period, *reviews):
    return next(one for one in true_retention(reviews, DAY) if one.period == period)


@pytest.mark.parametrize(
    ("reviews", "young", "mature"),
    [
        ([review()], (1, 1), (0, 0)),
        ([review(rating="again")], (0, 1), (0, 0)),
        ([review(rating="hard"), review(rating="easy")], (2, 2), (0, 0)),
        ([review(interval=20)], (1, 1), (0, 0)),
        ([review(interval=21)], (0, 0), (1, 1)),
        ([review(interval=90, rating="again"), review(interval=90)], (0, 0), (1, 2)),
        ([review(rating="again"), review(interval=300)], (0, 1), (1, 1)),
    ],
)
def test_passed_of_all(reviews, young, mature):
    found = of("today", *reviews)
    assert (found.young.passed, found.young.total) == young
    assert (found.mature.passed, found.mature.total) == mature
    assert found.all.passed == young[0] + mature[0]
    assert found.all.total == young[1] + mature[1]


@pytest.mark.parametrize(
    "one",
    [
        review(kind="new"),
        review(kind="learning"),
        review(kind="relearning"),
        review(kind="practice"),
        review(again_today=True),
        review(-1),
    ],
)
def test_what_does_not_count(one):
    assert of("all", one).all == Share(0, 0, None)


@pytest.mark.parametrize(
    ("days_ago", "periods"),
    [
        (0, ["today", "week", "month", "year", "all"]),
        (1, ["yesterday", "week", "month", "year", "all"]),
        (2, ["week", "month", "year", "all"]),
        (6, ["week", "month", "year", "all"]),
        (7, ["month", "year", "all"]),
        (29, ["month", "year", "all"]),
        (30, ["year", "all"]),
        (364, ["year", "all"]),
        (365, ["all"]),
    ],
)
def test_periods(days_ago, periods):
    found = true_retention([review(days_ago)], DAY)
    assert [one.period for one in found] == list(PERIODS)
    assert [one.period for one in found if one.all.total] == periods


def test_the_rate():
    reviews = [review(), review(), review(), review(rating="again")]
    assert of("today", *reviews).all == Share(3, 4, 0.75)
    assert of("today").all.rate is None
