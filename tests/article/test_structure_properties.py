"""What holds for any text at all."""

import re
from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st

from studykit.article.controls import is_control
from studykit.article.model import Article, Sentence
from studykit.article.parse import parse_article
from studykit.article.script import detect_language, fold
from studykit.article.sentences import split
from studykit.article.span import Span
from studykit.article.tape import concatenate, splice

FRAGMENTS = st.sampled_from(
    [
        *(
            "一、",
            "（一）",
            "1.",
            "第一章 ",
            "# ",
            "## ",
            "- ",
            "——",
            "> ",
            "**",
            "　　",
            "  ",
            "\t",
        ),
        *("各位代表：", "来源：某报", "2025-01-02", "首页 > 新闻", "责任编辑：", "注：", "摘要："),
        *(
            "[bookmark: _Toc1]",
            "[b]",
            "[链接](http://a.cn/)",
            "<br/>",
            "&nbsp;",
            "\x1b[31m",
            "\u200b",
        ),
        *(
            "全年增长",
            "2.54%",
            "3",
            "万亿元",
            "，",
            "。",
            "；",
            "！",
            "……",
            "...",
            "“",
            "”",
            "（",
            "）",
        ),
        *(
            "「",
            "」",
            "GDP",
            "G党P",
            "word",
            " ",
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            " ",
            "\ud800",
            "\ufffd",
        ),
        *("研发投入稳步提高，创新能力不断增强，", "臺灣經濟發展", "|", "a | b | c", "相关阅读"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=60).map("".join))


def all_sentences(article: Article) -> list[Sentence]:
    out: list[Sentence] = []
    for section in article.sections:
        out += [section.heading] if section.heading else []
        for paragraph in section.paragraphs:
            out += paragraph.sentences
    return out


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def assert_holds(article: Article) -> None:
    end = -1
    for sentence in all_sentences(article):
        assert sentence.text
        assert sentence.text == sentence.text.strip()
        assert not any(is_control(char) or char == "\n" for char in sentence.text)
        assert len(sentence.folded) == len(sentence.text)
        assert sentence.pieces[0].at == 0
        spans = sentence.spans(0, len(sentence.text))
        assert spans[0].start >= end
        end = spans[-1].end
        assert sentence.line == article.line_of(spans[0].start)
        for low in range(0, len(sentence.text), 7):
            for high in range(low + 1, len(sentence.text) + 1, 5):
                printed = "".join(
                    article.source[s.start : s.end] for s in sentence.spans(low, high)
                )
                assert without_blanks(printed) == without_blanks(sentence.text[low:high])


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_parses_and_every_span_holds(text: str) -> None:
    article = parse_article(text)
    assert article.source == text
    assert article.language in ("zh-Hans", "zh-Hant")
    assert_holds(article)
    for section in article.sections:
        assert section.level > 0 or section.heading is None
        assert not any(is_control(char) or char == "\n" for char in section.title)
        for paragraph in section.paragraphs:
            assert paragraph.sentences
            if paragraph.lead and not paragraph.item:
                assert paragraph.lead == paragraph.sentences[0]
    for field in astuple(article.metadata):
        assert not any(is_control(char) or char == "\n" for char in field)
    for problem in article.problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        problem.message.encode()


@given(TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert detect_language(text) in ("zh-Hans", "zh-Hant")


@given(st.text(alphabet="ab “”（）。！\n", max_size=40))
def test_splitting_loses_only_blanks_and_bare_marks(text: str) -> None:
    tape = splice(text, [Span(0, len(text))])
    joined = "".join(part.text for part in split(tape))
    assert [char for char in joined if char.isalnum()] == [char for char in text if char.isalnum()]


@given(st.text(min_size=1, max_size=30), st.data())
def test_a_cut_of_a_tape_is_the_tape_of_the_cut(text: str, data: st.DataObject) -> None:
    middle = data.draw(st.integers(0, len(text)))
    tape = concatenate(
        [(splice(text, [Span(0, middle)]), True), (splice(text, [Span(middle, len(text))]), True)]
    )
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    cut = tape.cut(low, high)
    assert cut.text == text[low:high]
    for piece in cut.pieces:
        assert text[piece.start] == cut.text[piece.at]
