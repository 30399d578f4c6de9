"""Sentences and what they state besides figures: kind, answer, and the words around it."""

import pytest

from studykit.facts.model import HOLE, Statement
from tests.facts.reading import OPENING, facts_of

# Sentence, kind, answer, and words that stand before or behind the answer.
STATED = [
    ("所谓碳汇，是指从大气中吸收二氧化碳的过程。", "definition", "碳汇", "从大气中吸收二氧化碳"),
    ("黑洞是一种引力极强的天体。", "definition", "黑洞", "引力极强的天体"),
    ("科技创新是产业升级的核心要素。", "judgement", "科技创新", "产业升级的核心要素"),
    ("数据要素正在成为驱动增长的新引擎。", "judgement", "数据要素", "驱动增长的新引擎"),
    ("县域发展的关键在于培育特色产业。", "essence", "培育特色产业", "县域发展的关键"),
    ("珊瑚白化的根本原因在于海水升温。", "essence", "海水升温", "珊瑚白化"),
    ("耕地是粮食生产的命根子。", "copula", "粮食生产的命根子", "耕地是"),
    ("只有坚持自主创新，才能掌握发展主动权。", "condition", "坚持自主创新", "掌握发展主动权"),
    ("由于上游持续强降雨，水库提前开闸泄洪。", "cause", "上游持续强降雨", "水库提前开闸泄洪"),
    ("出口回落是由于外部需求减弱。", "cause", "外部需求减弱", "出口回落"),
    ("塑料污染导致海洋生物数量减少。", "effect", "海洋生物数量减少", "塑料污染"),
    ("规范市场秩序，防止低水平重复建设。", "avoid", "低水平重复建设", "防止"),
    ("基金为中小企业发展提供了有力的资金支持。", "supply", "有力的资金支持", "中小企业"),
    ("企业把科技成果转化为现实生产力。", "use", "现实生产力", "把科技成果"),
    ("低空经济被称为新的增长引擎。", "named", "新的增长引擎", "低空经济"),
    ("高质量发展不是简单的规模扩张，而是结构的深度优化。", "instead", "结构的深度优化", "规模扩张"),
    ("通过设备更新，企业降低了能耗。", "means", "设备更新", "企业降低了能耗"),
    ("配套资金由县级财政承担。", "agent", "县级财政", "配套资金"),
    ("传统产业面临技术落后的困境。", "against", "技术落后的困境", "传统产业"),
    ("發言人強調，香港的優勢在於法治和自由港地位。", "essence", "法治和自由港地位", "香港的優勢"),
]  # fmt: skip
# The same turns of phrase where they state nothing that can be asked.
NOT_STATED = [
    ("这里指的是去年的情况。", "definition"),
    ("它是一种过去常见的做法。", "definition"),
    ("是否可行，尚待进一步论证。", "judgement"),
    ("这是核心要素。", "judgement"),
    ("会议的核心区已经封闭。", "essence"),
    ("根本没有人在意这件事。", "essence"),
    ("这是不是最好的办法，谁也说不清。", "copula"),
    ("参加比赛的只有三家企业。", "condition"),
    ("因此，各方都在加快推进。", "cause"),
    ("因而大家都很高兴。", "cause"),
    ("各方一致认为会议十分成功。", "effect"),
    ("这样的结果难以避免。", "avoid"),
    ("大家为他鼓掌。", "supply"),
    ("他把书放好。", "use"),
    ("名称尚未确定。", "named"),
    ("大家不是不愿意参加。", "instead"),
    ("议案没有通过，还要继续讨论。", "means"),
    ("由此可见，改革势在必行。", "agent"),
    ("双方面对面进行了交流。", "against"),
    ("言论自由港地位讨论热烈。", "essence"),
]
RANKED = ["县里把修渠列为八项工程之首。", "夜校被评为全镇第一。", "镇里把防汛摆在首位。"]
NAMED = [
    ("县里把修渠列为头等大事。", "头等大事"),
    ("夜校被评为先进集体。", "先进集体"),
    ("镇里把防汛摆在突出位置。", "突出位置"),
]


def stated(text: str) -> list[Statement]:
    return [s for s in facts_of(text).statements if s.passage.place.sentence.text != OPENING]


@pytest.mark.parametrize(("text", "kind", "answer", "around"), STATED)
def test_statements(text: str, kind: str, answer: str, around: str) -> None:
    found = {s.answer: s for s in stated(text) if s.kind == kind}
    assert answer in found, sorted(found)
    statement = found[answer]
    assert around in statement.before + statement.after
    assert answer in text
    assert statement.passage.text in text


@pytest.mark.parametrize(("text", "kind"), NOT_STATED)
def test_no_statements(text: str, kind: str) -> None:
    assert [s.answer for s in stated(text) if s.kind == kind] == []


@pytest.mark.parametrize("text", RANKED)
def test_a_rank_is_left_to_the_figures(text: str) -> None:
    assert [s.answer for s in stated(text) if s.kind in ("use", "named")] == []


@pytest.mark.parametrize(("text", "answer"), NAMED)
def test_what_a_thing_is_taken_for(text: str, answer: str) -> None:
    assert answer in [s.answer for s in stated(text) if s.kind in ("use", "named")]


# What is asked for, and how, where the words around would mislead.
ASKED = [
    ("湖水冬天结成一种称为“玉带”的薄冰。", "named", "“玉带”", "什么"),
    ("山民把雪后初晴叫做“开脸”的天气。", "named", "“开脸”", "什么"),
    ("镇里把修路、通水、清河放在一起谋划、一起推进。", "use", "放在一起谋划、一起推进", "怎样安排"),
    ("镇里把防汛摆在突出位置。", "use", "突出位置", "什么位置"),
    (
        "所谓“赶圩”，是指村民在约定的日子聚到镇上，买卖各种农家物产。",
        "definition",
        "“赶圩”",
        "什么",
    ),
]
ASKED_PLAINLY = [
    ("湖水冬天结成的薄冰称为“玉带”。", "named", "“玉带”", "什么"),
    ("山民把雪后初晴叫做开脸天气。", "named", "开脸天气", "什么"),
    ("镇里把修路、通水、清河纳入年度计划。", "use", "年度计划", "什么"),
    ("镇里把重心放在清理河道上。", "use", "清理河道上", "什么"),
    ("所谓“赶圩”，是指村民聚到镇上做买卖。", "definition", "“赶圩”", "什么"),
]  # fmt: skip
MISREAD = [
    ("因村施策改造危房，住房更加安全。", "cause"),
    ("船闸通过能力稳步提升，货运更加繁忙。", "means"),
    ("水库扩容，目标在2030年完成蓄水任务。", "essence"),
    ("所谓“赶圩”，主要是因为村民住得分散。", "definition"),
    ("一个县城来说是一种非常罕见的大雪天气。", "definition"),
]
READ = [
    ("因连日大雨冲毁桥梁，班车改道绕行。", "cause"),
    ("船闸通过加固闸门，货运更加繁忙。", "means"),
    ("水库扩容，目标在于完成蓄水任务。", "essence"),
    ("所谓“赶圩”，主要是指村民结伴去集市。", "definition"),
    ("大雪天气是一种非常罕见的自然现象。", "definition"),
]


@pytest.mark.parametrize(("text", "kind", "answer", "asks"), [*ASKED, *ASKED_PLAINLY])
def test_answers_and_the_words_that_ask_for_them(
    text: str, kind: str, answer: str, asks: str
) -> None:
    assert [(s.answer, s.asks) for s in stated(text) if s.kind == kind] == [(answer, asks)]


def test_a_meaning_is_told_to_its_end() -> None:
    (found,) = [s for s in stated(ASKED[-1][0]) if s.kind == "definition"]
    assert found.after.endswith("买卖各种农家物产")


@pytest.mark.parametrize("text", ["所谓“赶圩”，是指村民结伴去集市，它流传很久。"])
def test_a_meaning_ends_before_what_is_told_of_it(text: str) -> None:
    (found,) = [s for s in stated(text) if s.kind == "definition"]
    assert found.after.endswith("村民结伴去集市")


@pytest.mark.parametrize(("text", "kind"), MISREAD)
def test_words_that_only_look_like_a_build(text: str, kind: str) -> None:
    assert [s.answer for s in stated(text) if s.kind == kind] == []


@pytest.mark.parametrize(("text", "kind"), READ)
def test_words_of_that_build(text: str, kind: str) -> None:
    assert [s.kind for s in stated(text) if s.kind == kind] == [kind]


LISTS = [
    ("全县着力发展茶叶、毛竹、中药材等特色产业。", "茶叶|毛竹|中药材", True),
    ("长三角、珠三角、京津冀是经济最活跃的区域。", "长三角|珠三角|京津冀", False),
    ("学校建立监测、预警、处置机制。", "监测|预警|处置", False),
    ("推动传统产业“上云”“用数”“赋智”。", "上云|用数|赋智", False),
]
NO_LISTS = [
    "产业、科技分别增长3.1%、2.5%。",
    "这些、那些说法都不准确。",
    "“稳增长、促改革”成为共识。",
    "第一、二、三条要求均已落实。",
]


@pytest.mark.parametrize(("text", "items", "more"), LISTS)
def test_stated_lists(text: str, items: str, more: bool) -> None:
    (found,) = [s for s in stated(text) if s.kind in ("list", "terms")]
    assert found.items == tuple(items.split("|"))
    assert found.open is more


@pytest.mark.parametrize("text", NO_LISTS)
def test_no_stated_lists(text: str) -> None:
    assert [s.items for s in stated(text) if s.kind in ("list", "terms")] == []


BOTH = [
    (
        "数字经济既是转型升级的引擎，也是国际竞争的赛道。",
        "数字经济",
        ("转型升级的引擎", "国际竞争的赛道"),
    ),
    ("湿地既是天然水库，又是候鸟家园。", "湿地", ("天然水库", "候鸟家园")),
]
NOT_BOTH = ["既然如此，也就不必强求。", "这既是机遇，也是挑战。"]


@pytest.mark.parametrize(("text", "subject", "items"), BOTH)
def test_two_natures_of_one_subject(text: str, subject: str, items: tuple[str, str]) -> None:
    (found,) = [s for s in stated(text) if s.kind == "both"]
    assert found.items == items
    assert found.before.startswith(subject)


@pytest.mark.parametrize("text", NOT_BOTH)
def test_no_two_natures(text: str) -> None:
    assert [s.items for s in stated(text) if s.kind == "both"] == []


SPEAKERS = [
    ("专家指出，生物多样性是粮食安全的根基。", "专家指出，"),
    ("市长表示，营商环境的核心是法治。", "市长表示，"),
    ("報告認為，人口老化是長遠挑戰的主要來源。", "報告認為，"),
    ("中央农村工作会议强调，耕地是粮食生产的命根子。", "中央农村工作会议强调，"),
]
# Nobody speaks: the word is part of another, or it is what the sentence tells.
NO_SPEAKERS = [
    "生物多样性是粮食安全的根基。",
    "说明书是产品质量的重要保障。",
    "表示方法是数学表达的基础工具。",
    "指出路是规划工作的核心任务。",
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_words_quoted_keep_their_speaker(text: str, speaker: str) -> None:
    found = stated(text)
    assert found
    assert {s.context for s in found} == {speaker}


@pytest.mark.parametrize("text", NO_SPEAKERS)
def test_no_speaker_is_made_up(text: str) -> None:
    assert [s.context for s in stated(text) if s.context] == []


def test_a_quotation_in_marks_keeps_its_speaker() -> None:
    found = stated("会议指出，“粮食安全是国家安全的重要基础”。")
    assert ("会议指出，", "粮食安全") in [(s.context, s.answer) for s in found]


def test_what_happened_is_named_without_its_date() -> None:
    assert not [s.answer for s in stated("跨海大桥在2018年通车。") if "2018" in s.answer]


DEMANDS = ["要守住耕地保护红线。", "加快建设现代化产业体系。", "规范市场秩序，防止低水平重复建设。"]
NO_DEMANDS = ["耕地是粮食生产的命根子。", "塑料污染导致海洋生物减少。", "低空经济被称为新引擎。"]


@pytest.mark.parametrize("text", DEMANDS)
def test_calls_for_action_are_told(text: str) -> None:
    assert {s.demand for s in stated(text)} == {True}


@pytest.mark.parametrize("text", NO_DEMANDS)
def test_descriptions_call_for_nothing(text: str) -> None:
    assert {s.demand for s in stated(text)} == {False}


TEXTS = [text for text, *_ in [*STATED, *LISTS, *BOTH, *SPEAKERS]]


@pytest.mark.parametrize("text", TEXTS)
def test_answers_stand_at_their_places_and_masks_hide_them(text: str) -> None:
    for s in stated(text):
        sentence = s.passage.place.sentence
        if s.span != (0, 0) and s.kind != "series":
            assert sentence.text[slice(*s.span)] == s.answer
        if s.masked:
            assert s.masked.count(HOLE) == (len(s.items) if s.kind == "series" else 1)
            assert s.answer not in s.masked


@pytest.mark.parametrize("text", TEXTS)
def test_a_statement_never_points_outside_itself(text: str) -> None:
    for s in stated(text):
        assert not s.answer.startswith(("其", "该", "这", "它"))
        assert (s.before + s.answer)[:1] not in "，。；、的了"
