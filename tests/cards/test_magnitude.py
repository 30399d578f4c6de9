from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.magnitude import (
    bare_number,
    decimals,
    in_trillions,
    printed,
    ratio_words,
    rewritten,
    same_form,
)
from studykit.facts.numerals import number_value
from studykit.facts.quantities import Quantity, find_quantities


def quantity(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


REWRITTEN = [
    ("约65%", "50", "约50%"),
    ("3%左右", "5", "5%左右"),
    ("2.54%", "1.8", "1.8%"),
    ("2.50元", "3", "3.00元"),
    ("1,280公里", "2500", "2,500公里"),
    ("1,280公里", "900", "900公里"),
    ("3.1万亿元", "2.45", "2.5万亿元"),
    ("第二", "3", "第三"),
    ("第三位", "2", "第二位"),
    ("前三", "2", "前二"),
    ("前三名", "5", "前五名"),
    ("九项", "2", "两项"),
    ("二十三家", "45", "四十五家"),
    ("逾六成", "7", "逾七成"),
    ("兩成", "3", "三成"),
    ("百分之六十五", "50", "百分之五十"),
    ("百分之百", "2", "百分之二"),
    ("一倍", "2", "两倍"),
]
# Another number would not have the form of the first.
NOT_REWRITTEN = [
    ("六成", "6.5"),
    ("九项", "100"),
    ("九项", "0"),
    ("首位", "2"),
    ("百分之六十五点二", "50"),
    ("八成五", "7"),
    ("三千二百万元", "50"),
    ("十二万人", "50"),
    ("三分之二", "0.5"),
    ("", "3"),
]


@pytest.mark.parametrize(("text", "number", "wanted"), REWRITTEN)
def test_another_number_takes_the_form(text: str, number: str, wanted: str) -> None:
    assert rewritten(text, Decimal(number)) == wanted


@pytest.mark.parametrize(("text", "number"), NOT_REWRITTEN)
def test_a_form_that_cannot_hold_the_number(text: str, number: str) -> None:
    assert rewritten(text, Decimal(number)) is None


HEDGES = st.sampled_from([("", ""), ("约", ""), ("超过", ""), ("", "左右"), ("", "以上")])
UNITS = st.sampled_from(["元", "%", "万吨", "亿元", "万亿元", "个百分点", "人次", "平方公里"])


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3), HEDGES, UNITS)
def test_only_the_number_changes(
    old: int, new: int, places: int, hedge: tuple[str, str], unit: str
) -> None:
    before, after = hedge
    digits = f"{Decimal(old).scaleb(-places):.{places}f}"
    value = Decimal(new).scaleb(-places)
    text = rewritten(f"{before}{digits}{unit}{after}", value)
    assert text is not None
    assert text.startswith(before)
    assert text.endswith(unit + after)
    number = text.removeprefix(before).removesuffix(unit + after)
    assert number_value(number) == value
    assert decimals(number) <= places


@given(st.integers(0, 10**7), st.integers(0, 3))
def test_a_figure_written_with_its_own_number_is_itself(number: int, places: int) -> None:
    text = f"约{Decimal(number).scaleb(-places):,.{places}f}吨"
    value = printed(text, quantity(text))
    assert value is not None
    assert rewritten(text, value) == text


@pytest.mark.parametrize(
    ("text", "count"), [("2.54%", 2), ("1,280.5吨", 1), ("3万", 0), ("九项", 0), ("2.50元", 2)]
)
def test_decimals_as_printed(text: str, count: int) -> None:
    assert decimals(text) == count


@pytest.mark.parametrize(
    ("text", "number"),
    [("约3.1万亿元", "3.1"), ("1,280公里", "1280"), ("九项", "9"), ("两成", "2")],
)
def test_the_number_as_printed(text: str, number: str) -> None:
    assert printed(text, quantity(text)) == Decimal(number)


def test_no_number_is_printed_in_a_word() -> None:
    assert printed("首位", quantity("九项")) is None


def test_a_sister_is_brought_to_the_same_scale() -> None:
    assert same_form(quantity("4500万元"), "亿") == Decimal("0.45")
    assert same_form(quantity("4500元"), "") == 4500


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [("111", "1169", "10.5"), ("324.7", "635.4", "1.96"), ("2", "3", "1.5"), ("5", "100", "20")],
)
def test_ratios_are_said_to_two_figures_that_matter(first: str, last: str, words: str) -> None:
    assert ratio_words(Decimal(first), Decimal(last)) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [("24590.7亿元", "2.46万亿元"), ("10000亿元", "1万亿元"), ("30000亿千瓦时", "3万亿千瓦时")],
)
def test_amounts_too_large_for_yi(text: str, said: str) -> None:
    assert in_trillions(quantity(text)) == said


@pytest.mark.parametrize(
    "text", ["9999亿元", "3.1万亿元", "24590万元", "85%", "10000亿至20000亿元"]
)
def test_amounts_that_stay_as_they_are(text: str) -> None:
    assert in_trillions(quantity(text)) == ""


BARE = [
    ("约65%", "65%"),
    ("約65%", "65%"),
    ("3%左右", "3%"),
    ("约500亩左右", "500亩"),
    ("超过100家", "100家"),
    ("超過100家", "100家"),
    ("不超过5%", "5%"),
    ("不低于90分", "90分"),
    ("近六成", "六成"),
    ("至少20项", "20项"),
    ("90%以上", "90%"),
    ("30分鐘以內", "30分鐘"),
    ("30多", "30"),
]
NOT_BARE = ["65%", "6.5万吨", "第二", "1万余人", "3多样", "百分之三", "二十家", "首位"]


@pytest.mark.parametrize(("text", "bare"), BARE)
def test_hedges_are_taken_off(text: str, bare: str) -> None:
    assert bare_number(text) == bare


@pytest.mark.parametrize("text", NOT_BARE)
def test_what_is_no_hedge_stays(text: str) -> None:
    assert bare_number(text) == text
