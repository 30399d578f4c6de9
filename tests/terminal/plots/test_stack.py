import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.terminal.plots.stack import Stack, shared
from tests.terminal.samples import memory_console, written


@pytest.mark.parametrize(
    ("numbers", "cells", "want"),
    [
        ([1, 1], 10, [5, 5]),
        ([3, 1], 8, [6, 2]),
        ([1000, 1], 10, [9, 1]),
        ([1000, 1, 1], 10, [8, 1, 1]),
        ([5, 0], 10, [10, 0]),
        ([0, 0], 10, [0, 0]),
        ([], 10, []),
    ],
)
def test_cells_are_shared_out(numbers, cells, want):
    assert shared(numbers, cells) == want


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.integers(8, 130))
def test_all_cells_are_used_and_nothing_vanishes(numbers, cells):
    found = shared(numbers, cells)
    assert sum(found) == (cells if any(numbers) else 0)
    assert [wide > 0 for wide in found] == [number > 0 for number in numbers]


def test_the_parts_are_told_by_their_glyphs():
    console = memory_console(8)
    console.print(Stack([(3, "█", "green"), (0, "▒", ""), (1, "░", "blue")]))
    assert written(console) == "██████░░\n"
