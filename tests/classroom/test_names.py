import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom.names import LONGEST, clean_name, free_name, key_of


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("小明", "小明"),
        ("  Anna   Lee ", "Anna Lee"),
        ("a\tb\nc", "a b c"),
        ("a\u3000b", "a b"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066a\u2069", "a"),
        ("a\u200bb\u200dc\ufeff", "abc"),
        ("e\u0301", "é"),
        ("x" + "\u0336" * 40, "x\u0336\u0336"),
        ("\ud800x", "x"),
        ("x" * 50, "x" * 20),
        ("字" * 50, "字" * 10),
        ("<b>x</b>", "<b>x</b>"),
        ("", ""),
        ("\u200b\x00", ""),
    ],
)
def test_a_name(typed, shown):
    assert clean_name(typed) == shown


@pytest.mark.parametrize("name", ["小明", "Anna Lee", "李 雷", "O'Neil", "Zoë", "한국", "😀", "A1"])
def test_a_plain_name_stays_as_it_is(name):
    assert clean_name(name) == name


@given(st.text())
def test_a_name_is_one_short_line_of_what_is_seen(text):
    name = clean_name(text)
    assert clean_name(name) == name
    assert name == name.strip()
    assert len(key_of(name)) <= LONGEST * 20
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna", "ANNA"), ("Zoë", "Zoe"), ("Ａｎｎａ", "Anna"), ("李 雷", "李雷"), ("ﬁn", "fin")],
)
def test_names_that_look_alike(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Hanna"), ("李雷", "李蕾"), ("A1", "A2")])
def test_names_that_do_not(one, other):
    assert key_of(one) != key_of(other)


def test_a_name_that_is_taken_gets_a_number():
    taken: set[str] = set()
    names = []
    for _ in range(3):
        name = free_name("小明", taken)
        taken.add(key_of(name))
        names.append(name)
    assert names == ["小明", "小明 2", "小明 3"]
    long = free_name("字" * 10, {key_of("字" * 10)})
    assert long == "字" * 9 + " 2"
