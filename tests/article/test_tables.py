import pytest

from studykit.article.tables import table_blocks


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([[["年份"], ["面积"]], [["2024"], ["32"]]], ["| 年份 | 面积 |\n| 2024 | 32 |"]),
        ([[["a"], []], [[], []], [["b"], ["c"]]], ["| a |  |\n| b | c |"]),
        ([[["一|二"], ["三\n四"]]], ["| 一｜二 | 三 四 |"]),
    ],
)
def test_data(rows: list[list[list[str]]], lines: list[str]) -> None:
    assert table_blocks(rows) == lines


@pytest.mark.parametrize(
    ("rows", "blocks"),
    [
        ([], []),
        ([[["第一段。"]], [["第二段。"]]], ["第一段。", "第二段。"]),
        ([[["导航"], ["第一段。", "第二段。"]]], ["导航", "第一段。", "第二段。"]),
        ([[["图"], ["字" * 81]]], ["图", "字" * 81]),
    ],
)
def test_layout(rows: list[list[list[str]]], blocks: list[str]) -> None:
    assert table_blocks(rows) == blocks
