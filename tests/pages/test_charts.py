from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.pages.charts import Bar, columns, rows, share_bar
from studykit.pages.heat_map import heat_map
from studykit.pages.scale import ticks
from studykit.statistics.heat_map import calendar
from tests.scheduling.making import DAY


def boxes(svg, look):
    return [one for one in ElementTree.fromstring(svg).iter("rect") if one.get("class") == look]


@pytest.mark.parametrize(
    ("top", "want"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (17, [0, 5, 10, 15, 20]),
        (20, [0, 5, 10, 15, 20]),
        (21, [0, 10, 20, 30]),
        (940, [0, 500, 1000]),
    ],
)
def test_scales_are_round(top, want):
    assert ticks(top) == want


@given(st.integers(0, 10**9))
def test_a_scale_holds_what_it_is_of(top):
    found = ticks(top)
    assert top <= found[-1] <= max(1, 2.5 * top)
    assert 2 <= len(found) <= 5


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=60))
def test_columns_are_as_high_as_their_numbers(numbers):
    svg = columns([Bar("11-25", pair, "<茶>") for pair in numbers], ("one", "two"), "a & b")
    top = ticks(max((sum(pair) for pair in numbers), default=0))[-1]
    for look, at in (("one", 0), ("two", 1)):
        shown = [float(box.get("height", "")) for box in boxes(svg, look)]
        want = [pair[at] / top * 160 for pair in numbers if pair[at]]
        assert shown == pytest.approx(want, abs=0.02)


def test_rows_have_a_bar_for_each_number():
    svg = rows([("0–1", 10), ("1–3", 0), ("3–7", 5)], "stability")
    long, short = (float(box.get("width", "")) for box in boxes(svg, "bar"))
    assert long == 2 * short
    assert "".join(ElementTree.fromstring(svg).itertext()) == "stability0–1101–33–75"


def test_parts_of_a_whole_fill_it():
    svg = share_bar([(3, "a", "three"), (0, "b", "none"), (1, "c", "one")], "cards")
    assert [box.get("width") for box in boxes(svg, "a") + boxes(svg, "c")] == ["750.0", "250.0"]
    assert boxes(svg, "b") == []
    assert boxes(share_bar([(0, "a", "")], "no cards"), "a") == []


def test_each_day_of_the_calendar_is_a_square():
    svg = heat_map(calendar({DAY: 9}, DAY, 10), "reviews")
    # DAY is a Wednesday: four days of its week are still to come.
    assert len(boxes(svg, "level0")) == 10 * 7 - 4 - 1
    (busy,) = boxes(svg, "level1")
    assert busy.findtext("title") == f"{DAY}: 9 reviews"
