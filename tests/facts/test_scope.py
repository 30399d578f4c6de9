"""The place an article speaks for."""

import pytest

from studykit.article.script import fold
from studykit.facts.scope import OTHERS, Scope, article_scope
from tests.facts.reading import article_of

NAMED = [
    ("在青云省第十四届人民代表大会第三次会议上", "青云省"),
    ("临江市人民政府工作报告", "临江市"),
    ("现在，我代表望山县人民政府向大会报告工作", "望山县"),
    ("临江市2024年国民经济和社会发展统计公报", "临江市"),
    ("北岭区第三届人民代表大会", "北岭区"),
]
UNNAMED = [
    "发展新质生产力要因地制宜",
    "省市县三级联动抓落实",
    "中国气象局在北京市召开发布会",
    "县域经济怎么干",
    "全市上下一盘棋",
]


@pytest.mark.parametrize(("head", "name"), NAMED)
def test_a_report_names_its_place(head: str, name: str) -> None:
    assert article_scope(article_of("各项工作稳步推进。"), head) == Scope(name, True)


@pytest.mark.parametrize("head", UNNAMED)
def test_other_articles_speak_for_no_one_place(head: str) -> None:
    assert article_scope(article_of("各项工作稳步推进。"), head) == Scope("", False)


def test_hong_kong_news_speak_for_hong_kong() -> None:
    text = "本港零售業總銷貨價值上升，財政司司長表示審慎樂觀，旅客消費亦見增長。"
    assert article_scope(article_of(text), fold(text)) == Scope("香港", False)


def test_one_mention_of_hong_kong_is_not_enough() -> None:
    text = "來自香港的遊客增加，台北的酒店業者說，房價已經調升了不少。"
    assert article_scope(article_of(text), fold(text)) == Scope("", False)


RESOLVED = [
    ("临江市", "全市生产总值增长", "临江市生产总值增长"),
    ("临江市", "我市研发投入", "临江市研发投入"),
    ("临江市", "全市与本市", "临江市与临江市"),
    ("青云自治区", "全区经济", "青云自治区经济"),
    ("香港", "本港經濟", "香港經濟"),
]
KEPT = [
    ("临江市", "全省经济"),
    ("临江市", "各市经济"),
    ("临江市", "“我市”一词"),
    ("香港", "全港市民"),
    ("", "全市生产总值"),
]


@pytest.mark.parametrize(("name", "text", "shown"), RESOLVED)
def test_anaphors_of_place_are_named(name: str, text: str, shown: str) -> None:
    assert Scope(name, True).resolve(fold(text), text) == shown


@pytest.mark.parametrize(("name", "text"), KEPT)
def test_other_words_of_place_stay(name: str, text: str) -> None:
    assert Scope(name, True).resolve(fold(text), text) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("临江市", "市民用品全市场覆盖"),
        ("北岭区", "划定安全区域"),
        ("青云省", "健全省市县联动机制"),
    ],
)
def test_parts_of_other_words_are_no_places(name: str, text: str) -> None:
    assert Scope(name, True).resolve(text, text) == text


@pytest.mark.parametrize("text", ["全国粮食产量", "全球气温", "美国经济", "广东省出口", "国内市场"])
def test_other_places(text: str) -> None:
    assert OTHERS.match(text)


@pytest.mark.parametrize(
    "text", ["全市粮食产量", "粮食产量", "城镇居民", "国内旅游收入", "化工产业"]
)
def test_no_other_places(text: str) -> None:
    assert not OTHERS.match(text)
