import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.voice import Voice

HANS, HANT = Voice("zh-Hans"), Voice("zh-Hant")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("增长了多少？", "增長了多少？"),
        ("“压舱石”", "「壓艙石」"),
        ("下列各项中", "下列各項中"),
        ("几个百分点", "幾個百分點"),
    ],
)
def test_our_words_take_the_script_of_the_article(words: str, said: str) -> None:
    assert HANS.say(words) == words
    assert HANT.say(words) == said


def test_words_of_the_article_stay_as_they_are() -> None:
    assert HANT.form("“{s}”的增长", s="里程“碑”") == "「里程“碑”」的增長"
    assert HANS.form("{a}变为{b}", a="{b}", b="3%") == "{b}变为3%"


def test_choices_are_the_same_on_any_machine() -> None:
    assert Voice("zh-Hans").number("f1a2b3c", "wording") == 12577761651991
    assert Voice("zh-Hant").number("f1a2b3c", "wording") == 12577761651991


@given(st.text(max_size=8), st.text(max_size=8))
def test_seed_key_and_salt_each_turn_the_choice(key: str, salt: str) -> None:
    number = Voice("zh-Hans", 1).number(key, salt)
    assert number == Voice("zh-Hans", 1).number(key, salt)
    assert number != Voice("zh-Hans", 2).number(key, salt)
    assert number != Voice("zh-Hans", 1).number(key + "x", salt)
    assert number != Voice("zh-Hans", 1).number(key, salt + "x")


@given(st.lists(st.integers(), min_size=1, max_size=5), st.text(max_size=8))
def test_a_pick_is_one_of_the_options(options: list[int], key: str) -> None:
    assert HANS.pick(options, key) in options


def test_all_options_are_picked_for_some_key() -> None:
    assert {HANS.pick("abcd", str(k)) for k in range(60)} == set("abcd")
