import pytest

from studykit.scheduling.leeches import is_leech


@pytest.mark.parametrize(
    ("threshold", "lapses"),
    [
        (8, [8, 12, 16, 20]),
        (5, [5, 8, 11, 14, 17, 20]),
        (2, [*range(2, 21)]),
        (1, [*range(1, 21)]),
        (0, []),
        (-1, []),
    ],
)
def test_at_the_threshold_and_after_half_as_many_again(threshold, lapses):
    assert [n for n in range(21) if is_leech(n, threshold)] == lapses
