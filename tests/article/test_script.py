import pytest

from studykit.article.script import detect_language, fold, to_traditional


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("全年粮食产量比上年增长百分之二", "zh-Hans"),
        ("全年糧食產量比上年增長百分之二", "zh-Hant"),
        ("本港旅客人次創新高，酒店入住率上升", "zh-Hant"),
        # A Traditional name in a Simplified text, rare characters, no Chinese at all.
        ("研究人员陶喆在会上介绍，这家公司的产品已经销往三十多个国家和地区", "zh-Hans"),
        ("故宫博物院藏有許多书画，每年接待来自世界各地的观众超过一千万人次", "zh-Hans"),
        ("plain English", "zh-Hans"),
        ("", "zh-Hans"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２．５４％", "2.54%"),
        ("ＧＤＰ增长＋３－１／２", "GDP增长+3-1/2"),
        ("增長「三成」『約』", "增长“三成”‘约’"),
        ("醫療衞生", "医疗卫生"),
        ("於是，裏面。後來", "于是，里面。后来"),
        ("前　后", "前 后"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text",
    ["，。：；（）？！", "“压舱石”", "2.54%", "乾隆年间的吒咤", "plain", "①②", "《条例》、——…"],
)
def test_nothing_to_fold(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("ours", "printed"),
    [
        ("为什么这里说占比最低", "為什麼這裏說佔比最低"),
        ("群众、卫生、每户、纳税、阅读", "群眾、衛生、每戶、納稅、閱讀"),
        ("强调、温度、产品、启动", "強調、溫度、產品、啟動"),
    ],
)
def test_our_words_in_traditional(ours: str, printed: str) -> None:
    assert to_traditional(ours) == printed
