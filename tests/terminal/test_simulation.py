from dataclasses import replace

import pytest
from rich.cells import cell_len

from studykit import messages
from studykit.scheduling.habits import Habits
from studykit.scheduling.settings import Settings
from studykit.scheduling.simulate import Plan, Simulation, Workload
from studykit.terminal.simulation import bar, percent, print_simulation
from tests.terminal.samples import memory_console, written

WORKLOADS = tuple(
    Workload(retention, reviews, reviews / 4, 1000 * retention, reviews / 20)
    for retention, reviews in ((0.7, 30.0), (0.9, 60.0), (0.94, 617.2), (0.97, 1234.5))
)
SIMULATION = Simulation(Plan(365, 1000, 20), WORKLOADS, 0.7)
SETTINGS, HABITS = Settings(), Habits()


@pytest.fixture
def chinese():
    messages.speak("zh")
    yield
    messages.speak("en")


def shown(simulation=SIMULATION, habits=HABITS, settings=SETTINGS, **size):
    console = memory_console(**size)
    print_simulation(console, simulation, habits, settings)
    return written(console)


def row(text, retention):
    return next(line.split() for line in text.splitlines() if line.split()[:1] == [retention])


def test_each_retention_has_its_figures():
    text = shown()
    assert "Simulated: 1000 cards, 20 new a day, 365 days" in text
    assert row(text, "70%")[2:] == ["30.0", "7.5", "700", "1.5", "least"]
    assert row(text, "90%")[2:] == ["60.0", "15.0", "900", "3.0", "yours"]
    assert row(text, "97%")[2:] == ["1234.5", "308.6", "970", "61.7"]


def test_bars_are_as_long_as_reviews_are_many():
    text = shown()
    bars = [row(text, percent(one.retention))[1] for one in WORKLOADS]
    assert [cell_len(one) for one in bars] == sorted(cell_len(one) for one in bars)
    assert set(bars[-1]) == {"█"}


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (79, 24)])
def test_it_fits_the_screen(width, height):
    retentions = [0.70 + number / 40 for number in range(11)]
    simulation = replace(
        SIMULATION,
        workloads=tuple(
            replace(WORKLOADS[-1], retention=one, reviews=9999.9) for one in retentions
        ),
    )
    lines = shown(simulation, width=width).splitlines()
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)
    assert "…" not in "".join(lines)


def test_it_fits_the_screen_in_chinese(chinese):
    lines = shown().splitlines()
    assert all(cell_len(line) <= 80 for line in lines)
    ends = [
        cell_len(line[: line.index(figure) + len(figure)])
        for line, figure in zip(lines[4:8], ("700", "900", "940", "970"), strict=True)
    ]
    assert len(set(ends)) == 1, "figures stand under each other"


def test_without_colours_there_are_no_escapes():
    assert "\x1b" not in shown()
    assert "\x1b[36m" in shown(terminal=True)


def test_the_cheapest_is_told_with_its_command():
    assert "studykit config desired_retention 0.7" in " ".join(shown().split())


def test_who_is_at_the_cheapest_is_told_so():
    text = shown(settings=replace(SETTINGS, desired_retention=0.7))
    assert "Your 70% costs the least time" in text
    assert "studykit config" not in text
    assert row(text, "70%")[-1] == "yours"


def test_what_was_assumed_is_said():
    assert "from reviews of other learners: again 19.4" in shown()
    text = " ".join(shown(habits=replace(HABITS, reviews=12)).split())
    assert "from 12 reviews of yours and those of other learners: again 19.4" in text


@pytest.mark.parametrize(
    ("share", "width", "want"),
    [
        (0, 8, ""),
        (1, 8, "████████"),
        (0.5, 8, "████"),
        (0.5, 3, "█▌"),
        (1 / 8, 1, "▏"),
        (7 / 8, 1, "▉"),
        (0.001, 8, ""),
    ],
)
def test_bars(share, width, want):
    assert bar(share, width) == want


@pytest.mark.parametrize(("retention", "want"), [(0.9, "90%"), (0.875, "87.5%"), (0.7, "70%")])
def test_percent(retention, want):
    assert percent(retention) == want
