"""Between which values FSRS-6 takes each of its 21 parameters.

The bounds of py-fsrs (`LOWER_BOUNDS_PARAMETERS`, `UPPER_BOUNDS_PARAMETERS`),
written down so that settings can be checked without importing it; a test holds
both to be the same.
"""

# (lowest, highest) of w0 to w20.
PARAMETER_BOUNDS: tuple[tuple[float, float], ...] = (
    *((0.001, 100.0),) * 4,  # first stability after again, hard, good, easy; days
    (1.0, 10.0),  # first difficulty
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),  # growth of stability
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),  # stability after a lapse
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),  # hard
    (1.0, 6.0),  # easy
    (0.0, 2.0),  # reviews on the same day
    (0.0, 2.0),
    (0.0, 0.8),
    (0.1, 0.8),  # decay of the forgetting curve
)


def out_of_bounds(parameters: tuple[float, ...]) -> int | None:
    """The number of the first parameter that FSRS would refuse, NaN among them; None if none."""
    for number, (value, (low, high)) in enumerate(zip(parameters, PARAMETER_BOUNDS, strict=True)):
        if not low <= value <= high:
            return number
    return None
