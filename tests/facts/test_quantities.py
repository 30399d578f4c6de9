"""Quantities of folded sentences; Traditional ones are folded first."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.script import fold
from studykit.facts.numerals import number_value
from studykit.facts.quantities import HEDGES_AFTER, Quantity, currency, find_quantities
from studykit.facts.units import HAN_UNIT, UNIT

# Sentence; then each quantity as printed with its hedge, value, unit and kind.
CASES = [
    ("全县粮食总产量为42.6万吨。", [("42.6万吨", "426000", "吨", "amount")]),
    ("一般公共预算收入突破1.2万亿元大关", [("1.2万亿元", "1200000000000", "元", "amount")]),
    ("研发投入强度达到2.31%", [("2.31%", "2.31", "%", "share")]),
    ("出口增速回落１２．４个百分点", [("12.4个百分点", "12.4", "个百分点", "share")]),
    ("城镇调查失业率为5.1%左右", [("5.1%左右", "5.1", "%", "share")]),
    ("全年新增就业约3.5万人", [("约3.5万人", "35000", "人", "amount")]),
    ("粮食产量翻了两番", [("翻了两番", "4", "番", "multiple")]),
    ("十年间产值实现倍增", [("十年间", "10", "年间", "duration"), ("倍增", "2", "番", "multiple")]),
    ("居民储蓄增长2.5倍", [("2.5倍", "2.5", "倍", "multiple")]),
    ("建成高速公路1,280公里", [("1,280公里", "1280", "公里", "amount")]),
    ("研发人员全时当量42.3万人年", [("42.3万人年", "423000", "人年", "amount")]),
    ("单价为6500元/吨", [("6500元/吨", "6500", "元/吨", "amount")]),
    ("风电发电量320亿千瓦时", [("320亿千瓦时", "32000000000", "千瓦时", "amount")]),
    ("接待游客1.6亿人次", [("1.6亿人次", "160000000", "人次", "amount")]),
    ("百分之六十五点二的企业扩大招工", [("百分之六十五点二", "65.2", "%", "share")]),
    ("约四分之一的村通了客车", [("约四分之一", "0.25", "", "share")]),
    ("人口自然增长率为千分之三", [("千分之三", "0.003", "", "share")]),
    ("逾六成受访者赞成", [("逾六成", "6", "成", "share")]),
    ("八成五住戶已接駁光纖", [("八成五", "8.5", "成", "share")]),
    ("兩成半業主選擇翻新", [("两成半", "2.5", "成", "share")]),
    ("全省建成九个产业园", [("九个", "9", "个", "amount")]),
    ("引进二十三家企业", [("二十三家", "23", "家", "amount")]),
    ("总投资一亿二千万元", [("一亿二千万元", "120000000", "元", "amount")]),
    ("工程耗資約3.2億港元", [("约3.2亿港元", "320000000", "港元", "amount")]),
    ("门票每张8000日元", [("8000日元", "8000", "日元", "amount")]),
    ("净利润为-1.3亿元", [("-1.3亿元", "-130000000", "元", "amount")]),
    ("申请须在60日内提出", [("60日", "60", "日", "duration")]),
    ("半小时即可到达机场", [("半小时", "0.5", "小时", "duration")]),
    ("行星距离地球约400光年", [("约400光年", "400", "光年", "amount")]),
    ("质量是地球的17.4倍", [("17.4倍", "17.4", "倍", "multiple")]),
    ("收入差距缩小到2.31", [("2.31", "2.31", "", "amount")]),
    ("跌1.2个百分点至3%", [("1.2个百分点", "1.2", "个百分点", "share"), ("3%", "3", "%", "share")]),
    ("占比由三成升至四成五", [("三成", "3", "成", "share"), ("四成五", "4.5", "成", "share")]),
    ("由12.5%升至15%", [("12.5%", "12.5", "%", "share"), ("15%", "15", "%", "share")]),
    ("平均寿命78.6岁", [("78.6岁", "78.6", "岁", "duration")]),
]  # fmt: skip

# What looks like a quantity and is a name, a date, an ordinal or an idiom.
NO_CASES = [
    "中国共产党第二十届中央委员会召开全体会议",
    "十四届全国人大三次会议在北京开幕",
    "省政协十三届四次会议听取了报告",
    "第七航权开放试点",
    "围绕“三个定位”推进工作",
    "深入实施“3815”战略",
    "5G基站和4K影像",
    "COP15大会在昆明举行",
    "J1407b是一颗行星",
    "会议于12:30开始，比赛于19:05结束",
    "“十四五”规划收官，十四五时期成绩显著",
    "共建一带一路走深走实",
    "一季度开局良好，前三季度稳中向好",
    "做好三农工作",
    "最近亲属可以申请，近邻守望相助",
    "奋力赶超先进地区",
    "高等教育普及，人人平等",
    "2025年3月12日发布，3月15日施行",
    "2024—2025年度和2024/25学年",
    "自1月至9月，即1—9月",
    "第三次工业革命方兴未艾",
    "三次产业协调发展，二三线城市回暖",
    "20世纪90年代和十九世纪",
    "小学三年级学生",
    "二十国集团峰会",
    "B超、A股与H5N1病毒",
    "搭乘A320客机和T1050航班",
    "网址为10.0.0.1，软件版本3.11",
    "《100个故事》出版",
    "四面八方的人才，三番五次地试验",
    "一定程度上，一些地方一律免费",
    "等了三五个月，七八年也不算长，来了二三十人",
    "讲了三个半小时，走了一个半月",
    "算力达到10的9次方",
    "60岁以上老人和65岁及以上老人",
    "实行九年制义务教育，十五年期国债",
    "电话010-12345678，邮编100045，编号2023",
]


def shown(folded: str, quantity: Quantity) -> tuple[str, Decimal, str, str]:
    return (folded[quantity.start : quantity.end], quantity.value, quantity.unit, quantity.kind)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_quantities(text: str, wanted: list[tuple[str, str, str, str]]) -> None:
    folded = fold(text)
    assert [shown(folded, q) for q in find_quantities(folded)] == [
        (printed, Decimal(value), unit, kind) for printed, value, unit, kind in wanted
    ]


@pytest.mark.parametrize("text", NO_CASES)
def test_no_quantities(text: str) -> None:
    folded = fold(text)
    assert [shown(folded, q) for q in find_quantities(folded)] == []


RANGES = [
    ("气温在15—20℃之间", "15—20℃", "15", "20", "℃", "range"),
    ("年龄在18至60岁之间", "18至60岁", "18", "60", "岁", "range"),
    ("招收28岁至35岁的青年", "28岁至35岁", "28", "35", "岁", "range"),
    ("补助10万至15万元", "10万至15万元", "100000", "150000", "元", "range"),
    ("占20%至30%", "20%至30%", "20", "30", "%", "range"),
    ("三到五成的店铺", "三到五成", "3", "5", "成", "range"),
    ("城乡居民收入比为2.45:1", "2.45:1", "2.45", "1", "", "ratio"),
    ("师生比为1:15", "1:15", "1", "15", "", "ratio"),
    ("三次产业结构为8.2:38.5:53.3", "8.2:38.5:53.3", "8.2", "38.5", "", "ratio"),
]
# Two figures beside each other, or a time of day, are no range and no ratio.
NO_RANGES = [
    "由15℃升至20℃",
    "18个月、60岁",
    "每周一至周五营业",
    "上调0.5个百分点至3.4%",
    "从10万元增加到15万元",
    "10:30至12:00休会",
    "以3比2取胜，比上年进步",
    "2:38开幕",
    "代码8.2.38",
]


@pytest.mark.parametrize(("text", "printed", "low", "high", "unit", "kind"), RANGES)
def test_ranges_and_ratios(
    text: str, printed: str, low: str, high: str, unit: str, kind: str
) -> None:
    (quantity,) = find_quantities(text)
    assert shown(text, quantity) == (printed, Decimal(low), unit, kind)
    assert quantity.high == Decimal(high)


@pytest.mark.parametrize("text", NO_RANGES)
def test_no_ranges(text: str) -> None:
    assert [q for q in find_quantities(text) if q.high is not None] == []


HEDGED = [
    ("约65%", "约"),
    ("将近3万吨", "将近"),
    ("近800万人", "近"),
    ("逾100亿元", "逾"),
    ("超50家", "超"),
    ("超过1万美元", "超过"),
    ("不足200亿元", "不足"),
    ("不到三成", "不到"),
    ("至少20项", "至少"),
    ("不低于5%", "不低于"),
    ("3%左右", "左右"),
    ("90%以上", "以上"),
    ("30分钟以内", "以内"),
    ("大约400公里", "大约"),
]
# The word before the figure says nothing of how exact it is, or belongs to another word.
NOT_HEDGED = [
    "达65%",
    "高达3万吨",
    "突破100亿元",
    "仅50家",
    "只有20项",
    "平均400公里",
    "附近800万人",
    "最近3个月",
    "奋力赶超50家企业",
    "全市近200家",
    "占90%",
    "最高300元",
    "上限5%",
    "共12个",
]


@pytest.mark.parametrize(("text", "hedge"), HEDGED)
def test_hedges_belong_to_the_value(text: str, hedge: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.hedge == hedge
    assert text[quantity.start : quantity.end] == text


@pytest.mark.parametrize("text", NOT_HEDGED)
def test_other_words_before_a_value_stay_outside(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.hedge == ""
    assert quantity.start == quantity.core_start


VAGUE = ["40多年", "30余项", "10万余人", "1.1万多人", "两年多", "100多个国家", "二十余家", "3万余"]
EXACT = ["40年", "30项", "约10万人", "1.1万人", "两年", "100个国家", "二十家", "3万种产品"]


@pytest.mark.parametrize("text", VAGUE)
def test_vague_amounts_are_marked(text: str) -> None:
    assert [q.vague for q in find_quantities(text)] == [True]


@pytest.mark.parametrize("text", EXACT)
def test_hedged_and_exact_amounts_are_not_vague(text: str) -> None:
    assert not any(q.vague for q in find_quantities(text))


@pytest.mark.parametrize("unit", ["元", "港元", "美元", "元/吨", "日元"])
def test_currencies(unit: str) -> None:
    assert currency(unit)


@pytest.mark.parametrize("unit", ["", "吨", "%", "人", "个百分点"])
def test_no_currencies(unit: str) -> None:
    assert not currency(unit)


# -- any text at all

NUMERALS = st.one_of(
    st.integers(0, 10**6).map(str),
    st.integers(1000, 10**7).map(lambda n: f"{n:,}"),
    st.decimals(0, 10**5, places=2).map(str),
    st.sampled_from(["三", "十五", "两", "一百二十", "三千", "一亿二千万", "〇", "半"]),
)
SCALE_WORDS = st.sampled_from(["", "", "万", "亿", "万亿", "百万"])
WORDS = st.sampled_from(
    [
        *("约", "近", "超过", "不足", "以上", "左右", "多", "余", "第", "前", "“", "”", "《", "》"),
        *(
            "%",
            "个百分点",
            "元",
            "亿元",
            "吨",
            "人次",
            "倍",
            "成",
            "年",
            "月",
            "日",
            "个",
            "岁",
            "℃",
        ),
        *("至", "—", "-", "到", ":", "比", "、", "，", "。", " ", "翻一番", "百分之", "分之", "届"),
        *("增长", "下降", "为", "全市", "企业", "GDP", "A", "x", "/", ".", "级", "次会议", "世纪"),
    ]
)
TEXTS = st.lists(st.one_of(NUMERALS, SCALE_WORDS, WORDS), max_size=14).map("".join)


@given(TEXTS)
def test_quantities_stand_in_order_apart_and_inside_the_text(text: str) -> None:
    folded = fold(text)
    end = 0
    for quantity in find_quantities(folded):
        assert end <= quantity.start <= quantity.core_start < quantity.core_end <= quantity.end
        assert quantity.end <= len(folded)
        end = quantity.end


@given(TEXTS)
def test_a_hedge_stands_where_the_value_begins_or_ends(text: str) -> None:
    folded = fold(text)
    for quantity in find_quantities(folded):
        before = folded[quantity.start : quantity.core_start].strip()
        after = folded[quantity.core_end : quantity.end]
        assert before in ("", quantity.hedge)
        assert after == "" or after in HEDGES_AFTER
        assert quantity.hedge in (before, after)


@given(
    st.integers(1, 10**6),
    st.integers(0, 2),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["元", "吨", "人次", "千瓦时", "公里", "辆", "万"]),
)
def test_the_core_parses_back_to_its_value(number: int, places: int, scale: str, unit: str) -> None:
    digits = f"{Decimal(number).scaleb(-places):,.{places}f}"
    text = f"全年完成{digits}{scale}{unit}。"
    if unit == "万":
        text = f"全年完成{digits}万。"
        scale, unit = "万", ""
    (quantity,) = find_quantities(text)
    core = text[quantity.core_start : quantity.core_end]
    assert core == f"{digits}{scale}{unit}"
    assert quantity.value == number_value(core.removesuffix(unit))
    assert (quantity.scale, quantity.unit) == (scale, unit)


@given(TEXTS.filter(lambda text: fold(text) == text), st.sampled_from(["，", "；", "。"]))
def test_another_clause_changes_nothing(text: str, mark: str) -> None:
    alone = find_quantities("全年产量为42.6万吨")
    (first, *_) = find_quantities(f"全年产量为42.6万吨{mark}{text}")
    assert first == alone[0]


@pytest.mark.parametrize("unit", ["%", "个百分点", "千瓦时", "人次", "元/吨", "平方公里", "TEU"])
def test_units_are_known_whole(unit: str) -> None:
    (quantity,) = find_quantities(f"为12{unit}")
    assert quantity.unit == unit


@pytest.mark.parametrize("pattern", [UNIT, HAN_UNIT], ids=["after digits", "after characters"])
@pytest.mark.parametrize(
    ("longer", "shorter"), [("个百分点", "个"), ("人次", "人"), ("年间", "年")]
)
def test_the_longest_unit_is_tried_first(pattern: str, longer: str, shorter: str) -> None:
    match = re.match(pattern, longer)
    assert match is not None
    assert match.group() == longer != shorter
