"""What stands in place of a figure: before, figure, after, and the words that ask for it."""

import pytest

from studykit.cards.interrogatives import interrogative, takes_le, vague
from tests.cards.figures import figure

ASKED = [
    ("粮食产量为", "42.6万吨", "", "多少吨"),
    ("财政收入突破", "1.2万亿元", "", "多少元"),
    ("研发投入强度提升到", "2.54%", "", "多少"),
    ("出口增长", "5.2%", "", "多少"),
    ("服务业占", "52.3%", "", "多少比例"),
    ("失业率控制在", "5.5%以内", "", "百分之多少"),
    ("森林覆盖率由", "41.2%", "提高到44.6%", "百分之多少"),
    ("比重提高", "0.3个百分点", "", "多少个百分点"),
    ("设有", "9个", "产业园", "几个"),
    ("设有", "12个", "产业园", "多少个"),
    ("新建学校", "3所", "", "几所"),
    ("新建学校约", "3万所", "", "多少所"),
    ("行程缩短", "3小时", "", "多少小时"),
    ("占比达到", "六成", "", "几成"),
    ("质量是地球的", "17.4倍", "", "多少倍"),
    ("产值", "翻两番", "", "翻了几番"),
    ("投资", "倍增", "", "怎样变化"),
    ("三次产业结构为", "8.2:38.5", "", "多少"),
    ("基尼系数为", "0.42", "", "多少"),
    ("出口额排名全国", "第二", "", "第几"),
    ("出口额居全国", "第二位", "", "第几位"),
    ("竞争力跻身全国", "前十", "", "前几"),
    ("竞争力跻身全国", "前10名", "", "前几名"),
    ("竞争力跻身全国", "前10位", "", "前几位"),
    ("产量稳居", "世界首位", "", "什么位置"),
    ("稳增长列为八项工作", "之首", "", "的什么位置"),
    ("月薪低于", "8000元", "豁免", "多少元的界线"),
]


@pytest.mark.parametrize(("before", "value", "after", "words"), ASKED)
def test_words_that_ask(before: str, value: str, after: str, words: str) -> None:
    assert interrogative(figure(before, value, after)) == words


def test_a_share_of_what_is_counted_asks_for_a_share_of_it() -> None:
    asked = figure("约有", "45%", "受访者不知情", counts=True)
    assert interrogative(asked) == "百分之多少的"


def test_a_fraction_asks_for_a_fraction() -> None:
    assert interrogative(figure("储量约占全球的", "三分之一")) == "几分之几"


WITH_LE = [
    ("出口增长", "5.2%"),
    ("财政收入突破", "1.2万亿元"),
    ("贸易逆差收窄", "3亿元"),
    ("研发投入达到", "86亿元"),
]
WITHOUT_LE = [
    ("粮食产量为", "42.6万吨", {}),
    ("预计出口增长", "5.2%", {}),
    ("力争收入突破", "1.2万亿元", {}),
    ("出口增长", "5.2%", {"planned": True}),
    ("贷款利率由4.2%降低到", "3.6%", {"last_of_change": True}),
    ("增长", "5.2%", {"after": "的目标"}),
]


@pytest.mark.parametrize(("before", "value"), WITH_LE)
def test_what_has_happened_takes_le(before: str, value: str) -> None:
    assert takes_le(figure(before, value), before)


@pytest.mark.parametrize(("before", "value", "changes"), WITHOUT_LE)
def test_levels_and_plans_take_no_le(before: str, value: str, changes: dict[str, object]) -> None:
    assert not takes_le(figure(before, value, **changes), before)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "loose"), [("40多年", True), ("30余项", True), ("40年", False), ("约30项", False)]
)
def test_loose_amounts(value: str, loose: bool) -> None:
    assert vague(figure("历时", value).quantity) is loose
