import csv
import io
import json

import pytest

from studykit.facts.table import FigureRow

ROWS = [
    FigureRow("茶叶产量", "全镇", "2021年", "达到", "36.5", "吨", "约", "镇志", "产量约36.5吨", 3),
    FigureRow("游客", "", "", "增长", "12", "%", "", "", '游客增长12%，"很快"', 5),
]


@pytest.fixture(autouse=True)
def rows(monkeypatch):
    monkeypatch.setattr("studykit.facts.table.figure_table", lambda article, tagger: ROWS)
    monkeypatch.setattr("studykit.cli.making.tagger", lambda: None)


def test_json(studykit, article):
    result = studykit("figures", article(), "--json")
    assert result.code == 0
    first, second = json.loads(result.out)
    assert first["indicator"] == "茶叶产量"
    assert first["line"] == 3
    assert second["quote"] == '游客增长12%，"很快"'


@pytest.mark.parametrize("words", [["--csv"], []])
def test_csv_and_pipes(studykit, article, words):
    result = studykit("figures", article(), *words)
    assert result.code == 0
    header, first, second = csv.reader(io.StringIO(result.out))
    assert header[0] == "indicator"
    assert first == [
        "茶叶产量",
        "全镇",
        "2021年",
        "达到",
        "36.5",
        "吨",
        "约",
        "镇志",
        "产量约36.5吨",
        "3",
    ]
    assert second[-2:] == ['游客增长12%，"很快"', "5"]


def test_a_table_for_people():
    from rich.cells import cell_len

    from studykit.cli.figures import _table
    from tests.terminal.samples import memory_console, written

    console = memory_console(80)
    console.print(_table(ROWS, with_quotes=False))
    text = written(console)
    assert "茶叶产量" in text
    assert "36.5吨" in text
    assert all(cell_len(line) <= 80 for line in text.splitlines())


def test_a_bad_file_is_one_line(studykit):
    result = studykit("figures", "none.txt")
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
