import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.model import Deck, Source
from studykit.exchange.file_names import file_name


def named(title: str, path: str = "") -> Deck:
    return Deck("d", title, "zh-Hans", (), Source(path, "0" * 64) if path else None)


@pytest.mark.parametrize(
    ("deck", "name"),
    [
        (named("小镇的茶"), "小镇的茶.yaml"),
        (named("小镇的茶", "articles/tea.txt"), "tea.yaml"),
        (named("茶 / 湖：2026?"), "茶-湖-2026.yaml"),
        (named("../茶"), "茶.yaml"),
        (named("茶.anki"), "茶-anki.yaml"),
        (named("..."), "deck.yaml"),
        (named(""), "deck.yaml"),
        (named("茶" * 99), "茶" * 48 + ".yaml"),
    ],
)
def test_a_file_is_named_after_its_article_or_title(deck, name):
    assert file_name(deck, ()) == name


def test_a_name_that_is_taken_gets_a_number():
    assert file_name(named("Tea"), {"tea.yaml"}) == "Tea-2.yaml"
    assert file_name(named("tea"), {"tea.yaml", "tea-2.yaml"}) == "tea-3.yaml"


@given(st.text())
def test_no_title_leaves_the_folder(title):
    name = file_name(named(title), ())
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith(".")
    assert len(name.encode("utf-8", "replace")) < 255
