"""kill -9 at random moments; `python -m tests.faults --kills 1000` does more of it."""

import sys
from random import Random

import pytest

from tests.faults.killed import Killing
from tests.progress.making import folder_at

KILLS = 40
# Long enough that some sessions have been opened and closed, seconds.
LONGEST = 0.05


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor kill -9")
def test_nothing_acknowledged_is_lost(tmp_path):
    killing = Killing(folder_at(tmp_path / "me"), Random(3))
    for _ in range(KILLS):
        killing.kill_one(LONGEST)
    found = killing.found
    assert (found.kills, found.lost, found.wrong_states, found.unreadable) == (KILLS, 0, 0, 0)
    # Else the sessions had died before they did anything.
    assert found.acknowledged > 0
