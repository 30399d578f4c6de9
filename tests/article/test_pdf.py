import re
import zlib

import pytest

from studykit.article import pdf as module
from studykit.article.model import Metadata
from studykit.article.pdf import PageLine, pages_text, read_pdf, without_running_lines
from tests.article.files import pdf, pdf_of
from tests.article.refusals import refusal_of

LINES = ("今年一季度，全县口袋公园增加到二十六个，新", "修步道18公里，居民出门十分钟就能见到绿地。")


def page(*lines: str) -> list[PageLine]:
    return [PageLine(text, 80, 760 - 20 * row, 12) for row, text in enumerate(lines)]


@pytest.mark.parametrize("encoding", ["UniGB-UTF16-H", "GBK-EUC-H"])
def test_fonts_that_are_not_embedded(encoding: str) -> None:
    text, hints = read_pdf(pdf([LINES], encoding), "a.pdf")
    assert text == "\n".join(LINES) + "\n"
    assert hints == Metadata()


def test_traditional() -> None:
    assert read_pdf(pdf([["經濟報告", "全年總值為三百億元。"]], "ETen-B5-H"), "a.pdf")[0] == (
        "經濟報告\n全年總值為三百億元。\n"
    )


def test_a_document_of_several_pages() -> None:
    pages: list[list[str | tuple[str, float]]] = [
        [
            "县报 2025 年",
            (f"{'甲乙丙'[k - 1]}、公园", 12),
            (LINES[0], 2),
            LINES[1],
            (f"{'甲乙丙'[k - 1]}段。", 2),
            f"— {k} —",
        ]
        for k in (1, 2, 3)
    ]
    expected = "".join(
        f"{'甲乙丙'[k - 1]}、公园\n　　{LINES[0]}\n{LINES[1]}\n　　{'甲乙丙'[k - 1]}段。\n"
        for k in (1, 2, 3)
    )
    assert read_pdf(pdf(pages), "a.pdf")[0] == expected


@pytest.mark.parametrize(
    "last", ["3", "— 12 —", "- 3 -", "第 3 页", "第3页 共20页", "3/20", "－ 3 －", "· 3 ·"]
)
def test_a_page_number_goes(last: str) -> None:
    assert without_running_lines([page(*LINES, last)]) == [page(*LINES)]


@pytest.mark.parametrize(
    "last", ["3个", "2025年", "第3条", "共3项。", "绿地3", "一", "12345", "3.5亿"]
)
def test_other_last_lines_stay(last: str) -> None:
    assert without_running_lines([page(*LINES, last)]) == [page(*LINES, last)]


def test_shared_edges_go_only_where_many_share_them() -> None:
    head = [page("某报 第 1 版", *LINES, "甲"), page("某报 第 2 版", "乙", *LINES, "丙")]
    assert without_running_lines(head) == head
    pages = [
        page(f"某报 第 {k} 版", f"第{'一二三四'[k]}部分", "文章文章", "编辑某某") for k in range(4)
    ]
    assert [[line.text for line in p] for p in without_running_lines(pages)] == [
        [f"第{'一二三四'[k]}部分"] for k in range(4)
    ]


def test_rows_of_figures_are_no_running_line() -> None:
    pages = [page("文", "题", *LINES, f"{k}年", f"20{k} {k}.5") for k in range(10, 20)]
    assert without_running_lines([p[2:] for p in pages])[0][-1].text == "2010 10.5"


def test_indents_and_spaces_show() -> None:
    lines = [
        PageLine("题", 200, 700, 12),
        PageLine("首行", 104, 660, 12),
        PageLine("次行", 80, 640, 12),
        PageLine("三行", 80, 620, 12),
        PageLine("首行", 104, 600, 12),
        PageLine("　　已缩进", 104, 580, 12),
    ]
    assert pages_text([lines]) == "题\n\n　　首行\n次行\n三行\n　　首行\n　　已缩进\n"


@pytest.mark.parametrize("pages", [[], [[]], [[], []]])
def test_no_lines_no_text(pages: list[list[PageLine]]) -> None:
    assert pages_text(pages).strip() == ""


def test_properties() -> None:
    data = pdf([LINES], info="/Title(Greens)/Author(Li)/CreationDate(D:20250312)")
    assert read_pdf(data, "a.pdf")[1] == Metadata(title="Greens", author="Li")
    data = pdf([LINES], info="/Title(Microsoft Word - a.doc)")
    assert read_pdf(data, "a.pdf")[1] == Metadata()


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
    b"41" * 32,
    b"42" * 32,
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([[]]), r"扫描的 pdf（1 页）.*run OCR"),
        (b"%PDF-1.7 cut off", "损坏的 pdf.*damaged"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"], LOCKED), "加密的 pdf.*password"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[]/Count 2000000000>>"]), "pdf.*pdf"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    assert re.search(words, refusal_of(lambda: read_pdf(data, "a.pdf")))


def test_limits_of_pages_and_text(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf([LINES, LINES])
    monkeypatch.setattr(module, "MAX_PAGES", 1)
    assert re.search("有 2 页，超过 1 页", refusal_of(lambda: read_pdf(data, "a.pdf")))
    monkeypatch.setattr(module, "MAX_PAGES", 9)
    monkeypatch.setattr(module, "MAX_CHARACTERS", 50)
    assert re.search("超过 50 字", refusal_of(lambda: read_pdf(data, "a.pdf")))


def test_a_bomb_ends_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_MEMORY", 300_000_000)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(60)) + packer.flush()
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>"
    data = pdf_of([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, stream])
    assert re.search("pdf", refusal_of(lambda: read_pdf(data, "a.pdf")))


def test_a_pdf_that_takes_for_ever_ends_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_SECONDS", 0)
    assert re.search(
        r"仍未读完.*not read within", refusal_of(lambda: read_pdf(pdf([LINES]), "a.pdf"))
    )
