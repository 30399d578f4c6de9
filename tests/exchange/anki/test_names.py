import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.names import PART, deck_name, tag_name


@pytest.mark.parametrize(
    ("title", "section", "name"),
    [
        ("县域经济", "", "县域经济"),
        ("县域经济", "农业", "县域经济::农业"),
        ("一::二", "三::四", "一：二::三：四"),
        (" 一\n二 ", " ： ", "一 二::："),
        ('"一"', "", "”一”"),
        (":一:", ":::", "一::："),
        ("", "农业", "studykit::农业"),
        ("\x00", "\x1f", "studykit"),
    ],
)
def test_names_of_decks(title: str, section: str, name: str) -> None:
    assert deck_name(title, section) == name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("figure", "figure"),
        ("两 词", "两_词"),
        ("两\u3000词", "两_词"),
        ("唐::开国", "唐::开国"),
        ("::唐::", "唐"),
        (" ", ""),
        ("\x00", ""),
        ("cafe\u0301", "café"),
    ],
)
def test_names_of_tags(tag: str, name: str) -> None:
    assert tag_name(tag) == name


@given(st.text(), st.text())
def test_any_name_is_one_that_anki_leaves_alone(title: str, section: str) -> None:
    name = deck_name(title, section)
    parts = name.split(PART)
    assert len(parts) <= 2
    assert unicodedata.is_normalized("NFC", name)
    assert all(part and part == part.strip().strip(":") for part in parts)
    assert not any(ord(char) < 32 or char == '"' for char in name)
    tag = tag_name(title)
    assert tag == tag_name(tag)
    assert not any(char.isspace() for char in tag)
