"""Options for figures: four of one form, the key among them, none within its rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.distractors import figure_options
from studykit.cards.magnitude import printed
from studykit.cards.voice import Voice
from studykit.facts.quantities import find_quantities
from tests.cards.figures import figure

VOICE = Voice("zh-Hans")
# Nearer than a twentieth is within what a reader would call the same value.
ROUNDING = Decimal("0.05")


def values(options: tuple[str, ...]) -> list[Decimal]:
    out = []
    for text in options:
        value = printed(text, find_quantities(text)[0])
        assert value is not None
        out.append(value)
    return out


NUMBERS = st.one_of(
    st.integers(1, 10**5).map(str),
    st.integers(1, 10**5).map(lambda n: f"{Decimal(n).scaleb(-1)}"),
    st.integers(1, 10**6).map(lambda n: f"{n / 100:,.2f}"),
)
UNITS = st.sampled_from(["元", "亿元", "万吨", "人次", "公里", "万亿元", "个"])


@given(NUMBERS, UNITS, st.sampled_from(["", "约", "超过"]), st.integers(0, 3), st.integers(0, 99))
def test_four_sorted_options_of_one_form(
    number: str, unit: str, hedge: str, place: int, seed: int
) -> None:
    key = f"{hedge}{number}{unit}"
    asked = figure("全年产量达到", key, "。")
    options = figure_options(asked, [], Voice("zh-Hans", seed), place)
    if options is None:
        assert Decimal(number.replace(",", "")) < 100, "a larger number leaves room on both sides"
        return
    assert len(set(options)) == 4
    assert key in options
    assert all(o.startswith(hedge) and o.endswith(unit) for o in options)
    found = values(options)
    assert found == sorted(found)
    own = found[options.index(key)]
    assert all(v == own or abs(v - own) > ROUNDING * max(v, own) for v in found)
    assert all(v > 0 for v in found)


@given(st.integers(1000, 10**6), st.integers(0, 3), st.integers(0, 99))
def test_the_key_stands_where_it_is_wanted(number: int, place: int, seed: int) -> None:
    key = f"{number / 10:.1f}万吨"
    options = figure_options(figure("产量为", key), [], Voice("zh-Hans", seed), place)
    assert options is not None
    assert options.index(key) == place


@given(st.integers(1, 10), st.integers(0, 3))
def test_small_counts_have_neighbours_for_options(number: int, place: int) -> None:
    options = figure_options(figure("设有", f"{number}座"), [], VOICE, place)
    assert options is not None
    assert all(abs(v - number) <= 5 for v in values(options))
    assert all(v == int(v) for v in values(options))


def test_sisters_of_the_article_come_first() -> None:
    asked = figure("农业产值为", "12.5亿元", relation="为")
    sisters = [
        figure("工业产值为", "18.3亿元", order=1, relation="为"),
        figure("建筑业产值为", "9.4亿元", order=2, relation="为"),
        figure("服务业产值为", "26.7亿元", order=3, relation="为"),
    ]
    assert figure_options(asked, sisters, VOICE, 1) == (
        "9.4亿元",
        "12.5亿元",
        "18.3亿元",
        "26.7亿元",
    )


STRANGERS = [
    pytest.param(figure("产量为", "18.3亿吨", order=1, relation="为"), id="another unit"),
    pytest.param(figure("产值为", "12.9亿元", order=1, relation="为"), id="within rounding"),
    pytest.param(figure("产值为", "183.4亿元", order=1, relation="为"), id="too far off"),
    pytest.param(figure("产值增加", "18.3亿元", order=1, relation="增加"), id="growth, not level"),
    pytest.param(figure("产值为", "18.37亿元", order=1, relation="为"), id="more precise"),
    pytest.param(
        figure("产值为", "18.3亿元", order=1, relation="为", indicator="农业产值"),
        id="the same indicator",
    ),
]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_figures_that_would_mislead_are_no_options(stranger: object) -> None:
    asked = figure("农业产值为", "12.5亿元", relation="为", indicator="农业产值")
    alone = figure_options(asked, [], VOICE, 1)
    assert alone is not None
    assert figure_options(asked, [stranger], VOICE, 1) == alone  # type: ignore[list-item]


def test_a_value_that_the_question_tells_is_no_option() -> None:
    sisters = [figure("去年产值为", "18.3亿元", order=1, relation="为")]
    asked = figure("产值比上年的18.3亿元少，为", "12.5亿元", relation="为")
    options = figure_options(asked, sisters, VOICE, 1)
    assert options is not None
    assert "18.3亿元" not in options


@pytest.mark.parametrize(
    ("before", "value"),
    [("年龄在", "18至60岁"), ("结构为", "8.2:38.5"), ("利润为", "0元"), ("占", "三分之二")],
)
def test_no_options_where_no_other_number_fits(before: str, value: str) -> None:
    assert figure_options(figure(before, value), [], VOICE, 0) is None


def test_percentages_are_not_made_up_out_of_nothing() -> None:
    asked = figure("比重为", "42.5%", relation="为")
    assert figure_options(asked, [], VOICE, 0) is None


def test_percentages_stay_below_a_hundred() -> None:
    asked = figure("覆盖率为", "75.2%", relation="为")
    sisters = [
        figure("入学率为", "62.1%", order=1, relation="为"),
        figure("合格率为", "95.4%", order=2, relation="为"),
    ]
    for place in range(4):
        options = figure_options(asked, sisters, VOICE, place)
        assert options is not None
        assert max(values(options)) <= 100


def test_ranks_have_ranks_for_options() -> None:
    asked = figure("产量居全国", "第二")
    options = figure_options(asked, [], VOICE, 1)
    assert options == ("第一", "第二", "第三", "第四")
