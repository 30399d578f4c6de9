import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.grading.items import split_items

CUT = [
    ("龙井、白茶", ("龙井", "白茶")),
    ("龙井，白茶,红茶", ("龙井", "白茶", "红茶")),
    ("龙井;白茶；红茶", ("龙井", "白茶", "红茶")),
    ("龙井 / 白茶", ("龙井", "白茶")),
    ("龙井\n白茶\t红茶\n", ("龙井", "白茶", "红茶")),
    ("龙井 白茶　红茶", ("龙井", "白茶", "红茶")),
    ("1. 龙井\n2. 白茶", ("龙井", "白茶")),
    ("、龙井、、白茶，", ("龙井", "白茶")),
    ("green tea, black tea", ("green tea", "black tea")),
    ("3,4,5", ("3", "4", "5")),
    ("1,234，5,678", ("1,234", "5,678")),
]
WHOLE = [
    "龙井",
    "1,234",
    "1,234,567元",
    "1/3",
    "《龙井、白茶谱》",
    "“龙井，白茶”",
    "「龍井、白茶」",
    "龙井(明前,雨前)",
    "龙井（明前、雨前）",
    "green tea",
    "2025 年",
]


@pytest.mark.parametrize(("text", "items"), CUT)
def test_a_line_is_cut_at_separators(text, items):
    assert split_items(text) == items


@pytest.mark.parametrize("text", WHOLE)
def test_numbers_titles_and_brackets_stay_whole(text):
    assert split_items(text) == (text,)


@pytest.mark.parametrize("text", ["", " ", "、，\n"])
def test_nothing_is_no_item(text):
    assert split_items(text) == ()


def test_a_bracket_that_is_never_closed_holds_nothing_together():
    assert split_items("龙井（明前、白茶") == ("龙井（明前", "白茶")


@given(st.text("龙井白茶a、，,;()（）《》“” \n1", max_size=30))
def test_no_letter_is_lost(text):
    assert set("龙井白茶a") & set(text) == set("龙井白茶a") & set("".join(split_items(text)))
