from dataclasses import replace

import pytest
from rich.cells import cell_len

from studykit import messages
from studykit.article.span import Span
from studykit.classroom import events as ev
from studykit.classroom.report import report_of
from studykit.terminal.answering.original import Original
from studykit.terminal.classroom.report import print_report
from tests.classroom.lesson import EVENTS, HAN, LI, answered, at, homework, lesson
from tests.terminal.samples import memory_console, written

BEGUN = "2025-11-25 09:30"


def printed(found, width=80, title="春茶", original=Original(), terminal=False):  # noqa: B008
    console = memory_console(width, terminal=terminal)
    print_report(console, title, BEGUN, report_of(found), lambda card: original)
    return written(console)


@pytest.fixture(params=messages.LANGUAGES)
def language(request):
    messages.speak(request.param)
    yield request.param
    messages.speak("en")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("events", [EVENTS, EVENTS[:4], EVENTS[:0]], ids=["all", "asked", "none"])
def test_nothing_is_wider_than_the_console(language, width, events):
    assert max(map(cell_len, printed(lesson(events), width).splitlines())) <= width


def test_the_parts_in_their_order():
    out = printed(lesson())
    headings = ("By question", "Sure and wrong", "Hardest at first", "Teams", "Students")
    places = [out.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)


def test_a_discussion_is_told_where_there_was_one():
    out = printed(lesson())
    (line,) = [line for line in out.splitlines() if line.startswith(" 1. ")][:1]
    assert line.split()[-4:] == ["███░░░░░░░", "33%", "100%", "1.00"]
    assert "Of 2 who voted both times 1 were right, then 2 (+1 −0); gain 1.00" in out


def test_without_discussions_there_are_no_columns_for_them():
    events = [ev.Joined(at(1), LI, "李雷", "s"), ev.Asked(at(2), 0)]
    found = homework([*events, answered(LI, 0, 3, right=True)])
    out = printed(found)
    assert "discussed" not in out
    assert "gain" not in out
    assert "Sure and wrong" not in out


def test_what_everyone_knew_is_not_hard():
    events = [ev.Joined(at(1), LI, "李雷", "s"), ev.Asked(at(2), 0)]
    out = printed(homework([*events, answered(LI, 0, 3, right=True)]))
    assert "Hardest" not in out


def test_guests_are_told_apart():
    lines = printed(lesson()).splitlines()
    (guest,) = [line for line in lines if "小明" in line]
    (li,) = [line for line in lines if "李雷" in line]
    assert "guest" in guest
    assert "guest" not in li


def test_the_quote_has_its_line():
    found = lesson()
    found.questions = tuple(
        replace(one, card=replace(one.card, spans=(Span(3, 5),))) for one in found.questions
    )
    assert "line 2" in printed(found, original=Original("tea.txt", "一\n二三四"))
    assert "line" not in printed(found)


def test_names_and_answers_are_only_text():
    bad = "[red]\x1b[31m坏\x07"
    events = [
        ev.Joined(at(1), HAN, bad, "s", team=0),
        ev.Asked(at(2), 1),
        ev.Answered(at(3), HAN, 1, 1, "[red]错", True),
    ]
    out = printed(lesson(events), title=bad)
    assert "\x1b" not in out
    assert "\x07" not in out
    assert out.count("[red]") == 4
