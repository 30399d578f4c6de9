"""Sources that a clause names first, and clauses that only say who speaks."""

import pytest

from studykit.facts.attribution import find_source, introduces_speech

NAMED = [
    ("据市统计局数据，产量增长", "市统计局数据", "产量增长"),
    ("根据全国人口普查，人口增长", "全国人口普查", "人口增长"),
    ("据海关部门统计，出口增长", "海关部门", "出口增长"),
    ("气象组织报告显示，气温上升", "气象组织报告", "气温上升"),
    ("最新一项调查发现，读者增多", "最新一项调查", "读者增多"),
]
NAMELESS = ["产量增长", "据此，产量增长", "报告厅有座位", "这份数据很新", "证据显示不足"]
SPEECH = ["发言人表示", "专家认为", "县长说", "报告指出", "主任介绍"]
NO_SPEECH = ["产量增长", "说", "专家认为产量增长", "指标", "表示感谢的人很多"]


@pytest.mark.parametrize(("text", "name", "rest"), NAMED)
def test_a_source_is_named_before_what_it_says(text: str, name: str, rest: str) -> None:
    source = find_source(text, 0, len(text))
    assert source is not None
    assert (text[source.start : source.end], text[source.stop :]) == (name, rest)


@pytest.mark.parametrize("text", NAMELESS)
def test_a_clause_without_a_source_names_none(text: str) -> None:
    assert find_source(text, 0, len(text)) is None


@pytest.mark.parametrize("text", SPEECH)
def test_a_clause_may_only_say_who_speaks(text: str) -> None:
    assert introduces_speech(text)


@pytest.mark.parametrize("text", NO_SPEECH)
def test_a_clause_that_says_something_is_no_introduction(text: str) -> None:
    assert not introduces_speech(text)
