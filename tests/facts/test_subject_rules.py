"""What a figure is about, rule by rule: the clause before it says, or its own clause does.

The wanted figure is the last of its text: its context and the words before it.
"""

import pytest

from tests.facts.reading import figures_of

REPORT = (
    "临江市政府工作报告\n——2026年1月15日在临江市第五届人民代表大会第六次会议上\n"
    "临江市市长 李明\n发布日期：2026-01-20"
)

TAKEN_OVER = [
    # clauses without a subject
    ("学校修订招生目录，由3项增加到5项。", "学校修订招生目录，", "由3项增加到"),
    ("全县粮食产量为3万吨，增长5%。", "", "全县粮食产量增长"),
    ("县图书馆新馆落成，耗资3亿元。", "县图书馆新馆落成，", "耗资"),
    ("招生规模扩大，30人来自山区。", "招生规模扩大，", ""),
    # clauses with a subject that needs more
    ("全县共有企业500家，其产值占全县的60%。", "全县共有企业，", "其产值占全县的"),
    ("全县出口额为200亿元。其中机电产品占60%。", "", "全县出口额中，机电产品占"),
    ("民办学校不多，民办学校占30%。", "民办学校不多，", "占"),
    ("研究分析了3000份样本，占总数的20%。", "研究分析了3000份样本，", "占总数的"),
    ("我国政府债务率为50%，而发达经济体在60%以上。", "", "发达经济体政府债务率在"),
    ("全县出口额为200亿元，其中机电产品占60%。", "", "全县出口额中，机电产品占"),
    ("全县出口额为200亿元，增速比上年提高2个百分点。", "", "全县出口额增速比上年提高"),
    ("县里新建一座水库，面积3平方公里。", "县里新建一座水库，", "面积为"),
    ("基金会成立十年，累计资助500人。", "", "基金会累计资助有"),
    ("居民人均收入增长5%，扣除价格因素增长4%。", "", "居民人均收入扣除价格因素增长"),
    ("规模以上工业增加值增长5%，采矿业增长3%。", "", "采矿业增加值增长"),
    ("全社会研发投入为300亿元，投入强度达到2.5%。", "", "全社会研发投入强度达到"),
    ("县里翻修了两条公路，惠及5万人。", "县里翻修了两条公路，", "惠及"),
]

OWN = [
    ("全县粮食产量为3万吨，水果和油料产量为2万吨。", "", "水果和油料产量为"),
    ("全县粮食产量为3万吨，居民人均收入增长5%。", "", "居民人均收入增长"),
    ("县图书馆新馆落成，全县各馆藏书达到30万册。", "", "全县各馆藏书达到"),
    ("招生规模扩大，山区学生占30%。", "", "山区学生占"),
    ("全县共有企业500家，规模以上企业占全部企业的60%。", "", "规模以上企业占全部企业的"),
    ("全县出口额为200亿元。机电产品出口额占60%。", "", "机电产品出口额占"),
    ("民办学校不多，公办学校占70%。", "", "公办学校占"),
    ("研究分析了3000份样本，农村样本占总数的20%。", "", "农村样本占总数的"),
    ("我国政府债务率为50%，高收入国家失业率在6%以上。", "", "高收入国家失业率在"),
    ("全县出口额为200亿元，外商直接投资额占60%。", "", "外商直接投资额占"),
    ("全县出口额为200亿元，地区经济增速比上年提高2个百分点。", "", "地区经济增速比上年提高"),
    ("县里新建一座水库，全县水面面积达3平方公里。", "", "全县水面面积达"),
    ("基金会成立十年，各地志愿者总数达500人。", "", "各地志愿者总数达"),
    ("居民人均收入增长5%，居民人均支出增长4%。", "", "居民人均支出增长"),
    ("规模以上工业增加值增长5%，全县粮食产量增长3%。", "", "全县粮食产量增长"),
    ("全社会研发投入为300亿元，发明专利授权量达到2.5万件。", "", "发明专利授权量达到"),
    ("县里翻修了两条公路，全县公路里程达到500公里。", "", "全县公路里程达到"),
]


@pytest.mark.parametrize(("text", "context", "before"), TAKEN_OVER)
def test_a_clause_takes_over_what_it_leaves_out(text: str, context: str, before: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.context, figure.before) == (context, before)


@pytest.mark.parametrize(("text", "context", "before"), OWN)
def test_a_clause_that_says_its_subject_keeps_it(text: str, context: str, before: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.context, figure.before) == (context, before)


def test_what_an_opening_added_is_told_of_that_opening() -> None:
    figure = figures_of("新校区启用，新增学位3000个。", REPORT)[-1]
    assert (figure.context, figure.before) == ("临江市新校区启用，", "新增学位")


def test_a_relation_without_anything_before_it_is_not_asked() -> None:
    assert not figures_of("在全县各方努力下完成了，达到3万吨。")
