"""The structure of the reference articles, where they are there: shapes and counts."""

from pathlib import Path

import pytest

from studykit.article.model import Article
from studykit.article.parse import parse_article
from tests.article.test_structure_properties import assert_holds
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared


def article(name: str) -> Article:
    return parse_article((SHARED / "articles" / name).read_text(encoding="utf-8"), path=name)


def titles(parsed: Article) -> list[str]:
    return [section.title for section in parsed.sections if section.heading]


def lead_count(parsed: Article) -> int:
    return sum(
        paragraph.lead is not None and not paragraph.item
        for section in parsed.sections
        for paragraph in section.paragraphs
    )


def test_seed() -> None:
    parsed = article("seed.txt")
    assert titles(parsed) == [
        "科技创新是高质量发展主引擎",
        "为现代化产业体系固本培元",
        "推动创新链产业链耦合发展",
    ]
    assert [len(section.paragraphs) for section in parsed.sections] == [1, 3, 4, 5]
    assert lead_count(parsed) == 7
    assert parsed.metadata.title == "统筹推进科技创新和产业创新"
    assert (parsed.metadata.author, parsed.metadata.published) == ("落梅无痕", "2025-12-19")
    assert [(problem.kind, problem.line) for problem in parsed.problems] == [
        ("conflict", 4),
        ("corrupt", 10),
    ]
    whole = "".join(sentence.text for sentence in parsed.sentences)
    assert "635.4万人年" in whole
    assert "24590.7亿元" in whole
    assert "2024年底" not in whole
    assert "bookmark" not in whole


def test_work_report() -> None:
    parsed = article("01_gwr2026_hainan.txt")
    assert parsed.metadata.title == "政府工作报告"
    assert parsed.metadata.author == "海南省省长 刘小明"
    assert parsed.metadata.published == "2026-01-27"
    assert titles(parsed) == ["2025年和“十四五”时期工作回顾"]
    assert lead_count(parsed) == 3
    assert all(len(section.paragraphs) in (2, 4) for section in parsed.sections)


def test_hong_kong_news() -> None:
    parsed = article("09_hk2017_surplus.txt")
    assert parsed.language == "zh-Hant"
    assert titles(parsed) == ["政府財政狀況分析"]
    assert lead_count(parsed) == 3
    whole = "".join(sentence.text for sentence in parsed.sentences)
    for noise in ("圖表來源", "攝", "訂戶", "http", "hkcnews"):
        assert noise not in whole


def test_hong_kong_points() -> None:
    parsed = article("12_hk2017_budget_points.txt")
    assert titles(parsed) == [
        "一次性寬減稅務措施",
        "2017／18年度起推行稅務寬減措施",
        "財政預算案其他重點",
        "2017/18年度財政預算",
    ]
    items = [p for section in parsed.sections for p in section.paragraphs if p.item]
    assert len(items) == 38
    led = {item.lead.text for item in items if item.lead}
    assert led == {"教育：", "社會福利：", "醫療衞生："}


def test_transcript() -> None:
    parsed = article("15_exoplanets_transcript.txt")
    assert titles(parsed) == []
    assert len(parsed.sentences) == parsed.source.count("\n")


def test_twenty_five_reports_in_one_file() -> None:
    parsed = article("large-reports.txt")
    found = titles(parsed)
    assert 400 <= len(found) <= 700
    assert max(len(title) for title in found) <= 50
    assert lead_count(parsed) > 700
    joined = "\n".join(sentence.text for sentence in parsed.sentences)
    for noise in ("字体", "分享到", "扫一扫", "责任编辑", "打印本页", "您的位置", "来源："):
        assert noise not in joined


@pytest.mark.parametrize(
    "path", sorted((SHARED / "articles").glob("*")) if SHARED.is_dir() else [], ids=lambda p: p.name
)
def test_spans_hold(path: Path) -> None:
    parsed = article(path.name)
    if len(parsed.source) < 100_000:
        assert_holds(parsed)
    assert parsed.sentences
