from dataclasses import replace

import pytest
from rich.cells import cell_len

from studykit import messages
from studykit.scheduling.metrics import Quality
from studykit.scheduling.optimize import Fit, Moves
from studykit.terminal.fit import print_fit
from tests.terminal.samples import memory_console, written

FIT = Fit((0.1,) * 21, 2351, 470, Quality(0.5, 0.16), Quality(0.4, 0.0944), better=True)
MOVES = Moves(300, 120, 12, 9)


def shown(fit=FIT, moves=MOVES):
    console = memory_console()
    print_fit(console, fit, moves)
    return written(console)


def row(text, name):
    return next(line for line in text.splitlines() if name in line).split()[-3:]


def test_both_measures_are_shown_before_and_after():
    text = shown()
    assert "2351 reviews; measured on the latest 470" in text
    assert row(text, "log loss") == ["0.5000", "0.4000", "-20.0%"]
    assert row(text, "RMSE (bins)") == ["0.1600", "0.0944", "-41.0%"]
    assert "due dates of 120 of 300 cards would move; due today: 12 → 9." in text


def test_no_gain_moves_nothing():
    text = shown(replace(FIT, better=False))
    assert "no gain" in text
    assert "would move" not in text


@pytest.mark.parametrize(
    ("clamped", "want"), [(0, ""), (1, "1 parameter lay"), (2, "2 parameters lay")]
)
def test_parameters_on_the_limit_are_told(clamped, want):
    text = shown(replace(FIT, clamped=clamped))
    assert want in text
    assert ("lay outside" in text) == bool(clamped)


def test_a_measure_of_nothing_has_no_change():
    text = shown(replace(FIT, before=Quality(0.5, 0.0)))
    assert row(text, "RMSE (bins)")[-1] == "–"


def test_figures_stand_under_each_other_in_chinese():
    messages.speak("zh")
    try:
        lines = shown().splitlines()
    finally:
        messages.speak("en")
    ends = [cell_len(line.rstrip()) for line in lines if line.rstrip().endswith("%")]
    assert len(ends) == 2
    assert len(set(ends)) == 1
