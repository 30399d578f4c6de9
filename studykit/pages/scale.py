"""The scale of a chart: a round number at its top, and lines at a few round numbers."""

from math import floor, log10

# Steps that a person reads without reckoning.
_STEPS = (1, 2, 5, 10)
_MOST_LINES = 4


def ticks(top: float) -> list[int]:
    """Whole numbers from 0 up to the first that is not below `top`, at most five of them."""
    if top <= 0:
        return [0, 1]
    power = 10 ** floor(log10(top))
    for unit in (power / 10, power):
        for step in _STEPS:
            size = max(1, round(step * unit))
            lines = -(-int(-(-top // 1)) // size)
            if lines <= _MOST_LINES:
                return [size * at for at in range(lines + 1)]
    raise AssertionError("the first digit of a number is at most 9")
