import pytest

from studykit.exchange.detect import detect
from studykit.exchange.formats import FORMATS
from tests.deck.making import DECK

TERMS = "茶\t一种饮料\n米\t粮食\n"


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("a.csv", "甲？,乙", "csv"),
        ("A.CSV", "Q: 甲？\nA: 乙", "csv"),
        ("a.tsv", TERMS, "tsv"),
        ("a.md", "没有卡片", "markdown"),
        ("a.markdown", "Q: 甲？\nA: 乙", "markdown"),
        ("a.json", "{", "json"),
        ("a.txt", TERMS, "terms"),
        ("a", TERMS, "terms"),
        ("a.txt", "\ufeff" + TERMS, "terms"),
        ("a.txt", "Q: 甲？\nA: 乙\n", "markdown"),
        ("a.txt", '---\nname = "甲"\n---\n\nC: 山里产[茶]。\n', "markdown"),
        ("a.txt", "问题\t答案\n甲？\t乙\n", "csv"),
        ("a.txt", "题目,选项A,选项B,答案\n甲？,一,二,A\n", "csv"),
        ("a.txt", '"甲？","乙"\n', "csv"),
        ("a.txt", '{"format": "studykit-deck/1"}', "json"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_which_reader_a_file_needs(name: str, text: str, format_: str, encoding: str) -> None:
    found = detect(text.encode(encoding), name)
    assert found is not None
    assert found.name == format_
    assert found.reader


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "只是一篇文章。".encode()),
        ("a.txt", b""),
        ("a.txt", bytes(range(256))),
        ("a.csv", b"PK\x03\x04"),
        ("a.xlsx", b"PK\x03\x04"),
        ("a", b"SQLite format 3\0"),
        ("a.xml", b"<quiz/>"),
        ("a.gift", "甲？{=乙}".encode()),
    ],
)
def test_what_no_reader_is_for(name: str, data: bytes) -> None:
    assert detect(data, name) is None


@pytest.mark.parametrize("one", FORMATS.values(), ids=lambda one: one.name)
def test_what_is_written_is_read_by_its_own_reader_or_none(one) -> None:
    if not one.writer:
        return
    data = one.write([DECK]).data
    found = detect(data, f"deck{one.suffixes[0]}")
    assert found == (one if one.reader else None)
    if found:
        (file,) = found.read(data, "deck")
        assert (file.deck, file.problems) == (DECK, ())
