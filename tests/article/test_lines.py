import pytest

from studykit.article.lines import Line, read_lines
from studykit.article.model import Piece


def only(source: str) -> Line:
    (line,) = read_lines(source)
    return line


@pytest.mark.parametrize(
    ("source", "text", "mark"),
    [
        ("## 小标题", "小标题", "##"),
        ("#小标题", "小标题", "#"),
        ("## 小标题 ##", "小标题", "##"),
        ("##   ", "", "##"),
        ("- 第一项", "第一项", "-"),
        ("* 第一项", "第一项", "-"),
        ("• 第一项", "第一项", "-"),
        ("　　●第一项", "第一项", "-"),
        ("> 引用的话", "引用的话", ""),
        ("> - 引用的项", "引用的项", "-"),
        ("全年*增长*三成", "全年增长三成", ""),
        ("**小标题**", "小标题", "**"),
        ("**年份**和数量", "年份和数量", ""),
        ("[bookmark: _Toc1]标题", "标题", ""),
        ("见[公报](http://a.cn/b_(c).html)全文", "见公报全文", ""),
        ("![图](a.png)说明", "说明", ""),
        ("全年<b>增长</b>3%<br/>", "全年增长3%", ""),
        ("增长&nbsp;3%", "增长3%", ""),
        ("研发&amp;创新", "研发&创新", ""),
        ("\x1b[31m红字\x1b[0m", "红字", ""),
        ("零\u200b宽\ufeff与\u202e方向", "零宽与方向", ""),
        ("生产总值[2]1349亿元[3]。", "生产总值1349亿元。", ""),
        ("坏\ud800字", "坏字", ""),
        ("见[公&nbsp;报**\u200b](a.html)", "见公报", ""),
        ("全年*增&nbsp;长*三成", "全年增长三成", ""),
    ],
)
def test_cut(source: str, text: str, mark: str) -> None:
    assert (only(source).text, only(source).mark) == (text, mark)


@pytest.mark.parametrize(
    "text",
    [
        "-5.2%的降幅",
        "3*4*5的矩阵",
        "#话题#讨论",
        "增长<3%",
        "a < b > c",
        "[1]本公报所列数据",
        "[注]见后",
        "snake_case与__dunder",
        "AT&T公司",
        "[bold]不是标记[/bold]",
    ],
)
def test_kept(text: str) -> None:
    assert (only(text).text, only(text).mark) == (text, "")


def test_pieces_lead_back_to_the_source() -> None:
    line = only("  全年**增长**3%")
    assert line.text == "全年增长3%"
    assert line.tape.pieces == (Piece(0, 2), Piece(2, 6, False), Piece(4, 10, False))


def test_numbers_indents_and_blank_lines() -> None:
    lines = list(read_lines("一\r\n\n　　二\u2028三\n\t四"))
    assert [(line.text, line.number, line.indent, line.after_blank) for line in lines] == [
        ("一", 1, 0, False),
        ("二", 3, 4, True),
        ("三", 3, 0, False),
        ("四", 4, 4, False),
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("甲\n```sh\n# 注释\n```\n乙", [("甲", 1), ("乙", 5)]),
        ("甲\n~~~\n```\n乙\n~~~\n丙\n", [("甲", 1), ("丙", 6)]),
        ("```\n甲\n```\n乙\n```\n丙\n```", [("乙", 4)]),
        ("甲\n```sh\n乙", [("甲", 1), ("sh", 2), ("乙", 3)]),
        ("```甲```\n乙\n```丙", [("甲", 1), ("乙", 2), ("丙", 3)]),
    ],
)
def test_code_in_fences_is_no_text(source: str, lines: list[tuple[str, int]]) -> None:
    assert [(line.text, line.number) for line in read_lines(source)] == lines


@pytest.mark.parametrize("source", ["", "\n", " \u3000\t\n\n", "\u200b\n**\n"])
def test_nothing(source: str) -> None:
    assert list(read_lines(source)) == []
