import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from studykit.terminal.wrap import Block, breaks
from tests.terminal.samples import rendered


def lines(text: str, width: int) -> list[str]:
    cuts = [0, *breaks(text, width), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "width", "want"),
    [
        ("一二三四五六", 8, ["一二三四", "五六"]),
        ("强度提升到2.54%了", 14, ["强度提升到", "2.54%了"]),
        ("一二三，四五六", 6, ["一二", "三，四", "五六"]),
        ("一二三四（五六）七", 10, ["一二三四", "（五六）七"]),
        ("他说“好的”", 6, ["他说", "“好的”"]),
        ("one two three", 8, ["one two ", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("增至3,000人", 6, ["增至", "3,000", "人"]),
    ],
)
def test_lines_break_where_a_typesetter_would(text, width, want):
    assert lines(text, width) == want


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 10), ("一二", 4), ("2.54%", 5), ("ab cd", 5), ("一，", 4), ("（一）", 6)],
)
def test_what_fits_stays_whole(text, width):
    assert breaks(text, width) == []


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.integers(4, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    parts = lines(text, width)
    assert "".join(parts) == text
    assert all(cell_len(part.rstrip()) <= width for part in parts)


def test_a_block_indents_every_line_and_hangs_its_sign():
    assert rendered([Block(Text("一二三四五六"), 4, "  - ")], 12) == "  - 一二三四\n    五六\n"


def test_a_block_keeps_paragraphs():
    assert rendered([Block(Text("一\n\n二"), 2)], 20) == "  一\n\n  二\n"
