import csv
import io

import pytest

from studykit.cli.csv_rows import print_rows


def printed(capsys, cell):
    print_rows(("team", "points"), [{"team": cell, "points": 4}])
    header, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header == ["team", "points"]
    return row


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-5%", "@a", "＝1", "'x"])
def test_no_cell_is_a_formula(capsys, cell):
    assert printed(capsys, cell) == ["'" + cell, "4"]


@pytest.mark.parametrize("cell", ["红队", "5%", "a=b", "a, b", 'say "no"', ""])
def test_any_other_stays_as_it_is(capsys, cell):
    assert printed(capsys, cell) == [cell, "4"]
