"""Words cut out of a sentence so that they can be read alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.model import Piece, Sentence
from studykit.article.script import fold
from studykit.facts.clauses import CLOSERS, OPENERS
from studykit.facts.scope import Scope
from studykit.facts.stems import DANGLING, Renderer, join_context, tidy, unpaired
from tests.facts.pairs import balanced


def sentence(text: str) -> Sentence:
    return Sentence(text, fold(text), (Piece(0, 0),), 1)


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ("稳就业”成效", "稳就业成效"),
        ("“稳就业成效", "稳就业成效"),
        ("发挥“压舱石”作用”", "发挥“压舱石”作用"),
        ("（甲）乙）", "（甲）乙"),
        ("《规划", "规划"),
    ],
)
def test_lone_marks_are_dropped(text: str, paired: str) -> None:
    assert unpaired(text) == paired


@pytest.mark.parametrize("text", ["“稳就业”成效", "（甲）乙", "《规划》“甲（乙）”", "没有", ""])
def test_pairs_stay(text: str) -> None:
    assert unpaired(text) == text


MARKS = "".join(OPENERS) + "".join(CLOSERS)


@given(st.text(st.sampled_from(MARKS + "甲乙丙，"), max_size=20))
def test_what_is_left_pairs_up(text: str) -> None:
    left = unpaired(text)
    assert balanced(left)
    assert [ch for ch in left if ch not in MARKS] == [ch for ch in text if ch not in MARKS]


@given(st.text(st.sampled_from(MARKS + "甲乙丙"), max_size=20).filter(balanced))
def test_nothing_is_taken_from_paired_text(text: str) -> None:
    assert unpaired(text) == text


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("增长 3.1% 以上", "增长3.1%以上"),
        ("　全市　产量", "全市产量"),
        ("The New York 大学", "The New York大学"),
        (" 5G 基站", "5G基站"),
    ],
)
def test_blanks_are_closed_but_between_latin_words(text: str, closed: str) -> None:
    assert tidy(text) == closed


def test_context_is_joined_by_commas() -> None:
    assert join_context("据统计局数据", "", "2024年，") == "据统计局数据，2024年，"
    assert join_context("", "") == ""


def test_context_that_a_later_part_repeats_is_said_once() -> None:
    assert join_context("2024年", "2024年，出口增长") == "2024年，出口增长，"


POINTING = [
    "其增速",
    "该项目",
    "这一年",
    "此举",
    "它们",
    "二者",
    "上述措施",
    "的增长",
    "了三成",
    "等行业",
]
STANDING = [
    "其他行业",
    "其余部分",
    "其中",
    "此外",
    "此前",
    "的士牌照",
    "等级评定",
    "等待时间",
    "全市",
    "各地",
]


@pytest.mark.parametrize("text", POINTING)
def test_words_that_point_back(text: str) -> None:
    assert DANGLING.match(text)


@pytest.mark.parametrize("text", STANDING)
def test_words_that_stand_alone(text: str) -> None:
    assert not DANGLING.match(text)


def test_a_cut_names_the_place_and_mends_what_is_certain() -> None:
    renderer = Renderer(Scope("临江市", True), {"G党P": "GDP", "■■": ""})
    assert renderer.cut(sentence("去年，全市G党P 增长5%。"), 3, 13) == "临江市GDP增长5%"


def test_a_token_without_a_certain_reading_breaks_the_text() -> None:
    renderer = Renderer(Scope("", False), {"■■": ""})
    assert renderer.cut(sentence("产量■■万吨"), 0, 6) == "产量■■万吨"
    assert renderer.broken("产量■■万吨")
    assert not renderer.broken("产量42万吨")


def test_own_words_take_the_script_of_the_article() -> None:
    assert Renderer(Scope("", False), {}, "zh-Hant").say("据") == "據"
    assert Renderer(Scope("", False), {}).say("据") == "据"
