import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studykit.terminal.plots.rows import Rows
from tests.terminal.samples import memory_console, written


def drawn(rows, width=20):
    console = memory_console(width)
    console.print(Rows(rows))
    return written(console).splitlines()


def test_names_end_where_bars_begin_whatever_their_width():
    assert drawn([("年轻", 10), ("new", 5), ("", 0)], 18) == [
        "年轻 ██████████ 10",
        " new █████ 5",
        "",
    ]


@pytest.mark.parametrize(("number", "bar"), [(16, "████"), (8, "██"), (7, "█▊"), (1, "▎"), (0, "")])
def test_eighths(number, bar):
    line = drawn([("a", 16), ("b", number)], 9)[1]
    assert line == f"b {bar} {number}".replace("  0", "").rstrip()


@given(
    st.lists(
        st.tuples(st.text("茶a ", max_size=4), st.integers(0, 10**5)), min_size=1, max_size=12
    ),
    st.integers(20, 130),
)
def test_nothing_is_wider_than_the_console(rows, width):
    lines = drawn(rows, width)
    assert len(lines) == len(rows)
    assert max(map(cell_len, lines)) <= width
