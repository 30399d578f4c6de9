import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.normal import normal, squeezed, words_only


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("２．５４％", "2.54%"),
        ("“压舱石”", "压舱石"),
        ("《规划》 第一章", "规划第一章"),
        ("（A）", "(A)"),
        ("實體\u3000經濟\n", "實體經濟"),
    ],
)
def test_the_same_words_have_one_normal_form(text: str, same: str) -> None:
    assert normal(text) == normal(same) == same


@pytest.mark.parametrize(("one", "other"), [("2.54%", "25.4%"), ("增至", "增加"), ("（A）", "A")])
def test_other_words_keep_their_own(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_squeezing_takes_blanks_only() -> None:
    assert squeezed("“实体\n  经济”") == "“实体经济”"


def test_words_only_has_no_punctuation() -> None:
    assert words_only("是“2.54%”，对吗？____") == "是254对吗"


@given(st.text(max_size=40))
def test_no_blank_or_quotation_mark_is_left(text: str) -> None:
    assert not set(normal(text)) & set(" \t\n\u3000\u00a0\"'“”‘’「」『』《》")
