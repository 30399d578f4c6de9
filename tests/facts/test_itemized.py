"""Where a stretch is cut into items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.facts.itemized import cut_at, pauses

CUT = [
    ("粮食、蔬菜", ["粮食", "蔬菜"]),
    ("粮食、蔬菜、水果", ["粮食", "蔬菜", "水果"]),
    ("“三农、三牧”、工业", ["“三农、三牧”", "工业"]),
    ("城市（含县城、乡镇）、农村", ["城市（含县城、乡镇）", "农村"]),
    ("《山、水》、《云》", ["《山、水》", "《云》"]),
]
WHOLE = ["粮食", "粮食和蔬菜", "“三农、三牧”", "城市（含县城、乡镇）", "《山、水》"]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_a_stretch_is_cut_at_its_pauses(text: str, wanted: list[str]) -> None:
    items = cut_at(0, len(text), pauses(text, 0, len(text)))
    assert [text[a:b] for a, b in items] == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_pauses_in_brackets_and_quotes_cut_nothing(text: str) -> None:
    assert pauses(text, 0, len(text)) == []


@given(st.text(alphabet="、粮（）“”", max_size=12))
def test_items_and_marks_are_the_whole_stretch(text: str) -> None:
    marks = pauses(text, 0, len(text))
    items = cut_at(0, len(text), marks)
    assert sum(b - a for a, b in items) + len(marks) == len(text)
    assert all(a < b for a, b in items)
