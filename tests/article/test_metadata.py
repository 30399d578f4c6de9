import pytest

from studykit.article.metadata import (
    collect,
    is_fields,
    is_label,
    is_occasion,
    is_organisation,
    is_speaker,
    iso_date,
)
from studykit.article.model import Metadata
from studykit.article.script import fold


def gathered(*lines: str) -> Metadata:
    return collect([(line, fold(line)) for line in lines], Metadata())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "来源：网络  作者：南窗听雨  更新时间：2025-12-19",
            Metadata(author="南窗听雨", published="2025-12-19"),
        ),
        ("来源：新华日报", Metadata(publisher="新华日报")),
        ("（来源：青海日报）", Metadata(publisher="青海日报")),
        ("來源：某某日報 | 記者：陳大文", Metadata(publisher="某某日報", author="陳大文")),
        ("2026-02-03 09:02:33", Metadata(published="2026-02-03")),
        ("2026年02月10日 07时41分", Metadata(published="2026-02-10")),
        ("2025/3/8 来源：某网", Metadata(published="2025-03-08", publisher="某网")),
        ("时间：2026年2月", Metadata(published="2026-02")),
        ("文／李四", Metadata(author="李四")),
        ("本报记者 王五", Metadata(author="王五")),
        ("责任编辑：何某", Metadata()),
        ("作　者：赵六", Metadata(author="赵六")),
    ],
)
def test_fields(line: str, found: Metadata) -> None:
    assert is_fields(fold(line))
    assert gathered(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "来源于居民消费的增长占六成。",
        "记者：您怎么看？",
        "时间就是金钱",
        "作者认为，改革需要时间：一是立法，二是执法",
        "2025年，全市生产总值增长5.6%。",
        "2025年工作回顾",
        "编辑部的故事",
        "日期临近，各项准备工作就绪。",
        "图书发行量增长一成",
    ],
)
def test_no_fields(line: str) -> None:
    assert not is_fields(fold(line))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-12-19", "2025-12-19"),
        ("2025年3月8日", "2025-03-08"),
        ("二〇二六年一月二十七日", "2026-01-27"),
        ("二○二五年十月十日", "2025-10-10"),
        ("2025年3月", "2025-03"),
        ("2025", ""),
        ("2025-13-01", ""),
        ("增长20.25个百分点", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "——2026年1月27日在某省第七届人民代表大会第五次会议上",
            Metadata(
                published="2026-01-27", occasion="2026年1月27日在某省第七届人民代表大会第五次会议上"
            ),
        ),
        (
            "二〇二六年一月二十七日在某省人民代表大会会议上",
            Metadata(
                published="2026-01-27", occasion="二〇二六年一月二十七日在某省人民代表大会会议上"
            ),
        ),
        (
            "2026年1月27日在某省人民代表大会会议上 某省省长 赵某",
            Metadata(
                "", "某省省长 赵某", "2026-01-27", "", "2026年1月27日在某省人民代表大会会议上"
            ),
        ),
    ],
)
def test_occasions(line: str, found: Metadata) -> None:
    assert is_occasion(fold(line))
    assert gathered(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "2025年在全国率先建成5G网络",
        "在发展中保障和改善民生，在改革中增添活力。",
        "——这五年综合实力大幅提升。",
    ],
)
def test_no_occasion(line: str) -> None:
    assert not is_occasion(fold(line))


def test_the_date_of_a_speech_gives_way_to_a_date_of_publication() -> None:
    lines = ["——2026年1月27日在某省人民代表大会会议上", "时间：2026-02-12"]
    assert gathered(*lines).published == "2026-02-12"


def test_hints_go_first() -> None:
    assert collect([("作者：甲某", "作者：甲某")], Metadata(author="乙某")).author == "乙某"


@pytest.mark.parametrize(
    "line", ["某省省长 刘某某", "自治区主席　韦 某", "自治区主席 艾某某·吐某某"]
)
def test_speakers(line: str) -> None:
    assert is_speaker(fold(line))


@pytest.mark.parametrize(
    "line", ["省长信箱", "省长作政府工作报告", "主席 团成员名单公布了", "院长说"]
)
def test_no_speakers(line: str) -> None:
    assert not is_speaker(fold(line))


@pytest.mark.parametrize("line", ["某市统计局　国家统计局某市调查队", "《某刊》编辑部 2025年11月"])
def test_organisations(line: str) -> None:
    assert is_organisation(fold(line))


@pytest.mark.parametrize("line", ["统计局发布数据", "综合", "办公室里的年轻人"])
def test_no_organisations(line: str) -> None:
    assert not is_organisation(fold(line))


@pytest.mark.parametrize(
    ("line", "is_one"), [("来源：", True), ("责任编辑:", True), ("注：", False)]
)
def test_labels(line: str, is_one: bool) -> None:
    assert is_label(fold(line)) is is_one
