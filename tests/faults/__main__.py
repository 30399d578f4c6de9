"""What befalls progress, many times over: `python -m tests.faults [--kills N] [--seed N]`.

Prints a table and exits with 1 if anything was lost. Needs fork: not for Windows.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from studykit.progress.folder import Folder
from tests.faults.damaged import damaged_snapshots, truncated_logs
from tests.faults.full_disk import full_disks
from tests.faults.killed import Found, Killing

# A learner is killed so often before the next begins, so that the logs stay short.
_KILLS_EACH = 50
# Seconds after which a session is killed at the latest: some have been opened and closed by then.
_LONGEST = 0.06
_ROW = "{:<34}{:>8}   {}"


def kills(root: Path, count: int, seed: int) -> list[Found]:
    """Kill so many sessions; what was found, a learner each."""
    found = []
    for number in range(0, count, _KILLS_EACH):
        killing = Killing(Folder(root / f"learner{number}"), Random(f"{seed} {number}"))
        for _ in range(min(_KILLS_EACH, count - number)):
            killing.kill_one(_LONGEST)
        found.append(killing.found)
    return found


def main() -> int:
    """Run everything; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        print(_ROW.format("what happened", "times", "what came of it"))
        if asked.kills:
            found = kills(root, asked.kills, asked.seed)
            total = {name: sum(getattr(one, name) for one in found) for name in Found.__slots__}
            bad = "{lost} lost, {wrong_states} wrong states, {unreadable} unreadable lines"
            good = "{acknowledged} records acknowledged, {torn} torn ends set aside"
            print(_ROW.format("session killed", total["kills"], good.format(**total)))
            print(_ROW.format("", "", bad.format(**total)))
            wrong += not all(one.fine for one in found)
        for what, run in (
            ("log cut off, at every byte", truncated_logs),
            ("disk full, after every byte", full_disks),
            ("snapshot cut off or a bit flipped", damaged_snapshots),
        ):
            times, bad_times = run(Folder(root / run.__name__))
            print(_ROW.format(what, times, f"{bad_times} went wrong"), flush=True)
            wrong += bad_times
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
