"""Places in an order: sentence, and each rank as printed with its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.script import fold
from studykit.facts.ranks import find_ranks

RANKS = [
    ("研发人员总量稳居世界首位", [("世界首位", 1)]),
    ("新能源客车产量连续六年位居全球第一", [("第一", 1)]),
    ("综合竞争力跻身全国前十", [("前十", 10)]),
    ("港口吞吐量排名全球第三位", [("第三位", 3)]),
    ("营商环境居全省第2位，较上年上升两位", [("第2位", 2)]),
    ("该校列全国第十五名", [("第十五名", 15)]),
    ("总部经济位列亚洲前三", [("前三", 3)]),
    ("茶叶出口额居全省榜首", [("全省榜首", 1)]),
    ("我国成为世界第二大消费市场", [("第二大", 2)]),
    ("按市值计是全球第五大交易所", [("第五大", 5)]),
    ("排名由第12位升至第5位", [("第12位", 12), ("第5位", 5)]),
    ("创新指数上升到第8位", [("第8位", 8)]),
    ("本港在全球競爭力排名榜位列第三", [("第三", 3)]),
    ("貨櫃吞吐量全球排名第十", [("第十", 10)]),
    ("空气质量在168个城市中排名第七", [("第七", 7)]),
    ("本市跃升为全国第四大汽车城", [("第四大", 4)]),
    ("投诉处理满意度登上榜首", [("榜首", 1)]),
    ("稳增长列为八项工作之首", [("之首", 1)]),
    ("居全国第一位的港口", [("第一位", 1)]),
    ("入选全国前20强的县有三个", [("前20强", 20)]),
    ("冰川融水是当地第一大水源", [("第一大", 1)]),
]
NO_RANKS = [
    "科技是第一生产力",
    "把就业摆在首位",
    "首位产业产值过半，首位度提升",
    "第一次会议和第二届论坛",
    "第一产业增加值增长",
    "第一书记驻村，第一时间响应",
    "委托第三方机构评估",
    "第三季度好于前三季度",
    "前10个月与前两年",
    "前期工作扎实，前后衔接",
    "前100名游客免票",
    "列入全国第12批名单",
    "世界第13届大会",
    "全国前二十个县",
    "进入第二阶段，保持第一梯队",
    "成为第一个试点",
    "我国第一位女航天员",
    "我国第一艘自主设计的科考船",
    "首席科学家牵头",
    "位居世界前列，名列前茅",
    "跻身世界500强",
]


@pytest.mark.parametrize(("text", "wanted"), RANKS, ids=[text for text, _ in RANKS])
def test_ranks(text: str, wanted: list[tuple[str, int]]) -> None:
    folded = fold(text)
    found = find_ranks(folded)
    assert [(folded[r.start : r.end], int(r.value)) for r in found] == wanted
    assert {r.kind for r in found} == {"rank"}


@pytest.mark.parametrize("text", NO_RANKS)
def test_no_ranks(text: str) -> None:
    folded = fold(text)
    assert [folded[r.start : r.end] for r in find_ranks(folded)] == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [("位列亚洲前三", "前"), ("位列亚洲第三", "位"), ("位居全国首位", "位"), ("跻身前10名", "前")],
)
def test_a_place_is_told_from_a_leading_group(text: str, unit: str) -> None:
    assert [r.unit for r in find_ranks(text)] == [unit]


@given(
    st.text("全市出口额研发人员居民收入港口，", max_size=12),
    st.sampled_from(["位居", "排名", "位列", "跃居", "稳居"]),
    st.sampled_from(["", "全国", "世界", "全省"]),
    st.integers(1, 99),
)
def test_what_stands_before_the_verb_hides_no_rank(
    before: str, verb: str, field: str, number: int
) -> None:
    text = f"{before}{verb}{field}第{number}位。"
    (rank,) = find_ranks(text)
    assert text[rank.start : rank.end] == f"第{number}位"
    assert rank.value == number
