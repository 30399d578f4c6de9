"""The web page of a test as a browser prints it."""

import re

import pypdfium2
import pytest

from studykit.cards.model import Card
from studykit.exchange.worksheet.page import key_page, paper_page
from tests.browser import PHONE, browser, page
from tests.exchange.worksheet.making import key, many, paper
from tests.fonts import need_chinese_font

__all__ = ["browser", "page"]

A4 = (210, 297)
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(autouse=True)
def font():
    need_chinese_font()


def printed(page, text):
    """The sizes in mm and the texts of the pages that a browser prints of this page."""
    page.set_content(text)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sizes = [tuple(round(side / POINTS_PER_MM) for side in one.get_size()) for one in document]
    return sizes, [re.sub(r"\s+", "", one.get_textpage().get_text_bounded()) for one in document]


def test_a4_pages_with_title_and_number_at_the_foot(page):
    sizes, texts = printed(page, paper_page(paper(*many(60), title='"茶"\\', version="A")))
    assert len(texts) > 2
    assert {*sizes} == {A4}
    for number, text in enumerate(texts, 1):
        assert f'"茶"\\·VersionA{number}/{len(texts)}' in text


def test_no_question_is_parted_by_the_end_of_a_page(page):
    cards = [
        Card("choice", f"〔{n}〕哪里？", "东" * 30, options=tuple(c * 30 for c in "东南西北"))
        for n in range(40)
    ]
    _sizes, texts = printed(page, paper_page(paper(*cards)))
    assert len(texts) > 3
    for text in texts:
        assert [text.count(c * 30) for c in "东南西北"] == [text.count("〔")] * 4


def test_each_key_begins_on_a_new_page(page):
    _sizes, texts = printed(page, key_page([key(version="A"), key(version="B")]))
    assert ["小镇的茶VersionA" in text for text in texts] == [True, False]
    assert ["小镇的茶VersionB" in text for text in texts] == [False, True]


@pytest.mark.parametrize("text", [paper_page(paper(*many(12))), key_page([key()])])
def test_nothing_is_cut_off_on_a_phone(page, text):
    page.set_viewport_size(PHONE)
    page.set_content(text)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
