import pytest

from studykit.scheduling.times import days_later
from studykit.statistics.streaks import Streaks, streaks
from tests.scheduling.making import DAY


@pytest.mark.parametrize(
    ("days_ago", "want"),
    [
        ([], Streaks(0, 0, 0)),
        ([0], Streaks(1, 1, 1)),
        ([1], Streaks(1, 1, 1)),
        ([2], Streaks(0, 1, 1)),
        ([0, 1, 2], Streaks(3, 3, 3)),
        ([1, 2, 3], Streaks(3, 3, 3)),
        ([0, 2, 3, 4], Streaks(1, 3, 4)),
        ([5, 6, 7, 20], Streaks(0, 3, 4)),
        ([0, 1, 3, 4, 5, 6, 8], Streaks(2, 4, 7)),
        ([-3, 0], Streaks(1, 1, 2)),
        ([0, 0, 1, 1], Streaks(2, 2, 2)),
    ],
)
def test_streaks(days_ago, want):
    assert streaks([days_later(DAY, -ago) for ago in days_ago], DAY) == want
