from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.worksheet.page import key_page, paper_page
from tests.exchange.worksheet.making import key, paper
from tests.terminal.samples import CLOZE, HOSTILE, QA


class Reader(HTMLParser):
    """The tags, classes and text of a page; style sheets apart."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.classes, self.words, self.style, self.attributes = [], [], [], "", []
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._inside = tag
        self.tags.append(tag)
        self.attributes += attrs
        self.classes += [value for name, value in attrs if name == "class"]

    def handle_data(self, data):
        if self._inside == "style":
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)


def test_a_test_has_all_its_words_and_room():
    one = paper(version="A")
    read = Reader(paper_page(one))
    for part in one.parts:
        for words in (part.heading, part.worth, part.how):
            assert words in read.text
        for question in part.questions:
            pieces = [piece for piece in question.prompt if isinstance(piece, str)]
            assert all(words in read.text for words in (*pieces, *question.options))
    assert [read.classes.count(name) for name in ("blank", "line", "bracket", "field")] == [
        2,
        3,
        2,
        4,
    ]
    assert "(3)" in read.text
    assert "(4)" not in read.text
    assert "灌溉办法" not in read.text
    assert ("lang", "zh-Hans") in read.attributes


def test_blanks_are_as_wide_as_the_paper_says():
    assert ("style", "width:5em") in Reader(paper_page(paper(CLOZE))).attributes


def test_a_key_has_all_its_words():
    keys = [key(version="A"), key(version="B")]
    read = Reader(key_page(keys))
    assert read.tags.count("main") == 2
    for answer in (answer for one in keys for part in one.parts for answer in part.answers):
        assert answer.text in read.text
        assert all(note in read.text for note in answer.notes)
        for quote in answer.quotes:
            assert f"「{quote.text}」{quote.section}{quote.line}" in read.text


@pytest.mark.parametrize("page", [paper_page(paper(HOSTILE)), key_page([key(HOSTILE)])])
def test_nothing_is_loaded_and_no_script_runs(page):
    read = Reader(page)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in read.attributes
    assert not {"script", "link", "img", "iframe"} & {*read.tags}
    assert "url(" not in read.style


TITLES = st.text(st.sampled_from("茶\"'\\</style>;}\n @x{"), max_size=20)


@given(TITLES)
def test_a_title_stays_text_in_the_page_and_in_its_style(title):
    read = Reader(paper_page(paper(QA, title=title)))
    plain = Reader(paper_page(paper(QA, title="茶")))
    assert read.tags == plain.tags
    foot = read.style.removeprefix(plain.style[: plain.style.rindex("@page")])
    assert foot.count('"') == 2
    assert foot.count("{") == foot.count("}") == 2
