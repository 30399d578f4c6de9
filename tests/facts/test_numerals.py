import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.facts.numerals import (
    ARABIC,
    DIGITS,
    HAN,
    SCALES,
    han_count,
    han_value,
    number_value,
    plain,
    scale_value,
)

NUMBERS = [
    ("7", "7"),
    ("0.85", "0.85"),
    ("1,280", "1280"),
    ("12,345,678", "12345678"),
    ("3万", "30000"),
    ("1.2万亿", "1200000000000"),
    ("24590.7亿", "2459070000000"),
    ("5百万", "5000000"),
    ("十", "10"),
    ("十五", "15"),
    ("二十", "20"),
    ("一百零五", "105"),
    ("三千二百", "3200"),
    ("三千零八", "3008"),
    ("三十五万", "350000"),
    ("一亿二千万", "120000000"),
    ("三万亿", "3000000000000"),
    ("二千零三十万", "20300000"),
    ("二〇二五", "2025"),
    ("一二三四五", "12345"),
    ("两", "2"),
    ("零", "0"),
]
NOT_NUMBERS = [
    "",
    "人",
    "三人",
    "第三",
    "1,28",
    "1.2.3",
    "1万2",
    "3 万",
    "-3",
    "+3",
    "三.五",
    "3/4",
    "1e5",
    "Ⅲ",
    "叁拾",
    "三点五",
    "百分之三",
    "几十",
    "数百",
    "半",
    "多",
    "五G",
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read(text: str, value: str) -> None:
    assert number_value(text) == Decimal(value)


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert number_value(text) is None


@pytest.mark.parametrize("word", ["万", "亿", "百", "千", "十"])
def test_a_scale_word_alone_counts_one_of_its_kind(word: str) -> None:
    assert han_value(word) == SCALES[word]


@pytest.mark.parametrize(
    ("words", "factor"),
    [("", 1), ("万", 10**4), ("万亿", 10**12), ("百万", 10**6), ("十亿", 10**9)],
)
def test_scale_words_multiply(words: str, factor: int) -> None:
    assert scale_value(words) == factor


def in_han(number: int) -> str:
    """A whole number below 10**12 written out as a reader would say it."""
    if number >= 10**8:
        return in_han(number // 10**8) + "亿" + rest_in_han(number % 10**8, 10**7)
    if number >= 10**4:
        return in_han(number // 10**4) + "万" + rest_in_han(number % 10**4, 10**3)
    for word, size in (("千", 1000), ("百", 100), ("十", 10)):
        if number >= size:
            return (
                "一二三四五六七八九"[number // size - 1]
                + word
                + rest_in_han(number % size, size // 10)
            )
    return "零一二三四五六七八九"[number]


def rest_in_han(number: int, size: int) -> str:
    """What follows a scale word: with 零 where a place is skipped."""
    if not number:
        return ""
    return ("零" if number < size else "") + in_han(number)


@given(st.integers(0, 10**12 - 1))
def test_a_number_written_out_is_read_back(number: int) -> None:
    text = in_han(number)
    assert han_value(text) == number
    assert re.fullmatch(HAN, text)


@given(st.lists(st.sampled_from(sorted(DIGITS)), min_size=2, max_size=8))
def test_digits_read_one_by_one_are_a_decimal_number(digits: list[str]) -> None:
    assert han_value("".join(digits)) == int("".join(str(DIGITS[d]) for d in digits))


@given(st.integers(0, 10**13), st.integers(0, 6))
def test_separators_and_trailing_zeros_change_no_value(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    shown = f"{value:,.{places}f}"
    assert re.fullmatch(ARABIC, shown)
    assert number_value(shown) == value
    assert number_value(plain(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3E+4", "30000"),
        ("2.50", "2.5"),
        ("2.00", "2"),
        ("100", "100"),
        ("0.05", "0.05"),
        ("1E-7", "0.0000001"),
        ("-3.10", "-3.1"),
    ],
)
def test_plain_has_neither_exponent_nor_idle_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(st.integers(1, 99).filter(lambda n: n != 2))
def test_a_small_count_is_read_back(number: int) -> None:
    assert han_value(han_count(number)) == number


@pytest.mark.parametrize(
    ("number", "said"),
    [(2, "两"), (10, "十"), (12, "十二"), (20, "二十"), (22, "二十二"), (99, "九十九")],
)
def test_a_small_count_is_said_as_teachers_say_it(number: int, said: str) -> None:
    assert han_count(number) == said


@pytest.mark.parametrize("number", [0, 100, 1280, -3])
def test_a_count_that_is_not_small_keeps_its_digits(number: int) -> None:
    assert han_count(number) == str(number)
