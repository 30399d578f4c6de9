"""What a live class asks of the host: `python -m tests.classroom_load [NAME…] [--few]`.

Exits with 1 where a count is not as it must be; what depends on the machine and on
what else runs there is told beside its goal, and fails nothing. Linux only.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from random import Random

from studykit.classroom.file_limit import allow_connections
from studykit.classroom.server import MOST_CONNECTIONS
from tests.classroom_load.sizes import FEW, FULL


def main() -> int:
    """Run the scenarios; 1 if a count is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.classroom_load", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FULL))
    parser.add_argument("--few", action="store_true", help="with few players")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    scenarios = FEW if asked.few else FULL
    if unknown := set(asked.names) - set(scenarios):
        parser.error(f"unknown: {', '.join(unknown)}")
    allow_connections(MOST_CONNECTIONS)
    fine = True
    for name in asked.names or scenarios:
        with tempfile.TemporaryDirectory() as folder:
            figures = asyncio.run(scenarios[name](Path(folder), Random(asked.seed)))
        for figure in figures:
            print(figure)
            fine = fine and (figure.fine or not figure.count)
        print(f"  (load of the machine: {os.getloadavg()[0]:.1f})\n", flush=True)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
