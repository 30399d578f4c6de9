import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.grading.verdict import Part
from studykit.terminal.answering.typed import compared, differences
from tests.terminal.samples import memory_console, rendered, written


@pytest.mark.parametrize(
    ("typed", "right", "mine", "theirs"),
    [
        ("36.4吨", "36.5吨", "36.[4]吨", "36.[5]吨"),
        ("新灌溉办法", "新的灌溉办法", "新灌溉办法", "新[的]灌溉办法"),
        ("新的灌溉的办法", "新的灌溉办法", "新的灌溉[的]办法", "新的灌溉办法"),
        ("GDP", "gdp", "GDP", "gdp"),
        ("完全不同", "灌溉", "完全不同", "灌溉"),
        ("ǰẖ", "ǰẗ", "ǰẖ", "ǰẗ"),
    ],
)
def test_what_differs_stands_out(typed, right, mine, theirs):
    def shown(stretches):
        return "".join(f"[{words}]" if out else words for words, out in stretches)

    assert tuple(map(shown, differences(typed, right))) == (mine, theirs)


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_character_is_lost(typed, right):
    mine, theirs = differences(typed, right)
    assert "".join(words for words, _out in mine) == typed
    assert "".join(words for words, _out in theirs) == right


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (Part("绿茶", "绿茶", "right"), ["✓ 绿茶"]),
        (Part("三十吨", "30吨", "right"), ["✓ 三十吨", "→ 30吨"]),
        (Part("綠茶", "绿茶", "right", "script"), ["✓ 綠茶  (in the other script)", "→ 绿茶"]),
        (Part("37吨", "36.5吨", "near", "precision"), ["≈ 3〔7〕吨  (rounded)", "→ 3〔6.5〕吨"]),
        (Part("红茶", "绿茶", "wrong"), ["✗ 〔红〕茶", "→ 〔绿〕茶"]),
        (Part("", "绿茶", "wrong", "missing"), ["绿茶"]),
    ],
)
def test_an_answer_is_shown_beside_the_right_one_without_colour(part, lines):
    assert [line.strip() for line in rendered(compared(part)).splitlines()] == lines


def test_with_colour_no_brackets_are_needed():
    console = memory_console(terminal=True)
    for line in compared(Part("红茶", "绿茶", "wrong")):
        console.print(line)
    assert "〔" not in written(console)
    assert "\x1b[1;4;7;31m红" in written(console)


def test_what_was_typed_is_only_text():
    shown = rendered(compared(Part("[red]\x1b[2J", "绿茶", "wrong")))
    assert "[red]␛[2J" in shown
