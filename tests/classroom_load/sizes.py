"""The scenarios by name, in full and with few players."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from random import Random

from tests.classroom_load.counted import counted
from tests.classroom_load.fanout import fanout
from tests.classroom_load.figures import Figure
from tests.classroom_load.hostile import hostile
from tests.classroom_load.killed import killed
from tests.classroom_load.large import large
from tests.classroom_load.two_processes import two_processes

Scenario = Callable[[Path, Random], Awaitable[list[Figure]]]

FULL: Mapping[str, Scenario] = {
    "counted": lambda folder, rng: counted(folder, 300, 20, 3.0, rng),
    "fanout": lambda folder, rng: fanout(folder, 2000, 9, 3.0, rng),
    "large": lambda folder, rng: large(folder, 5000, 20, 5.0, rng),
    "killed": lambda folder, rng: killed(folder, 40, rng),
    "hostile": lambda folder, rng: hostile(folder, 300, 7, 1000, 3.0, rng),
    "redis": lambda folder, rng: two_processes(folder, 2000, 3.0, rng),
}

FEW: Mapping[str, Scenario] = {
    "counted": lambda folder, rng: counted(folder, 30, 3, 0.3, rng),
    "fanout": lambda folder, rng: fanout(folder, 20, 1, 0.2, rng),
    "large": lambda folder, rng: large(folder, 300, 2, 0.5, rng),
    "killed": lambda folder, rng: killed(folder, 2, rng),
    "hostile": lambda folder, rng: hostile(folder, 20, 1, 150, 0.5, rng),
    "redis": lambda folder, rng: two_processes(folder, 40, 0.5, rng),
}
