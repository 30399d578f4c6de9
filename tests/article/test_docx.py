import io
import re
import zipfile

import pytest
from docx import Document

from studykit.article import docx as module
from studykit.article.docx import read_docx
from studykit.article.model import Metadata
from tests.article.files import PROSE, WORD, docx, paragraph, zipped
from tests.article.refusals import refusal_of

STYLES = f"""<w:styles xmlns:w="{WORD}">
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="mine"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="deep"><w:name w:val="deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>
</w:styles>"""


def text_of(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts), "a.docx")[0]


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def test_a_document_of_word() -> None:
    document = Document()
    document.core_properties.title = "城市绿意"
    document.core_properties.author = "李明"
    document.add_heading("家底更厚", 1)
    document.add_paragraph(PROSE)
    document.add_heading("公园", 2)
    for item in ("口袋公园", "城市绿道"):
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph("规划", style="List Number")
    document.add_paragraph("建设", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("年份", "面积", "2024", "32"), strict=True):
        cell.text = text
    last = document.add_paragraph("约10")
    last.add_run("4").font.superscript = True
    last.add_run("平方米")
    out = io.BytesIO()
    document.save(out)
    text, hints = read_docx(out.getvalue(), "a.docx")
    assert text == (
        f"# 家底更厚\n\n{PROSE}\n\n## 公园\n\n- 口袋公园\n- 城市绿道\n\n1. 规划\n\n2. 建设\n\n"
        "| 年份 | 面积 |\n| 2024 | 32 |\n\n约10⁴平方米\n"
    )
    assert hints == Metadata(title="城市绿意", author="李明")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (styled("一", "1"), "# 一\n"),
        (styled("一", "mine"), "# 一\n"),
        (styled("一", "deep"), "### 一\n"),
        (styled("一", "loop"), "一\n"),
        (styled("一", "absent"), "一\n"),
        (styled("一……3", "toc"), ""),
        (paragraph("一", '<w:outlineLvl w:val="1"/>'), "## 一\n"),
        (paragraph("一", '<w:outlineLvl w:val="9"/>'), "一\n"),
        (paragraph("一", "", "<w:b/>"), "**一**\n"),
        (paragraph("一", "", '<w:b w:val="0"/>'), "一\n"),
        (paragraph("一") + paragraph(" ") + paragraph("二"), "一\n\n二\n"),
        (paragraph("一", "", "<w:vanish/>"), ""),
        (
            "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>",
            "一\n二\t三\n",
        ),
        ("<w:p><w:del><w:r><w:t>旧</w:t></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>", "新\n"),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>lù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>绿</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r></w:p>",
            "绿\n",
        ),
        (
            "<w:sdt><w:sdtPr><w:docPartGallery w:val='Table of Contents'/>"
            f"</w:sdtPr><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>{paragraph('文')}",
            "文\n",
        ),
        (
            "<w:p><w:r><w:t>前</w:t><w:txbxContent>"
            + paragraph("框")
            + "</w:txbxContent><w:t>后</w:t></w:r></w:p>",
            "框\n\n前后\n",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('甲')}{paragraph('乙')}</w:tc><w:tc>{paragraph('丙')}</w:tc></w:tr></w:tbl>",
            "甲\n\n乙\n\n丙\n",
        ),
        ("", ""),
    ],
)
def test_body(body: str, text: str) -> None:
    assert text_of(body, styles=STYLES) == text


def test_automatic_numbers_are_written_out() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    body = paragraph("家底", numbered) + paragraph(PROSE) + paragraph("品质", numbered)
    assert text_of(body, numbering=numbering) == f"一、家底\n\n{PROSE}\n\n二、品质\n"


@pytest.mark.parametrize("author", ["Administrator", "python-docx", "微软用户", " "])
def test_whoever_installed_word_is_no_author(author: str) -> None:
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator></c>'
    assert read_docx(docx(paragraph(PROSE), core=core), "a.docx")[1] == Metadata()


def test_the_strict_edition() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}">{paragraph(PROSE)}</w:document>'
    assert read_docx(zipped({"word/document.xml": document}), "a.docx")[0] == PROSE + "\n"


def test_drawings_have_text_of_their_own_kind() -> None:
    body = '<w:p><w:r><a:t xmlns:a="http://x/drawingml/main">图</a:t><w:t>文</w:t></w:r></w:p>'
    assert text_of(body) == "文\n"


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{WORD}"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>'
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"a.txt": "x"}), "不是 docx.*a zip archive"),
        (zipped({"xl/workbook.xml": "x"}), "Excel.*save it as docx"),
        (zipped({"ppt/presentation.xml": "x"}), "PowerPoint"),
        (zipped({"META-INF/container.xml": "x"}), "EPUB"),
        (zipped({"content.xml": "x"}), "OpenDocument"),
        (zipped({"word/document.xml": "<a>"}), "损坏的 docx.*damaged"),
        (zipped({"word/document.xml": b"\xff\xfe\xff"}), "损坏的 docx"),
        (zipped({"word/document.xml": ENTITIES}), "文档类型声明.*document type"),
        (zipped({"word/document.xml": "<a/>"}, zipfile.ZIP_BZIP2), "损坏的 docx"),
        (b"PK\x03\x04 cut off", "损坏的 docx"),
        (docx(paragraph(PROSE))[:-30], "损坏的 docx"),
        (
            docx(paragraph(PROSE)).replace(
                b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
            ),
            "加密",
        ),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    assert re.search(words, refusal_of(lambda: read_docx(data, "a.docx")))


def test_a_part_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PART", 1_000_000)
    bomb = docx(paragraph("　" * 400_000))
    assert len(bomb) < 10_000
    assert re.search(
        r"解压后过大（word/document.xml.*too large once unpacked",
        refusal_of(lambda: read_docx(bomb, "a.docx")),
    )


def test_a_part_larger_than_declared_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    body = docx(paragraph("　" * 400_000))
    size = zipfile.ZipFile(io.BytesIO(body)).getinfo("word/document.xml").file_size
    lying = body.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != body
    monkeypatch.setattr(module, "MAX_PART", 2000)
    assert re.search(r"损坏的 docx|解压后过大", refusal_of(lambda: read_docx(lying, "a.docx")))


def test_text_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CHARACTERS", 20)
    assert re.search("超过 20 字", refusal_of(lambda: read_docx(docx(paragraph(PROSE)), "a.docx")))
