"""Speed, as ratios within one run: `python -m tests.benchmarks [NAME…]`.

Each comparison runs both sides in turn, several times over, and prints the
median of the ratios: a busy or slow machine then hits both alike. Nothing fails
here; the goals stand beside the numbers for a person to read.
"""

import sys

from tests.benchmarks import cases

if __name__ == "__main__":
    asked = sys.argv[1:] or list(cases.ALL)
    for name in asked:
        for line in cases.ALL[name]():
            print(f"{name:<10} {line}", flush=True)
