import json

import pytest

from studykit.cli.quick import quick
from tests.cli.learning import STREETS, learner


@pytest.mark.parametrize(
    "argv",
    [
        ["due"],
        ["due", "--json"],
        ["due", "--short", "decks/tea.yaml"],
        ["due", "--progress", "x", "--learner", "li", "--lang", "zh"],
    ],
)
def test_plain_forms_are_read_here(argv):
    assert quick(argv) is not None


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--help"],
        ["due", "--help"],
        ["due", "--jsn"],
        ["due", "--progress"],
        ["due", "--progress=x"],
        ["due", "--progress", "--json"],
        ["due", "--lang", "fr"],
        ["due", "--", "-x.yaml"],
        ["show", "x.yaml"],
        ["--lang", "zh", "due"],
    ],
)
def test_other_forms_are_left_to_typer(argv):
    assert quick(argv) is None


@pytest.mark.parametrize("words", [["--json"], ["--short"], [], ["--json", "streets.yaml"]])
def test_both_ways_say_the_same(studykit, tmp_path, capsys, words):
    learner(tmp_path, STREETS)
    argv = ["due", *words, "--progress", str(tmp_path)]
    by_typer = studykit(*argv).out
    at_once = quick(argv)
    assert at_once is not None
    at_once()
    here = capsys.readouterr().out
    if "--json" in words:
        here, by_typer = json.loads(here), json.loads(by_typer)
    assert here == by_typer
