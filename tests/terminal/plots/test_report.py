from dataclasses import replace

import pytest
from rich.cells import cell_len

from studykit import messages
from studykit.statistics.counts import Counts, Group
from studykit.statistics.hardest import Hard
from studykit.terminal.plots.report import print_report
from tests.statistics.making import EMPTY, report
from tests.terminal.samples import memory_console, written


def printed(found, width=80, terminal=False, name="li"):
    console = memory_console(width, terminal=terminal)
    print_report(console, name, found)
    return written(console)


@pytest.fixture(params=messages.LANGUAGES)
def language(request):
    messages.speak(request.param)
    yield request.param
    messages.speak("en")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("days", [1, 7, 30, 90, 400])
def test_nothing_is_wider_than_the_console(language, width, days):
    for found in (report(days), EMPTY):
        assert max(map(cell_len, printed(found, width).splitlines())) <= width


def test_every_part_has_its_heading():
    lines = [line.strip() for line in printed(report()).splitlines()]
    for heading in (
        "Cards",
        "Reviews by day of the last year",
        "True retention",
        "Reviews of the last 30 days",
        "Due in the next 30 days",
        "Memory",
        "Decks",
        "Tags",
    ):
        assert heading in lines
    assert "Today: 2 reviews, 0 s" in lines
    assert "Streak: 40 days; the longest: 40 days" in lines


def test_a_learner_who_has_done_nothing():
    text = printed(EMPTY)
    assert "Today: 0 reviews, 0 s" in text
    assert "True retention" not in text
    assert "██" not in text


def test_days_put_together_are_told():
    assert "Reviews of the last 400 days (a column is 6 days)" in printed(report(400))


def test_without_colour_all_is_text_with_colour_the_same_text():
    plain, coloured = printed(report()), printed(report(), terminal=True)
    assert "\x1b" not in plain
    assert "\x1b[32m" in coloured


def test_names_from_decks_are_only_text():
    found = replace(report(), hardest=(Hard("c", "[red]茶\x1b[31m[/red]", 9, 9.5, 1.5, 20),))
    text = printed(found, name="\x1b[2J")
    assert "[red]茶␛[31m[/red]" in text
    assert "\x1b" not in text


def test_tables_give_up_names_before_figures():
    group = Group("海边的渔村与它的四百年历史" * 3, "", Counts(1, 22, 333, 4444, 5, 6))
    found = report()
    found = replace(found, cards=replace(found.cards, decks=(group, group)))
    line = next(line for line in printed(found).splitlines() if "海边" in line and "4444" in line)
    assert "…" in line
    assert line.split()[-7:] == ["1", "22", "333", "4444", "5", "6", "4805"]
