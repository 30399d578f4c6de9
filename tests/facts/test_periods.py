"""Words that say when, and the period a paragraph speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.script import fold
from studykit.facts.periods import (
    SectionPeriods,
    is_absolute,
    is_vague,
    leading_period,
    resolve,
    years,
)
from tests.facts.reading import article_of

LEADING = [
    ("2025年，全市生产总值增长", "2025年"),
    ("截至2024年底，全县共有", "截至2024年底"),
    ("2024/25学年在校学生", "2024/25学年"),
    ("2024/25財政年度盈餘", "2024/25财政年度"),
    ("2021—2025年累计完成", "2021—2025年"),
    ("2026年一季度进出口", "2026年一季度"),
    ("2025年3月12日公布", "2025年3月12日"),
    ("二〇二五年，全国", "二〇二五年"),
    ("“十四五”时期，全省新增", "“十四五”时期"),
    ("今年上半年旅客", "今年上半年"),
    ("去年12月，失业率", "去年12月"),
    ("上年末常住人口", "上年末"),
    ("1—9月，零售额", "1—9月"),
    ("第一季度货运量", "第一季度"),
    ("前三季度，进出口", "前三季度"),
    ("过去五年，我们", "过去五年"),
    ("近三年来研发投入", "近三年来"),
    ("自2018年以来，累计", "自2018年以来"),
    ("到2030年，建成", "到2030年"),
    ("20世纪90年代，人们", "20世纪90年代"),
    ("目前，全市共有", "目前"),
    ("同期，出口下降", "同期"),
]
NOT_LEADING = [
    "年均增长较快",
    "年轻人占比上升",
    "日均客流创新高",
    "月球表面温度",
    "季度数据公布",
    "前三名选手",
    "前途光明",
    "五年级学生",
    "每年新增",
    "两年期国债",
    "三年行动计划",
    "十年磨一剑",
    "到位资金增加",
    "自主创新能力",
    "从业人员规模",
    "至今仍有",
    "疫情期间，线上销售",
    "2025年底召开的会议",
    "2025年发布的指南",
    "十四个省份",
    "上五台阶",
    "中期目标",
]


@pytest.mark.parametrize(("text", "period"), LEADING)
def test_a_clause_opens_with_a_period(text: str, period: str) -> None:
    folded = fold(text)
    assert folded[: leading_period(folded, 0, len(folded))] == period


@pytest.mark.parametrize("text", NOT_LEADING)
def test_a_clause_opens_with_no_period(text: str) -> None:
    assert leading_period(text, 0, len(text)) == 0


def test_the_period_ends_within_the_stretch() -> None:
    assert leading_period("甲，2025年上半年", 2, 7) == 7


@pytest.mark.parametrize("text", ["2025年", "“十四五”时期", "2024/25财政年度", "19世纪"])
def test_periods_that_say_their_year(text: str) -> None:
    assert is_absolute(text)
    assert not is_vague(text)


@pytest.mark.parametrize("text", ["目前", "同期", "近年来", "当年", "期内"])
def test_periods_that_mean_nothing_alone(text: str) -> None:
    assert is_vague(text)
    assert not is_absolute(text)


@pytest.mark.parametrize("text", ["去年", "上半年", "过去五年", "3月份", "一季度"])
def test_periods_that_the_date_of_the_text_makes_clear(text: str) -> None:
    assert not is_vague(text)
    assert not is_absolute(text)


YEARS = [
    ("2025年至2027年", ["2025", "2027"]),
    ("2021—2025年", ["2021", "2025"]),
    ("2024/25学年", ["2024"]),
    ("二〇二五年", ["二〇二五"]),
    ("由2020年的3%升至2023年", ["2020", "2023"]),
]
NO_YEARS = ["1200人", "1200至1500人", "12025年", "编号2025", "三千年"]


@pytest.mark.parametrize(("text", "named"), YEARS)
def test_years_named(text: str, named: list[str]) -> None:
    assert years(text) == named


@pytest.mark.parametrize("text", NO_YEARS)
def test_numbers_that_are_no_years(text: str) -> None:
    assert years(text) == []


RESOLVED = [
    ("去年", "2025年"),
    ("去年年底", "2025年底"),
    ("去年12月", "2025年12月"),
    ("今年上半年", "2026年上半年"),
    ("上年末", "2025年末"),
    ("前年", "2024年"),
    ("明年", "2027年"),
    ("今年以来", "2026年以来"),
]
NOT_RESOLVED = ["2024年", "目前", "同期", "上半年", "过去五年", "“十四五”时期", "3月", "年内"]


@pytest.mark.parametrize(("text", "year"), RESOLVED)
def test_relative_years_are_reckoned_from_the_date(text: str, year: str) -> None:
    assert resolve(text, "2026-01-20") == year
    assert resolve(text, "") == text


@pytest.mark.parametrize("text", NOT_RESOLVED)
def test_other_periods_stay(text: str) -> None:
    assert resolve(text, "2026-01-20") == text


@given(st.text("今去上本前明年底末初中以来半季度月十四五“”目前同期2056—/1，至到", max_size=14))
def test_a_period_lies_at_the_front(text: str) -> None:
    end = leading_period(text, 0, len(text))
    assert 0 <= end <= len(text)
    if end:
        assert leading_period(text[:end], 0, end) == end


REPORT = """政府工作报告

一、2025年工作回顾

经济运行总体平稳，各项事业取得新的进展，人民生活持续改善。

二、“十五五”时期主要目标任务

综合实力要再上新台阶，产业结构要更加优化，生态环境要更加优美。

三、2025年成绩和“十五五”时期展望

过去的成绩来之不易，未来的任务更加艰巨，要一步一个脚印地走下去。

四、重点任务

（一）大力发展实体经济

制造业要向高端迈进，服务业要提质扩容，农业基础要更加巩固。"""


@pytest.mark.parametrize(
    ("title", "lead", "period", "planned"),
    [
        ("2025年工作回顾", "", "2025年", False),
        ("2025年工作回顾", "这五年，我们办成了大事。", "“十五五”时期", False),
        ("2025年工作回顾", "2024年打下了基础。", "2024年", False),
        ("“十五五”时期主要目标任务", "", "“十五五”时期", True),
        ("2025年成绩和“十五五”时期展望", "", "", True),
        ("大力发展实体经济", "", "", True),
    ],
)
def test_a_section_speaks_of_its_period(title: str, lead: str, period: str, planned: bool) -> None:
    article = article_of("结束。", REPORT)
    number = [s.title for s in article.sections].index(title)
    periods = SectionPeriods(article)
    assert periods.of(number, lead) == period
    assert periods.planned(number) is planned
