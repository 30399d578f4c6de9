from decimal import Decimal

import pytest

from studykit.cards.rules.figures import read_figure

READ = [
    ("2.54%", "2.54", "0.01", "%", ""),
    ("3%左右", "3", "1", "%", "左右"),
    ("约3.1万亿元", "3100000000000", "100000000000", "元", "约"),
    ("百分之三", "3", "1", "%", ""),
    ("九项", "9", "1", "项", ""),
    ("第二", "2", "1", "第", ""),
    ("1,169人次", "1169", "1", "人次", ""),
    ("-0.3%", "-0.3", "0.1", "%", ""),
    ("3200億元", "320000000000", "100000000", "元", ""),
    ("2025年", "2025", "1", "年", ""),
]
NOT_READ = [
    "人工智能",
    "一带一路",
    "第一生产力",
    "一个中心",
    "从3%到5个百分点",
    "24590.7亿元，远超出口额",
    "",
    "左右",
    "世界第二",
    "40个全球领先的科技创新集群",
]


@pytest.mark.parametrize(("text", "value", "step", "unit", "hedge"), READ)
def test_a_figure_is_read(text: str, value: str, step: str, unit: str, hedge: str) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert (figure.value, figure.high) == (Decimal(value), Decimal(value))
    assert (figure.step, figure.unit, figure.hedge) == (Decimal(step), unit, hedge)


@pytest.mark.parametrize("text", NOT_READ)
def test_a_phrase_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize("text", ["10—20亿元", "10亿至20亿元", "10~20亿元"])
def test_the_scale_of_a_range_counts_for_both_ends(text: str) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert (figure.value, figure.high) == (Decimal(10**9), Decimal(2 * 10**9))
