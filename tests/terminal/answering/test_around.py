from dataclasses import replace

import pytest

from studykit.article.span import Span
from studykit.terminal.answering.around import Excerpt, around_quotes, excerpts, places
from studykit.terminal.answering.original import Original
from tests.terminal.samples import QA, memory_console, rendered, written

TEXT = "第一行。\n\n第二行有引文。\n第三行。\n第四行。\n第五行也有引文。\n"
QUOTED = Span(8, 12)
SECOND = Span(TEXT.rindex("也有"), TEXT.rindex("也有") + 4)


@pytest.mark.parametrize(
    ("spans", "around", "lines"),
    [
        ((QUOTED,), 1, [1, 3, 4]),
        ((QUOTED,), 0, [3]),
        ((QUOTED,), 9, [1, 3, 4, 5, 6]),
        ((QUOTED, SECOND), 1, [1, 3, 4, 5, 6]),
        ((QUOTED, SECOND), 0, [3, 6]),
        ((), 1, []),
        ((Span(900, 950),), 1, []),
    ],
)
def test_lines_around(spans, around, lines):
    assert [line.number for line in excerpts(TEXT, spans, around)] == lines


def test_what_is_quoted_is_told():
    quoted = [line for line in excerpts(TEXT, (QUOTED,)) if line.quoted]
    assert quoted == [Excerpt(3, "第二行有引文。", (Span(2, 6),))]


def test_a_quote_over_two_lines():
    start, end = TEXT.index("引文"), TEXT.index("三行")
    quoted = {line.number: line.quoted for line in excerpts(TEXT, (Span(start, end),), 0)}
    assert quoted == {3: (Span(4, 7),), 4: (Span(0, 1),)}


def test_long_neighbours_are_cut_away_from_the_quote():
    text = f"{'前' * 300}近\n引文\n近{'后' * 300}"
    before, _quote, after = excerpts(text, (Span(302, 304),))
    assert (before.text[:2], before.text[-1]) == ("…前", "近")
    assert (after.text[0], after.text[-2:]) == ("近", "后…")


def card(span=QUOTED, quote="行有引文"):
    return replace(QA, quotes=(quote,), spans=(span,))


def test_the_quote_is_marked_among_its_lines():
    shown = rendered(around_quotes(card(), Original("tea.txt", TEXT)))
    assert [line.strip() for line in shown.splitlines()] == [
        "1  第一行。",
        "3  第二〔行有引文〕。",
        "4  第三行。",
        "tea.txt",
    ]


def test_with_colour_it_is_underlined():
    console = memory_console(terminal=True)
    for part in around_quotes(card(), Original("tea.txt", TEXT)):
        console.print(part)
    assert "\x1b[1;4;33m有引文" in written(console)
    assert "〔" not in written(console)


@pytest.mark.parametrize(
    ("original", "words"),
    [
        (Original("tea.txt", missing="The article tea.txt is not there."), "is not there"),
        (Original("tea.txt", "别的文章。", changed=True), "not to be found in tea.txt"),
        (Original("tea.txt", TEXT, changed=True), "tea.txt has changed since"),
        (Original(), "names no place"),
    ],
)
def test_why_there_are_no_lines_is_said(original, words):
    assert words in rendered(around_quotes(card(), original), 200)


def test_in_a_changed_article_the_quote_is_looked_for():
    changed = Original("tea.txt", "新写的一行。\n" + TEXT, changed=True)
    assert "4  第二〔行有引文〕。" in rendered(around_quotes(card(), changed))
    assert places(card(quote="没有的话"), changed) == ()


def test_the_article_is_only_text():
    hostile = Original("a\x1b[2J.txt", "\x1b]0;题\x07引文[red]")
    shown = rendered(around_quotes(card(Span(6, 8), "引文"), hostile))
    assert "␛]0;题␇〔引文〕[red]" in shown
    assert "a␛[2J.txt" in shown


@pytest.mark.parametrize(
    ("original", "line"),
    [
        (Original("t", TEXT), 3),
        (Original("t", TEXT, changed=True), None),
        (Original("t"), None),
    ],
)
def test_the_line_of_an_offset(original, line):
    assert original.line_of(QUOTED.start) == line
