"""Verbs that stand in a name: a blank behind them would cut the name in two."""

import pytest

from tests.facts.reading import facts_of

# Sentence, and an answer that would be torn off.
TORN = [
    ("县里增加赡养老人专项扣除额。", "老人专项扣除额"),
    ("学校实施降低作业负担专项计划。", "作业负担专项计划"),
    ("镇里完善覆盖山区的邮路网络。", "山区的邮路网络"),
    ("县里把校车资助计划常态化。", "计划常态化"),
    ("完善保存古籍的数字化工程。", "古籍的数字化工程"),
    ("大风是拉低气温的主要因素。", "气温的主要因素"),
    ("县里加快扶持乡村手艺人。", "手艺人"),
    ("镇里开展邮路畅通的条件明显改善。", "邮路畅通的条件明显改善"),
]
WHOLE = [
    ("县里引导老人提高健康素养。", "健康素养"),
    ("学校持续完善课后阅读制度。", "课后阅读制度"),
    ("镇里完善山区邮路网络。", "山区邮路网络"),
    ("县里把旧粮仓改造为乡村博物馆。", "乡村博物馆"),
    ("完善古籍数字化工程。", "古籍数字化工程"),
    ("大风带走湖面热量。", "湖面热量"),
    ("县里加快形成绿色生活方式。", "绿色生活方式"),
    ("镇里改善学校操场设施。", "学校操场设施"),
]


def answers(text: str) -> list[str]:
    return [s.answer for s in facts_of(text).statements if s.kind in ("gist", "object", "avoid")]


@pytest.mark.parametrize(("text", "torn"), TORN)
def test_a_name_is_not_cut_in_two(text: str, torn: str) -> None:
    assert torn not in answers(text)


@pytest.mark.parametrize(("text", "whole"), WHOLE)
def test_what_a_verb_rules_is_an_answer(text: str, whole: str) -> None:
    assert whole in answers(text)


MENDED = [
    ("栏杆是防止事故的有效办法。", "防止事故的有效办法"),
    ("修渠成为解决用水的有效办法。", "解决用水的有效办法"),
]
KEPT = [
    ("栏杆成为有效办法。", "有效办法"),
    ("修渠成为有效办法。", "有效办法"),
]


@pytest.mark.parametrize(("text", "answer"), [*MENDED, *KEPT])
def test_a_noun_with_a_clause_before_it_is_one_answer(text: str, answer: str) -> None:
    assert answers(text) == [answer]


JUDGED = [
    ("旅游转而成为小镇收入的主要来源。", "旅游"),
    ("茶园于是成为小镇收入的主要来源。", "茶园"),
]
JUDGED_PLAINLY = [
    ("旅游成为小镇收入的主要来源。", "旅游"),
    ("技术进步成为小镇收入的主要来源。", "技术进步"),
]


@pytest.mark.parametrize(("text", "answer"), [*JUDGED, *JUDGED_PLAINLY])
def test_the_subject_of_a_judgement_ends_before_its_adverb(text: str, answer: str) -> None:
    found = [s.answer for s in facts_of(text).statements if s.kind == "judgement"]
    assert found == [answer]
