import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.cells import guarded, join_items, split_items, unguarded
from tests.deck.making import texts


@pytest.mark.parametrize(
    ("items", "cell"),
    [
        ((), ""),
        (("",), "\\"),
        (("", ""), " | "),
        (("修路", "通水", "建校"), "修路 | 通水 | 建校"),
        (("a|b", "c\\d"), r"a\|b | c\\d"),
        ((" a ", "\n"), "\\ a\\  | \\\n"),
        (("a  b",), "a  b"),
    ],
)
def test_a_list_in_a_cell(items: tuple[str, ...], cell: str) -> None:
    assert join_items(items) == cell
    assert split_items(cell) == items


@pytest.mark.parametrize(
    ("cell", "items"),
    [("a|b", ("a", "b")), ("  a |b  ", ("a", "b")), ("a||b", ("a", "", "b")), (r"a\b", ("ab",))],
)
def test_a_list_as_a_person_writes_it(cell: str, items: tuple[str, ...]) -> None:
    assert split_items(cell) == items


@given(st.lists(texts | st.text(r"\| 甲'", max_size=6), max_size=5).map(tuple))
def test_any_list_comes_back(items: tuple[str, ...]) -> None:
    assert split_items(unguarded(guarded(join_items(items)))) == items


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5%", "@SUM(A1)", "＝1", "－5%", "\t=1", "\r", "'"]
)
def test_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "5%", "1-2", "a=b", "“甲”", " =1", "甲'"])
def test_any_other_text_stays(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@pytest.mark.parametrize("cell", ["'甲", "'80", "'"])
def test_an_apostrophe_of_the_text_stays(cell: str) -> None:
    assert unguarded(cell) == cell
