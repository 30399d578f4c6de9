"""Ratios, differences and extremes worked out from the figures of a text."""

from decimal import Decimal

import pytest

from studykit.cards.derived import change_cards, group_cards
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from tests.facts.reading import facts_of


def changed(text: str) -> list[Card]:
    facts = facts_of(text)
    return [c.card for c in change_cards(facts.changes, [""], Voice("zh-Hans"))]


def compared(text: str, seed: int = 0) -> list[Card]:
    facts = facts_of(text)
    return [c.card for c in group_cards(facts.groups, [""], Voice("zh-Hans", seed))]


TIMES = [
    ("专利授权量从2019年的1.2万件增至2023年的3.6万件。", "约3倍", "3.6÷1.2≈3"),
    ("发电装机容量由80万千瓦增加到1000万千瓦。", "约12.5倍", "1000÷80≈12.5"),
    ("研发人员由1,500人增加到3,300人。", "约2.2倍", "3,300÷1,500≈2.2"),
]


@pytest.mark.parametrize(("text", "key", "derived"), TIMES)
def test_growth_is_asked_as_times(text: str, key: str, derived: str) -> None:
    (card,) = changed(text)
    assert (card.type, card.answer, card.derived) == ("choice", key, derived)
    assert card.prompt.endswith("大约增至原来的几倍？")
    assert len(set(card.options)) == 4
    assert key in card.options
    values = [Decimal(o.strip("约倍")) for o in card.options]
    assert values == sorted(values)


@pytest.mark.parametrize(
    ("text", "answer", "derived"),
    [
        ("能耗强度由2.5吨下降到1.5吨。", "约40%", "(2.5−1.5)÷2.5≈40%"),
        ("贫困人口从30万人减少到3万人。", "约90%", "(30−3)÷30≈90%"),
    ],
)
def test_a_fall_is_asked_as_a_share(text: str, answer: str, derived: str) -> None:
    (card,) = changed(text)
    assert (card.type, card.answer, card.derived) == ("numeric", answer, derived)
    assert answer.removeprefix("约") in card.accept


@pytest.mark.parametrize(
    ("text", "word", "derived"),
    [
        ("森林覆盖率由2020年的41.2%提高到2023年的44.6%。", "提高", "44.6%−41.2%=3.4个百分点"),
        ("贷款利率从4.2%降至3.6%。", "下降", "4.2%−3.6%=0.6个百分点"),
    ],
)
def test_percentages_differ_by_points(text: str, word: str, derived: str) -> None:
    (card,) = changed(text)
    assert (card.type, card.derived) == ("numeric", derived)
    assert card.answer == derived.partition("=")[2]
    assert f"{word}了多少个百分点" in card.prompt


def test_doubtful_years_stay_out_of_the_question_and_are_explained() -> None:
    (card,) = changed("出口额从2024年的80亿元增长到2024年的160亿元。")
    assert "2024" not in card.prompt
    assert "2024年" in card.explanation


NOT_WORTH_IT = [
    "出口额从80亿元增长到84亿元。",
    "出口额从80亿元减少到79亿元。",
    "工期由18至20个月缩短到12个月。",
    "合作国家由30多个增加到100多个。",
    "排名由第12位升至第5位。",
]


@pytest.mark.parametrize("text", NOT_WORTH_IT)
def test_changes_not_worth_working_out(text: str) -> None:
    assert changed(text) == []


GROUP = (
    "2023年，纺织业销售额为12亿元，造纸业销售额为9亿元，食品业销售额为15亿元，印刷业销售额为7亿元。"
)
THREE = "纺织业销售额为12亿元，造纸业销售额为9亿元，食品业销售额为15亿元。"


@pytest.mark.parametrize("seed", range(6))
def test_the_extreme_of_a_group_is_asked_for(seed: int) -> None:
    (card,) = compared(GROUP, seed)
    assert card.type == "choice"
    assert len(set(card.options)) == 4
    assert card.answer in card.options
    wanted = "食品业" if "最高" in card.prompt else "印刷业"
    assert card.answer == wanted
    assert ("最高" in card.prompt) != ("最低" in card.prompt)
    assert all(text in card.quotes[0] for text in ("12亿元", "9亿元", "15亿元", "7亿元"))


def test_both_extremes_are_asked_for_by_some_seed() -> None:
    answers = {compared(GROUP, seed)[0].answer for seed in range(12)}
    assert answers == {"食品业", "印刷业"}


def test_a_comparison_shows_all_values_in_order() -> None:
    (card,) = compared(GROUP)
    order = [card.derived.index(v) for v in ("7亿元", "9亿元", "12亿元", "15亿元")]
    assert order in (sorted(order), sorted(order, reverse=True))


@pytest.mark.parametrize("seed", range(6))
def test_of_three_the_highest_is_stated_rightly_or_wrongly(seed: int) -> None:
    (card,) = compared(THREE, seed)
    assert card.type == "truefalse"
    assert card.answer is ("食品业的销售额最高" in card.prompt)
    assert card.answer or "纺织业的销售额最高" in card.prompt


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (THREE.replace("纺织业", "纺织、皮革业"), "造纸业、食品业以及纺织、皮革业三者之中"),
        (THREE, "纺织业、造纸业、食品业三者之中"),
    ],
)
def test_a_name_that_is_a_list_is_told_apart(text: str, listed: str) -> None:
    (card,) = compared(text)
    assert listed in card.prompt


NOTHING_TO_COMPARE = [
    "纺织业销售额为12亿元，造纸业销售额为9亿元。",
    THREE.replace("9亿元", "15亿元"),
    GROUP.replace("9亿元", "7亿元").replace("12亿元", "15亿元"),
    "纺织业销售额为12亿元，造纸业增长9%，食品业下降3%，印刷业产量为7万吨。",
    # three names with lists in two of them would read as five
    THREE.replace("纺织业", "纺织、皮革业").replace("造纸业", "造纸、印刷业"),
]


@pytest.mark.parametrize("text", NOTHING_TO_COMPARE)
def test_groups_without_an_extreme(text: str) -> None:
    assert compared(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "甲村收入3000多万元，乙村收入2000多万元，丙村收入1000多万元。",
        "茶叶收入为3000多万元，毛竹收入为2000多万元，水果收入为1000多万元。",
    ],
)
def test_vague_figures_are_not_compared(text: str) -> None:
    assert compared(text) == []
