"""The words between an indicator and its value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.script import fold
from studykit.facts.relations import relation_tail, reversed_relation

TAILS = [
    ("粮食总产量为", "粮食总产量", "为", "level"),
    ("地区生产总值比上年增长", "地区生产总值", "比上年增长", "up"),
    ("出口同比下降", "出口", "同比下降", "down"),
    ("研发投入强度提升到", "研发投入强度", "提升到", "up"),
    ("财政收入首次突破", "财政收入", "首次突破", "level"),
    ("高新技术产品占", "高新技术产品", "占", "share"),
    ("服务业增加值占比达到", "服务业增加值", "占比达到", "share"),
    ("失业率回落至", "失业率", "回落至", "down"),
    ("食品价格环比上涨了", "食品价格", "环比上涨了", "up"),
    ("住户存款同比多增", "住户存款", "同比多增", "up"),
    ("贸易逆差收窄", "贸易逆差", "收窄", "down"),
    ("綜合盈餘：", "综合盈余", "：", "level"),
    ("訪港旅客按年升", "访港旅客", "按年升", "up"),
    ("轨道周期约为", "轨道周期", "约为", "level"),
    ("单位能耗较2020年降低", "单位能耗", "较2020年降低", "down"),
    ("资产负债率保持在", "资产负债率", "保持在", "level"),
]
NO_TAILS = [
    "占地区生产总值的比重",
    "全县共有企业",
    "规模最大",
    "项目数量增多",
    "以创新作为",
    "电影成为",
    "生活用水",
    "人均可支配收入增长率",
    "下降幅度",
    "存量住房",
    "每平方米均价",
    "中央企业国有",
    "拥有床位",
    "",
    "企业贡献率",
    "财政赤字率按",
]


@pytest.mark.parametrize(("text", "indicator", "words", "direction"), TAILS)
def test_relations(text: str, indicator: str, words: str, direction: str) -> None:
    folded = fold(text)
    at, found, way = relation_tail(folded)
    assert (folded[:at], found, way) == (indicator, words, direction)


@pytest.mark.parametrize("text", NO_TAILS)
def test_no_relations(text: str) -> None:
    assert relation_tail(text) == (len(text), "", "")


def test_modifiers_alone_leave_the_indicator_bare() -> None:
    assert relation_tail("研发投入年均") == (4, "年均", "")


@pytest.mark.parametrize(
    ("text", "starts", "found"),
    [
        ("投资合计", {0, 2}, ""),
        ("投资合计", {0, 2, 3}, "计"),
        ("收入增长", {0, 2}, "增长"),
        ("收入增长", {0}, ""),
    ],
)
def test_a_relation_begins_where_a_word_begins(text: str, starts: set[int], found: str) -> None:
    at, words, direction = relation_tail(text, frozenset(starts))
    assert (words if direction else "") == found
    assert at in starts or at == len(text)


REVERSED = [
    ("同比增长", "增长", "下降"),
    ("下降了", "下降", "增长"),
    ("高于", "高于", "低于"),
    ("增至", "增至", "降至"),
    ("收窄", "收窄", "扩大"),
    ("按年微降", "微降", "微升"),
    ("提高到", "提高", "降低"),
    ("远超", "远超", "远低于"),
]
NOT_REVERSED = ["为", "占", "达到", "约为", "", "：", "保持在", "突破"]


@pytest.mark.parametrize(("relation", "word", "opposite"), REVERSED)
def test_a_direction_has_an_opposite(relation: str, word: str, opposite: str) -> None:
    assert reversed_relation(relation) == (word, opposite)


@pytest.mark.parametrize("relation", NOT_REVERSED)
def test_a_level_has_no_opposite(relation: str) -> None:
    assert reversed_relation(relation) == ("", "")


WORDS = st.lists(
    st.sampled_from(
        [
            *("同比", "环比", "比上年", "年均", "分别", "约", "增长", "下降", "提高", "为", "达到"),
            *(
                "占",
                "了",
                "至",
                "全市",
                "出口",
                "投资",
                "率",
                "的",
                "最",
                "大",
                "：",
                "，",
                "2020年",
            ),
        ]
    ),
    max_size=8,
).map("".join)


@given(WORDS)
def test_the_relation_is_the_end_of_what_was_read(before: str) -> None:
    at, words, direction = relation_tail(before)
    assert before[at:].strip() == words
    assert not direction or words
