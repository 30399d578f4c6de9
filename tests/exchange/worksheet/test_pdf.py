import re
import sys
from dataclasses import replace
from types import SimpleNamespace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.errors import ExchangeError
from studykit.exchange.worksheet.key import key_of
from studykit.exchange.worksheet.paper import paper_of
from studykit.exchange.worksheet.pdf import key_pdf, paper_pdf
from studykit.exchange.worksheet.versions import sheets
from tests.deck.making import cards as any_card
from tests.deck.making import texts
from tests.exchange.worksheet.making import NO_LINE, key, many, paper
from tests.fonts import need_chinese_font
from tests.terminal.samples import HOSTILE

A4 = (595.28, 841.89)
# Must not begin and not end a line: GB/T 15834-2011, 5.1.
NO_START, NO_END = "，。、；：？！）”’》】…", "（“‘《【"


@pytest.fixture(autouse=True)
def font():
    need_chinese_font()


def pages(pdf):
    """The text within the edges of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def bare(text):
    return re.sub(r"\s+", "", text)


def test_a_test_has_all_its_words():
    one = paper(version="A")
    [text] = map(bare, pages(paper_pdf(one)))
    for part in one.parts:
        assert bare(f"{part.heading}（{part.worth}）{part.how}") in text
        for question in part.questions:
            pieces = [piece for piece in question.prompt if isinstance(piece, str)]
            assert all(bare(piece) in text for piece in (*pieces, *question.options))
    assert "小镇的茶VersionA" in text
    assert "ClassNameDateScore/13" in text
    assert text.endswith("1/1")


def test_a_test_tells_no_answer():
    [text] = map(bare, pages(paper_pdf(paper())))
    assert not [
        word for word in ("灌溉办法", "36.5吨", "绿茶", "花茶", "采摘", "杀青") if word in text
    ]


def test_a_key_has_all_its_words_and_begins_each_version_on_a_new_page():
    keys = [key(version="A"), key(version="B")]
    first, second = map(bare, pages(key_pdf(keys)))
    assert "Answers:小镇的茶VersionA" in first
    assert "Answers:小镇的茶VersionB" in second
    for one, text in zip(keys, (first, second), strict=True):
        for answer in (answer for part in one.parts for answer in part.answers):
            for words in (answer.text, *answer.notes):
                assert bare(words) in text
            for quote in answer.quotes:
                assert bare(f"「{quote.text}」{quote.section}{quote.line}") in text


def test_pages_are_a4_and_numbered():
    pdf = paper_pdf(paper(*many(60)))
    document = pypdfium2.PdfDocument(pdf)
    assert {tuple(round(side, 2) for side in page.get_size()) for page in document} == {A4}
    found = [bare(text) for text in pages(pdf)]
    assert len(found) > 2
    for number, text in enumerate(found, 1):
        assert text.endswith(f"{number}/{len(found)}")


def test_no_line_begins_or_ends_with_a_mark_that_must_not():
    cards = [
        Card(
            "truefalse",
            "茶" * n + "园靠近河流，“水源充足”，灌溉方便（全年如此），连年增产。" * 3,
            True,
        )
        for n in range(1, 40)
    ]
    lines = [line for text in pages(paper_pdf(paper(*cards))) for line in text.splitlines()]
    assert len(lines) > 100
    assert not [line for line in lines if line[:1] in NO_START or line[-1:] in NO_END]


def test_no_question_is_parted_by_the_end_of_a_page():
    cards = [
        Card("choice", f"〔{n}〕哪里？", "东" * 30, options=tuple(c * 30 for c in "东南西北"))
        for n in range(40)
    ]
    found = pages(paper_pdf(paper(*cards)))
    assert len(found) > 3
    for text in found:
        asked = text.count("〔")
        assert [bare(text).count(c * 30) for c in "东南西北"] == [asked] * 4


def test_a_heading_is_never_the_last_of_a_page():
    for n in range(1, 30):
        cards = [*many(6 * n)[4 : 6 * n : 6], Card("qa", "〔最后〕为什么？", "茶")]
        found = [text for text in pages(paper_pdf(paper(*cards))) if "II. Questions" in text]
        assert "〔最后〕" in found[0]


def test_a_question_longer_than_a_page_goes_on_on_the_next():
    card = Card("list", "有哪些？", tuple(f"{'茶' * 30}{n}" for n in range(60)))
    found = "".join(pages(paper_pdf(paper(card))))
    assert [f"({n})" for n in range(1, 61) if f"({n})" not in found] == []


def test_no_text_is_read_as_markup_of_typst():
    words = "#set page(width: 1cm) *茶* _叶_ $x$ `c` <a> @b // d /* e */ \\ #panic() [f]"
    card = replace(HOSTILE, prompt=words)
    [text] = pages(paper_pdf(paper(card, title=words)))
    assert bare(text).count(bare(words)) == 3  # the title, the question and the foot
    assert bare("[bold]") not in bare(text)
    [told] = pages(key_pdf([key(card, title=words)]))
    assert bare(words) in bare(told)


def test_a_word_longer_than_a_line_stays_on_the_page():
    [text] = pages(paper_pdf(paper(Card("qa", "读" + "x" * 300, "茶"))))
    assert text.count("x") == 300


def test_a_character_that_no_font_shows_is_named():
    with pytest.raises(ExchangeError, match=r"no font of this machine shows U\+10FFFD"):
        paper_pdf(paper(Card("qa", "什么是\U0010fffd？", "茶")))


def outcome(make, *words):
    """The pages made, or what is said instead."""
    try:
        return pages(make(*words))
    except ExchangeError as error:
        return [str(error)]


@settings(max_examples=20)
@given(st.lists(any_card(), max_size=3), texts)
def test_any_cards_are_printed_or_their_strange_characters_named(cards, title):
    one = sheets(cards, title, "zh-Hans", [""], 0)[0]
    [*_pages, test] = outcome(paper_pdf, paper_of(one))
    [*_pages, answers] = outcome(key_pdf, [key_of(one, NO_LINE)])
    for last in (test, answers):
        assert re.search(r"^no font of this machine shows|\d+ ?/ ?\d+\s*$", last)


def test_line_breaks_stay():
    [text] = pages(paper_pdf(paper(Card("qa", "上行\n下行", "茶"))))
    lines = text.splitlines()
    assert next(n for n, line in enumerate(lines) if "上行" in line) < next(
        n for n, line in enumerate(lines) if "下行" in line
    )


def test_the_same_words_give_the_same_bytes():
    assert paper_pdf(paper()) == paper_pdf(paper())


def test_traditional_characters():
    [text] = pages(paper_pdf(paper(Card("qa", "為甚麼減產？", "缺水"), language="zh-Hant")))
    assert "為甚麼減產？" in bare(text)


def test_without_typst(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExchangeError, match="pip install typst"):
        paper_pdf(paper())


def test_without_a_font(monkeypatch):
    monkeypatch.setattr("typst.Fonts", lambda: SimpleNamespace(families=lambda: ["DejaVu Sans"]))
    with pytest.raises(ExchangeError, match="Chinese font"):
        paper_pdf(paper())


def test_a_font_that_is_not_there():
    with pytest.raises(ExchangeError, match="no font 甲骨文"):
        key_pdf([key()], "甲骨文")
