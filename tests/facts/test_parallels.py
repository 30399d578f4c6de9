"""Parallel items and figures: each figure is asked with its own item, made whole."""

import pytest

from tests.facts.reading import figures_of

PARALLEL = [
    ("北京、上海的出口分别增长5%和6%。", ["北京的出口增长", "上海的出口增长"]),
    ("采矿业、制造业投资分别增长5%和6%。", ["采矿业投资增长", "制造业投资增长"]),
    ("日本、韩国进出口分别增长5%和6%。", ["日本进出口增长", "韩国进出口增长"]),
    ("城镇、农村居民收入分别增长5%和6%。", ["城镇居民收入增长", "农村居民收入增长"]),
    ("城乡居民收入分别增长5%和6%。", ["城镇居民收入增长", "农村居民收入增长"]),
    ("货物出口、进口分别增长5%和6%。", ["货物出口增长", "货物进口增长"]),
    ("东部、中部增速较快，分别增长15、22个百分点。", ["东部增长", "中部增长"]),
    (
        "收入和支出分别增长5%和6%，达300万元和400万元。",
        ["收入增长", "支出增长", "收入达", "支出达"],
    ),
]
SINGLE = [
    ("北京的出口增长5%。", ["北京的出口增长"]),
    ("采矿业投资增长5%，制造业投资额增长6%。", ["采矿业投资增长", "制造业投资额增长"]),
    ("日本、韩国进出口增长5%。", ["日本、韩国进出口增长"]),
    ("城镇、农村居民收入增长5%。", ["城镇、农村居民收入增长"]),
    ("城乡居民收入增长5%。", ["城乡居民收入增长"]),
    ("货物出口、进口增长5%。", ["货物出口、进口增长"]),
    ("东部、中部增速提高15个百分点。", ["东部、中部增速提高"]),
    ("收入和支出增长5%，达300万元。", ["收入和支出增长", "收入和支出达"]),
]


@pytest.mark.parametrize(("text", "wanted"), PARALLEL)
def test_each_figure_has_its_own_item(text: str, wanted: list[str]) -> None:
    assert [f.before for f in figures_of(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), SINGLE)
def test_one_figure_is_of_all_items_together(text: str, wanted: list[str]) -> None:
    assert [f.before for f in figures_of(text)] == wanted
