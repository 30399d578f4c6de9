"""The measure in an indicator, and the indicator without its place."""

import pytest

from studykit.facts.indicators import RATE, measure, without_place

MEASURES = [
    ("规模以上工业企业营业收入", "营业收入"),
    ("农村居民人均收入", "人均收入"),
    ("规模以上工业增加值", "增加值"),
    ("全国公共图书馆", "公共图书馆"),
]
NO_MEASURE = ["", "粮食产量", "高校学生", "制造业"]
PLACED = [
    ("全省粮食产量", "粮食产量"),
    ("我国失业率", "失业率"),
    ("临江市出口额", "出口额"),
    ("香港失業率", "失業率"),
]
PLACELESS = ["粮食产量", "失业率", "出口额", "居民收入"]
RATES = ["增速", "占比", "同比增速", "跌幅比上月", "增幅高于全国平均水平"]
NO_RATES = ["产量", "占地", "比例尺", "增速放缓的行业", "粮食增幅"]


@pytest.mark.parametrize(("indicator", "wanted"), MEASURES)
def test_the_measure_stands_behind_its_holder(indicator: str, wanted: str) -> None:
    assert measure(indicator) == wanted


@pytest.mark.parametrize("indicator", NO_MEASURE)
def test_without_a_holder_no_measure_is_told_apart(indicator: str) -> None:
    assert measure(indicator) == ""


@pytest.mark.parametrize(("indicator", "wanted"), PLACED)
def test_a_place_is_left_out(indicator: str, wanted: str) -> None:
    assert without_place(indicator) == wanted


@pytest.mark.parametrize("indicator", PLACELESS)
def test_an_indicator_without_a_place_stays(indicator: str) -> None:
    assert without_place(indicator) == indicator


@pytest.mark.parametrize("text", RATES)
def test_a_rate_is_of_something_else(text: str) -> None:
    assert RATE.fullmatch(text)


@pytest.mark.parametrize("text", NO_RATES)
def test_what_names_its_own_matter_is_no_rate(text: str) -> None:
    assert not RATE.fullmatch(text)
