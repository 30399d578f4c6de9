import io
import sys

import docx
import pytest

from studykit.article.docx import read_docx
from studykit.cards.model import Card
from studykit.errors import ExchangeError
from studykit.exchange.worksheet.word import key_docx, paper_docx
from tests.exchange.worksheet.making import key, many, paper
from tests.terminal.samples import HOSTILE


def text_of(data):
    """The words of a docx, as articles are read."""
    return read_docx(data, "x.docx")[0]


def paragraphs(data):
    return docx.Document(io.BytesIO(data)).paragraphs


def test_a_test_has_all_its_words_and_room():
    one = paper(version="A")
    text = text_of(paper_docx(one))
    for part in one.parts:
        for words in (f"{part.heading}（{part.worth}）", part.how):
            assert words in text
        for question in part.questions:
            pieces = [piece for piece in question.prompt if isinstance(piece, str)]
            assert all(words in text for words in (*pieces, *question.options))
    assert "小镇以__________为主，以__________为辅。" in text
    assert "灌溉办法" not in text


def test_lines_to_write_on_are_tabs_with_a_leader():
    rows = [p for p in paragraphs(paper_docx(paper())) if "(3)" in p.text or p.text == "\t"]
    assert [row.text for row in rows] == ["\t", "(1) \t\t(2) \t\t(3) \t", "\t", "\t"]
    for row in rows:
        assert row.paragraph_format.tab_stops[-1].leader is not None


def test_a_key_has_all_its_words_and_begins_each_version_on_a_new_page():
    keys = [key(version="A"), key(version="B")]
    data = key_docx(keys)
    text = text_of(data)
    for answer in (answer for one in keys for part in one.parts for answer in part.answers):
        for words in (answer.text, *answer.notes):
            assert words in text
        for quote in answer.quotes:
            assert "  ".join([f"「{quote.text}」", quote.section, quote.line]) in text
    titles = [p for p in paragraphs(data) if p.style.name == "Heading 1"]
    assert [p.text for p in titles] == [
        "Answers: 小镇的茶  Version A",
        "Answers: 小镇的茶  Version B",
    ]
    assert [bool(p.paragraph_format.page_break_before) for p in titles] == [False, True]


def test_no_question_is_parted_by_the_end_of_a_page():
    rows = paragraphs(paper_docx(paper(*many(30))))
    begins = [at for at, row in enumerate(rows) if row.text[:1].isdigit()]
    assert len(begins) == 30
    for start, end in zip(begins, [*begins[1:], len(rows)], strict=True):
        own = [row for row in rows[start:end] if row.style.name == "Normal"]
        if end < len(rows) and rows[end - 1].paragraph_format.keep_with_next:
            own = own[:-1]  # how to answer the next part
        stays = [bool(row.paragraph_format.keep_with_next) for row in own]
        assert stays == [True] * (len(own) - 1) + [False]
        assert all(row.paragraph_format.keep_together for row in own)


@pytest.mark.parametrize(
    ("language", "font", "tag"), [("zh-Hans", "宋体", "zh-CN"), ("zh-Hant", "PMingLiU", "zh-HK")]
)
def test_a4_with_chinese_fonts_and_page_numbers(language, font, tag):
    document = docx.Document(io.BytesIO(paper_docx(paper(version="A", language=language))))
    [section] = document.sections
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    for name in ("Normal", "Heading 1", "Heading 2"):
        xml = document.styles[name].element.xml
        assert f'w:eastAsia="{font}"' in xml
        assert f'w:eastAsia="{tag}"' in xml
        assert "Theme" not in xml
    foot = section.footer.paragraphs[0]._p.xml
    assert "小镇的茶  Version A" in foot
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot
    properties = document.core_properties
    assert (properties.title, properties.author) == ("小镇的茶", "")


def test_texts_stay_text():
    text = text_of(paper_docx(paper(HOSTILE, title="<w:b/> & 茶")))
    assert "<w:b/> & 茶" in text
    assert "[bold]红字[/bold]" in text
    assert text_of(key_docx([key(Card("qa", "哪？", "a < b & c\ufffe"))]))


def test_without_python_docx(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "studykit.exchange.worksheet.word_page", raising=False)
    with pytest.raises(ExchangeError, match="pip install python-docx"):
        paper_docx(paper())
