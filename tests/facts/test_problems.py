"""What a text says that cannot all be right."""

import pytest

from studykit.facts.problems import source_problems
from tests.facts.reading import article_of, tagger

HEAD = "临江市政府工作报告\n发布日期：2026-01-20"

DOUBTFUL = [
    ("出口额从2024年的80亿元增长到2024年的160亿元。", "same-year-change", "2024年"),
    (
        "2023年，全县水稻面积为12万亩。\n\n各项工作有序推进。\n\n2023年，全县水稻面积为15万亩。",
        "disagreement",
        "12万亩",
    ),
    ("三类用户中，工业占45%，农业占30%，其余15%为生活用水。", "sum", "90%"),
    ("2027年全市已建成学校12所。", "future-year", "2027年"),
    ("全县G党P增长5%。", "corrupt", "GDP"),
]
SOUND = [
    "出口额从2023年的80亿元增长到2024年的160亿元。",
    "2022年，全县水稻面积为12万亩。\n\n各项工作有序推进。\n\n2023年，全县水稻面积为15万亩。",
    "2023年，全县水稻面积为12万亩左右。\n\n各项工作有序推进。\n\n2023年，全县水稻面积为12.1万亩。",
    "三类用户中，工业占45%，农业占30%，其余25%为生活用水。",
    "工业占45%，农业占30%，服务业占20%。",
    "到2030年，力争建成学校12所。",
    "2025年全市已建成学校12所。",
    "全县GDP增长5%。",
]


def kinds(text: str) -> list[str]:
    return [p.kind for p in source_problems(article_of(text, HEAD), tagger())]


@pytest.mark.parametrize(("text", "kind", "said"), DOUBTFUL)
def test_what_cannot_be_right_is_told(text: str, kind: str, said: str) -> None:
    (problem,) = source_problems(article_of(text, HEAD), tagger())
    assert problem.kind == kind
    assert said in problem.message
    lines = [*HEAD.splitlines(), "", *text.splitlines()]
    assert problem.line == len(lines)


@pytest.mark.parametrize("text", SOUND)
def test_what_can_be_right_is_not_doubted(text: str) -> None:
    assert kinds(text) == []


def test_a_year_ahead_is_told_over_its_comma() -> None:
    assert kinds("2027年，全市已建成学校12所。") == ["future-year"]


@pytest.mark.parametrize("text", ["2030年，全面实现碳达峰。", "2030年，预计已建成学校12所。"])
def test_an_aim_for_a_year_ahead_is_not_doubted(text: str) -> None:
    assert kinds(text) == []
