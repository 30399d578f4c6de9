import math

import fsrs.scheduler
import pytest

from studykit.scheduling.parameter_bounds import PARAMETER_BOUNDS, out_of_bounds

DEFAULTS = tuple(fsrs.scheduler.DEFAULT_PARAMETERS)


def test_they_are_those_of_py_fsrs():
    assert tuple(low for low, _high in PARAMETER_BOUNDS) == fsrs.scheduler.LOWER_BOUNDS_PARAMETERS
    assert tuple(high for _low, high in PARAMETER_BOUNDS) == fsrs.scheduler.UPPER_BOUNDS_PARAMETERS


@pytest.mark.parametrize("number", range(21))
@pytest.mark.parametrize("end", [0, 1])
def test_the_bounds_themselves_are_taken(number, end):
    values = [*DEFAULTS]
    values[number] = PARAMETER_BOUNDS[number][end]
    assert out_of_bounds(tuple(values)) is None
    fsrs.Scheduler(parameters=values)


@pytest.mark.parametrize("number", range(21))
@pytest.mark.parametrize("end", [0, 1])
def test_beyond_them_a_parameter_is_named(number, end):
    values = [*DEFAULTS]
    values[number] = PARAMETER_BOUNDS[number][end] + (-0.01, 0.01)[end]
    assert out_of_bounds(tuple(values)) == number
    with pytest.raises(ValueError, match="out of bounds"):
        fsrs.Scheduler(parameters=values)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_out_of_bounds(value):
    assert out_of_bounds((value, *DEFAULTS[1:])) == 0
