import re
from dataclasses import replace

import pytest

from studykit import messages
from studykit.article.span import Span
from studykit.classroom import events as ev
from studykit.classroom.report import report_of
from studykit.pages.classroom import classroom_page
from studykit.terminal.answering.original import Original
from tests.classroom.lesson import EVENTS, LI, answered, at, homework, lesson
from tests.pages.test_report import Nesting

BEGUN = "2025-11-25 09:30"


def page_of(found, title="春茶", original=Original()):  # noqa: B008
    return classroom_page(title, BEGUN, report_of(found), lambda card: original)


@pytest.mark.parametrize("lang", messages.LANGUAGES)
@pytest.mark.parametrize("events", [EVENTS, EVENTS[:4], EVENTS[:0]], ids=["all", "asked", "none"])
def test_the_page_is_well_formed_and_stands_alone(lang, events):
    messages.speak(lang)
    try:
        page = page_of(lesson(events))
    finally:
        messages.speak("en")
    reader = Nesting()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert not reader.seen & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?:|url\(|@import|src=", page)
    assert "Content-Security-Policy" in page
    assert f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">' in page


def test_each_question_has_its_place_and_a_link_to_it():
    page = page_of(lesson())
    places = re.findall(r'id="(q\d+)"', page)
    assert places == ["q1", "q2", "q3"]
    assert re.findall(r'href="#(q\d+)"', page) == places


def test_bars_are_as_long_as_the_shares():
    page = page_of(lesson())
    overview = page.split('class="overview"')[1].split("</section>")[0]
    widths = re.findall(r'class="(first|last)" style="width:([\d.]+)%"', overview)
    assert widths == [("first", "33.3"), ("last", "100.0"), ("first", "66.7"), ("first", "50.0")]


def test_every_answer_is_in_the_grid():
    table = page_of(lesson()).split('class="knew"')[1].split("</table>")[0]
    rows = re.findall(r'class="(right|part|wrong|none)"', table)
    assert rows == [
        *("right", "right", "none"),
        *("wrong", "right", "right"),
        *("none", "wrong", "wrong"),
    ]


def test_a_part_of_an_answer_is_told_apart():
    events = [ev.Joined(at(1), LI, "李雷", "s"), ev.Asked(at(2), 0)]
    events += [answered(LI, q, 3 + q, right=True) for q in range(3)]
    found = homework(events)
    order = found.questions[3].key
    swapped = (order[0], order[2], order[1])
    assert found.apply(ev.Answered(at(9), LI, 3, 1, swapped)) == ""
    assert 'class="part"' in page_of(found)


def test_what_nobody_answered_is_said_with_its_answer():
    page = page_of(lesson([*EVENTS[:2], ev.Asked(at(10), 1)]))
    assert "Nobody has answered." in page
    assert '<p class="key">金丝雀问答</p>' in page
    # Options are shown with no one behind them.
    assert "Nobody has answered." not in page_of(lesson(EVENTS[:4]))


def test_a_legend_only_where_there_are_two_kinds_of_bars():
    assert "after the discussion" in page_of(lesson())
    assert "after the discussion" not in page_of(lesson(EVENTS[:8]))


def test_the_quote_has_its_line():
    found = lesson()
    found.questions = tuple(
        replace(one, card=replace(one.card, spans=(Span(3, 5),))) for one in found.questions
    )
    assert "line 2" in page_of(found, original=Original("tea.txt", "一\n二三四"))


def test_names_and_answers_are_only_text():
    bad = "<script>alert(1)</script>\"'&茶"
    events = [
        ev.Joined(at(1), LI, bad, "s", team=0),
        ev.Asked(at(2), 1),
        ev.Answered(at(3), LI, 1, 1, bad, True),
    ]
    page = page_of(lesson(events), title=bad)
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;茶") >= 4
