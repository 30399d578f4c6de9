from pathlib import Path

import pytest

from studykit.errors import ExchangeError
from studykit.exchange.worksheet.versions import sheets
from studykit.exchange.worksheet.write import files_of, write_worksheet
from tests.exchange.worksheet.making import NO_LINE
from tests.terminal.samples import ALL


def made(*versions):
    return sheets(ALL, "小镇的茶", "zh-Hans", versions or [""], 0)


@pytest.mark.parametrize(
    ("target", "versions", "tests", "key"),
    [
        ("t.pdf", [""], ["t.pdf"], "t-key.pdf"),
        ("a/t.html", [""], ["a/t.html"], "a/t-key.html"),
        ("t.docx", ["A", "B"], ["t-A.docx", "t-B.docx"], "t-key.docx"),
        ("t.PDF", ["甲"], ["t-甲.PDF"], "t-key.PDF"),
        ("t.v2.pdf", ["A"], ["t.v2-A.pdf"], "t.v2-key.pdf"),
        ("t-key.pdf", [""], ["t-key.pdf"], "t-key-key.pdf"),
    ],
)
def test_files(target, versions, tests, key):
    assert files_of(Path(target), versions) == ([*map(Path, tests)], Path(key))


@pytest.mark.parametrize(
    ("target", "versions", "words"),
    [
        ("t.txt", [""], "t.txt: a worksheet ends in .html, .pdf, .docx"),
        ("t", [""], "ends in"),
        (".pdf", [""], "ends in"),
        ("t.pdf", ["A", "a"], "two versions of one name: A, a"),
        ("t.pdf", ["A", "A"], "two versions"),
        ("t.pdf", ["Key"], "two versions"),
    ],
)
def test_files_that_cannot_be(target, versions, words):
    with pytest.raises(ExchangeError, match=words):
        files_of(Path(target), versions)


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_a_test_for_each_version_and_one_key(tmp_path, suffix):
    written = write_worksheet(tmp_path / f"t.{suffix}", made("A", "B"), NO_LINE)
    assert [path.name for path in written] == [f"t-{one}.{suffix}" for one in ("A", "B", "key")]
    assert sorted(tmp_path.iterdir()) == sorted(written)
    a, b, key = (path.read_bytes() for path in written)
    assert len({a, b, key}) == 3


def test_nothing_is_written_where_something_is_missing(tmp_path):
    with pytest.raises(ExchangeError):
        write_worksheet(tmp_path / "t.pdf", made("A"), NO_LINE, "甲骨文")
    assert [*tmp_path.iterdir()] == []


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("茶", encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"t\.html: cannot be written: "):
        write_worksheet(tmp_path / "file" / "t.html", made(), NO_LINE)
