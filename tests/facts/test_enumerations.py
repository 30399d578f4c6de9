"""Lists inside a sentence: items joined by |, then 等 or not, then the noun that names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.facts.clauses import split_clauses
from studykit.facts.enumerations import Enumeration, counted, find_enumerations
from studykit.facts.phrases import Word
from tests.facts.reading import cut

LISTS = [
    ("形成以新材料、新能源、生物医药等为主的产业体系", "新材料|新能源|生物医药", True, ""),
    ("统筹教育、科技、人才三项工作", "教育|科技|人才", False, "三项工作"),
    ("一体推进治水、治气、治土", "治水|治气|治土", False, ""),
    ("发展银发经济、低空经济、冰雪经济", "银发经济|低空经济|冰雪经济", False, ""),
    ("建立健全监测、预警、处置机制", "监测|预警|处置", False, "机制"),
    ("面临人才短缺、资金不足、技术落后等问题", "人才短缺|资金不足|技术落后", True, "问题"),
    ("完善公路、铁路、水路、航空网络", "公路|铁路|水路|航空", False, "网络"),
    ("覆盖研发、设计、生产、销售、服务全过程", "研发|设计|生产|销售|服务", False, "全过程"),
    ("由中国、法国和巴西的科学家共同完成", "中国|法国|巴西", False, ""),
    ("本港的金融、貿易、航運等行業復蘇", "金融|贸易|航运", True, "行业"),
    ("打通产业链、创新链、资金链、人才链", "产业链|创新链|资金链|人才链", False, ""),
    ("突出抓好春耕、夏管、秋收", "春耕|夏管|秋收", False, ""),
    ("弘扬劳模精神、劳动精神、工匠精神", "劳模精神|劳动精神|工匠精神", False, ""),
    ("改善交通、住房、教育、医疗条件", "交通|住房|教育|医疗", False, "条件"),
    ("具有颜值高、成本低、寿命长等优点", "颜值高|成本低|寿命长", True, "优点"),
    ("教育部、财政部、科技部联合印发通知", "教育部|财政部|科技部", False, ""),
    ("大气包括甲烷、二氧化碳和水蒸气", "甲烷|二氧化碳|水蒸气", False, ""),
    ("支持高校、科研院所和企业共建实验室", "高校|科研院所|企业", False, ""),
    ("促进就业、教育、医疗发展", "就业|教育|医疗", False, "发展"),
]
EDGES = [
    ("带动车间、仓库、产品升级", "车间|仓库|产品"),
    ("促成校舍、操场、产品升级", "校舍|操场|产品"),
    ("让村办工厂早日上台阶、增效益", "上台阶|增效益"),
    ("保护湿地、涵养水源、守住耕地至关重要", "保护湿地|涵养水源|守住耕地"),
    ("开放数据、共享平台、统一标准势在必行", "开放数据|共享平台|统一标准"),
]
PLAIN_EDGES = [
    ("带动设备升级、流程升级、产品升级", "设备升级|流程升级|产品升级"),
    ("改善校舍、操场、教室条件", "校舍|操场|教室"),
    ("让村办工厂吸引人才、技术等资源", "人才|技术"),
    ("保护湿地、涵养水源、守住耕地", "保护湿地|涵养水源|守住耕地"),
    ("开放数据、共享平台、统一标准", "开放数据|共享平台|统一标准"),
]
NO_LISTS = [
    "各单位认真学习文件精神、教育、医疗",
    "分别增长3.1%、2.5%和4.2%",
    "一、总体要求",
    "1、加强领导",
    "第一、二、三产业增加值",
    "二、三线城市房价",
    "会议提出“稳增长、促改革、调结构”",
    "重点工程（含桥梁、隧道、码头）开工",
    "小学、初中、高中学生分别为3万、2万、1万",
    "5月、6月、7月气温偏高",
    "全市上下、方方面面同心协力",
    "各级高度重视、狠抓落实",
    "甲、甲、甲",
    "又好、又快",
    "平等、自由地交流",
    "东、西、南、北",
    "产业高质量发展",
    "提高初等教育水平，等级评定公平",
]


def read(text: str) -> list[tuple[list[str], bool, str]]:
    folded, words = cut(text)
    return [
        ([folded[a:b] for a, b in e.items], e.open, folded[slice(*e.head)])
        for e in find_enumerations(folded, words, 0, len(folded))
    ]


@pytest.mark.parametrize(("text", "items", "more", "head"), LISTS)
def test_lists(text: str, items: str, more: bool, head: str) -> None:
    assert read(text) == [(items.split("|"), more, head)]


@pytest.mark.parametrize(("text", "items"), EDGES)
def test_words_of_the_clause_are_no_part_of_an_item(text: str, items: str) -> None:
    assert [found for found, _, _ in read(text)] == [items.split("|")]


@pytest.mark.parametrize(("text", "items"), PLAIN_EDGES)
def test_items_keep_their_own_words(text: str, items: str) -> None:
    assert [found for found, _, _ in read(text)] == [items.split("|")]


@pytest.mark.parametrize("text", NO_LISTS)
def test_no_lists(text: str) -> None:
    assert read(text) == []


WRONG = [
    pytest.param(
        "推动制造业高端化、智能化、绿色化发展",
        "高端化|智能化|绿色化",
        id="the dictionary has a word 化发展",
    ),
    pytest.param(
        "县里培育茶叶、毛竹、蓝莓、黑木耳四大特色产业",
        "茶叶|毛竹|蓝莓|黑木耳",
        id="a count with its noun ends the list",
    ),
    pytest.param(
        "培育科技领军企业、独角兽企业、专精特新企业",
        "科技领军企业|独角兽企业|专精特新企业",
        id="an item of single characters stays whole",
    ),
]


@pytest.mark.xfail(strict=True, reason="the edge of the first or last item is told wrongly")
@pytest.mark.parametrize(("text", "items"), WRONG)
def test_edges_still_told_wrongly(text: str, items: str) -> None:
    assert [found for found, _, _ in read(text)] == [items.split("|")]


@pytest.mark.parametrize(
    ("number", "said"), [(2, "两"), (3, "三"), (7, "七"), (8, "8"), (12, "12")]
)
def test_counts_of_items(number: int, said: str) -> None:
    assert counted(number) == said


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "修建公路、铁路、水路，发展商业、物流、旅游"
    folded, words = cut(text)
    at = text.index("，")
    (first,) = find_enumerations(folded, words, 0, at)
    assert folded[first.start : first.end] == "公路、铁路、水路"


WORDS = st.lists(
    st.sampled_from(
        [
        *("公路", "铁路", "产业链", "创新链", "高端化", "智能化", "新材料", "生物医药", "环境保护"),
        *("、", "、", "、", "、", "和", "与", "及", "等", "以及", "，", "；", "“", "”", "（", "）"),
        *("推动", "发展", "以", "为主", "三大", "领域", "的", "包括", "3.5%", "其他", "各类"),
        ]
    ),
    max_size=16,
).map(lambda parts: "".join(parts).replace("等、", "等"))  # fmt: skip


def in_clauses(folded: str, words: list[Word]) -> list[Enumeration]:
    """The lists of a sentence, clause by clause as they are read."""
    return [
        found
        for clause in split_clauses(folded)
        for found in find_enumerations(folded, words, clause.start, clause.end)
    ]


def gaps(folded: str, found: Enumeration) -> list[str]:
    """What stands between the items."""
    return [folded[a:b] for (_, a), (b, _) in zip(found.items, found.items[1:], strict=False)]


@given(WORDS)
def test_items_stand_in_order_parted_by_marks_of_a_list(text: str) -> None:
    folded, words = cut(text)
    for found in in_clauses(folded, words):
        assert len(found.items) >= 2
        assert found.start == found.items[0][0]
        assert found.end == found.items[-1][1]
        assert all(a < b for a, b in found.items)
        assert set(gaps(folded, found)) <= {"、", "和", "与", "及", "以及", "或"}


@given(WORDS)
def test_items_are_words_without_figures_and_lone_marks(text: str) -> None:
    folded, words = cut(text)
    for found in in_clauses(folded, words):
        items = [folded[a:b] for a, b in found.items]
        assert len(set(items)) == len(items)
        for item in items:
            assert not any(ch.isdigit() or ch in "，；。、" for ch in item)
            assert item.count("“") == item.count("”")
        if found.open:
            assert folded.startswith("等", found.end)
