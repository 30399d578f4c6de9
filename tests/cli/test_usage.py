import pytest


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["lern"], "there is no command lern (did you mean learn?)"),
        (["learn"], "ARTICLE|DECK is missing"),
        (["generate"], "ARTICLE is missing"),
        (["show", "x.yaml", "--jso"], "there is no option --jso (did you mean --json?)"),
        (["show", "x.yaml", "y.yaml"], "too many arguments: y.yaml"),
        (["generate", "a", "--limit"], "--limit needs a value"),
        (["generate", "a", "--json=1"], "--json takes no value"),
        (["generate", "a", "--limit", "x"], "--limit takes a whole number"),
        (["generate", "a", "--limit", "0"], "--limit must be at least 1"),
        (["generate", "a", "--jobs", "-1"], "--jobs must be at least 1"),
        (["generate", "a", "--lang", "de"], "--lang must be one of 'zh', 'en'"),
        (["generate", "a", "--types", "qa,essay"], "there is no card type essay;"),
        (["show", "x.yaml", "--type", "essay"], "there is no card type essay;"),
        (["generate", "-", "--json"], "--json needs -o FILE"),
        (["figures", "a", "--json", "--csv"], "--json or --csv, not both"),
        (["show", "x.yaml", "--browse"], "--browse needs a terminal"),
    ],
)
def test_wrong_usage_is_said_in_a_line(studykit, argv, line):
    result = studykit(*argv)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith(line)
    assert len(result.err.splitlines()) <= 2


def test_wrong_usage_in_chinese(studykit):
    assert studykit("lern", "--lang", "zh").err.startswith(
        "没有 lern 这个命令（是不是想用 learn？）"
    )
