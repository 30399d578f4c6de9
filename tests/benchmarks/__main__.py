"""Speed, as ratios within one run: `python -m tests.benchmarks [NAME…]`.

Each comparison runs both sides in turn, several times over, and prints the
median of the ratios: a busy or slow machine then hits both alike. Nothing fails
here; the goals stand beside the numbers for a person to read.
"""

import sys
import traceback

from tests.benchmarks import cases

if __name__ == "__main__":
    asked = sys.argv[1:] or list(cases.ALL)
    for name in asked:
        try:
            for line in cases.ALL[name]():
                print(f"{name:<10} {line}", flush=True)
        except Exception:  # the report goes on with the next
            print(f"{name:<10} did not finish", flush=True)
            traceback.print_exc()
