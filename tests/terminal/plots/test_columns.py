import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studykit.terminal.plots.columns import Column, Columns
from studykit.terminal.plots.grouped import days_a_column, grouped
from tests.terminal.samples import memory_console, written


def drawn(numbers, width=40, height=3, labels=None):
    labels = labels or [f"{at:02}" for at in range(len(numbers))]
    columns = [Column((n,), label) for n, label in zip(numbers, labels, strict=True)]
    console = memory_console(width)
    console.print(Columns(columns, ["green"], height=height))
    return written(console).splitlines()


def test_bars_rise_from_the_ground():
    assert drawn([0, 1, 2, 3]) == [
        "3          ██",
        "        ██ ██",
        "0    ██ ██ ██",
        "  00    02",
    ]


def test_the_highest_fills_the_height_and_the_least_is_seen():
    top, middle, ground, _labels = drawn([0, 1, 1000], width=14)
    assert top.count("█") == middle.count("█") == 2
    assert ground.count("█") == 2
    assert ground.count("▁") == 2


@pytest.mark.parametrize(("top", "scale", "rows"), [(0, "50", 4), (40, "50", 4), (100, "100", 2)])
def test_a_scale_may_go_higher_than_the_bars(top, scale, rows):
    console = memory_console(40)
    console.print(Columns([Column((50,), "a")], ["green"], height=4, top=top))
    lines = written(console).splitlines()
    assert lines[0].split()[0] == scale
    assert sum("█" in line for line in lines) == rows


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=200),
    st.integers(10, 130),
    st.integers(2, 8),
)
def test_nothing_is_wider_than_the_console(numbers, width, height):
    lines = drawn(numbers, width, height)
    assert len(lines) == height + 1
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("label", ["一月", "Jan", "01-25"])
def test_labels_stand_below_their_bars(label):
    *_bars, ground, labels = drawn([1] * 9, labels=[label] * 9)
    assert cell_len(labels[: labels.index(label)]) == ground.index("█")
    assert labels.count(label) > 1
    assert label * 2 not in labels


def test_no_bars_draw_nothing():
    assert drawn([]) == []


def test_parts_have_their_styles():
    console = memory_console(20, terminal=True)
    console.print(Columns([Column((1, 1), "a")], ["red", "blue"], height=2))
    top, ground, _labels = written(console).splitlines()
    assert "\x1b[34m" in top
    assert "\x1b[31m" not in top
    assert "\x1b[31m" in ground
    assert "\x1b[34m" not in ground


def test_days_are_put_together_where_they_are_too_many():
    days = [(f"2026-11-{day:02}", (day, 1)) for day in range(1, 8)]
    assert days_a_column(7, 7) == 1
    assert days_a_column(7, 3) == 3
    found = grouped(days, 3)
    assert [column.label for column in found] == ["11-01", "11-04", "11-07"]
    assert [list(column.parts) for column in found] == [[6, 3], [15, 3], [7, 1]]
