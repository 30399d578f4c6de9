"""Rows of a report as CSV."""

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence

from studykit.exchange.cells import guarded


def print_rows(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print rows so that no spreadsheet takes a cell for a formula: a class writes some of them."""
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        cells = {key: guarded(cell) if isinstance(cell, str) else cell for key, cell in row.items()}
        writer.writerow(cells)
