import pytest
from rich.cells import cell_len

from studykit import messages
from studykit.scheduling.model import Grade, Mark, Undo
from studykit.statistics.history import history
from studykit.terminal.plots.history import print_history
from tests.scheduling.making import at, day, grades
from tests.statistics.making import SCHEDULER
from tests.terminal.samples import memory_console, written

RECORDS = [
    *grades(["good", "again", "good", "easy"]),
    Undo("u", at(5000), day(5000), "a001"),
    Mark("m", at(6000), day(6000), "a", "suspend"),
    Grade("p", at(7000), day(7000), "a", "hard", 90_000, True),
]


def printed(records=RECORDS, prompt="茶园有多大？", width=80):
    console = memory_console(width)
    print_history(console, history("a", prompt, records, SCHEDULER))
    return written(console)


def line(words, text=None):
    return next(one for one in (text or printed()).splitlines() if words in one)


def test_each_event_has_its_line():
    assert line("2026-11-25").split()[:3] == ["2026-11-25", "good", "10m"]
    assert line("undone").split() == ["2026-11-26", "again", "undone", "0", "s"]
    assert line("2026-11-29").split() == ["2026-11-29", "suspend"]
    assert line("practice").split()[:3] == ["2026-11-30", "hard", "practice"]
    assert line("practice").rstrip().endswith("1 min 30 s")


def test_the_card_is_named_with_where_it_stands():
    assert "茶园有多大？" in printed()
    assert line("a ·").strip().startswith("a · 3 reviews · 0 lapses · due on ")
    assert line("a ·").endswith("suspended")


def test_stability_is_drawn_where_it_changed():
    assert "Stability after each review" in printed()
    assert "Stability after each review" not in printed(grades(["good"]))


def test_a_card_without_records():
    text = printed([])
    assert "not reviewed yet" in text
    assert "stability" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_nothing_is_wider_than_the_console(lang, width):
    messages.speak(lang)
    try:
        text = printed(prompt="茶园有多大？" * 20, width=width)
    finally:
        messages.speak("en")
    assert max(map(cell_len, text.splitlines())) <= width


def test_a_prompt_is_only_text():
    assert "[red]␛[2J" in printed(prompt="[red]\x1b[2J")
