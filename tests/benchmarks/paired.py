"""Paired timing: two things done in turn, and the median of their ratios."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seconds(do: Callable[[], object]) -> float:
    """How long one call takes."""
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


def python(*argv: str) -> Callable[[], object]:
    """Something to time: this Python, in a process of its own, with these arguments."""
    return lambda: subprocess.run(
        [sys.executable, *argv], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )


def compare(
    what: str,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    goal: float,
    rounds: int = 9,
) -> str:
    """One line of the report: the median ratio of ours to theirs, and the goal."""
    ours(), theirs()  # the first round warms the disk cache and is not counted
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    ratio = statistics.median(a / b for a, b in pairs)
    mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    return f"{verdict(what, ratio, goal)}   {mine:.3f} s to {other:.3f} s"


def verdict(what: str, value: float, goal: float, unit: str = "×") -> str:
    """One line of the report: a value and its goal, in this unit."""
    shown = f"{value:.2f}" if value < 10 else f"{value:.0f}"
    return f"{what}: {shown} {unit} (goal < {goal}) {'ok' if value < goal else 'MISSED'}"
