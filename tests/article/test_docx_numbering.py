import pytest

from studykit.article.docx_numbering import Numbering, chinese_number, number_text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (103, "一百零三"),
        (110, "一百一十"),
    ],
)
def test_chinese_number(count: int, text: str) -> None:
    assert chinese_number(count) == text


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "chineseCountingThousand", "三"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (12, "decimalFullWidth", "１２"),
        (2, "ideographTraditional", "乙"),
        (2, "ideographZodiac", "丑"),
        (3, "upperLetter", "C"),
        (14, "lowerRoman", "xiv"),
        (2000, "chineseCounting", "2000"),
        (5, "no such format", "5"),
    ],
)
def test_number_text(count: int, form: str, text: str) -> None:
    assert number_text(count, form) == text


def outline() -> Numbering:
    numbering = Numbering()
    numbering.start("abstractNum", {"abstractNumId": "7"})
    for depth, form, text in (
        ("0", "chineseCounting", "%1、"),
        ("1", "chineseCounting", "（%2）"),
        ("2", "decimal", "%1.%3"),
        ("3", "bullet", "·"),
        ("4", "none", ""),
    ):
        numbering.start("lvl", {"ilvl": depth})
        numbering.start("start", {"val": "1"})
        numbering.start("numFmt", {"val": form})
        numbering.start("lvlText", {"val": text})
    numbering.start("num", {"numId": "3"})
    numbering.start("abstractNumId", {"val": "7"})
    return numbering


def test_levels_count_on_and_begin_again() -> None:
    numbering = outline()
    labels = [numbering.label("3", depth) for depth in (0, 1, 1, 2, 0, 1, 3, 4)]
    assert labels == ["一、", "（一）", "（二）", "一.1 ", "二、", "（一）", "- ", ""]


def test_a_level_above_that_was_never_counted_is_its_first() -> None:
    assert outline().label("3", 2) == "一.1 "


@pytest.mark.parametrize(("number", "depth"), [("", 0), ("0", 0), ("9", 0), ("3", 5), ("3", 99)])
def test_no_label(number: str, depth: int) -> None:
    assert outline().label(number, depth) == ""
