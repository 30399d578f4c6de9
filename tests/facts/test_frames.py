"""Clauses made ready: speaker, time and subject put back where a clause leaves them out."""

import pytest

from studykit.facts.extract import locate
from studykit.facts.frames import Frame, Framer, adverbial, anaphoric
from studykit.facts.scope import Scope
from studykit.facts.stems import Renderer
from tests.facts.reading import article_of, cut

NOWHERE = Scope("", False)
COUNTY = Scope("清河县", True)


def read(text: str, period: str = "", scope: Scope = NOWHERE) -> list[tuple[Frame, str]]:
    """The frames of the last sentence of a text, each with its own words."""
    article = article_of(text)
    framer = Framer(Renderer(scope, {}, article.language), scope, "2025-03-01")
    found: list[tuple[Frame, str]] = []
    for located in locate(article):
        sentence = located.place.sentence
        frames = framer.frames(located, cut(sentence.text)[1], period)
        found = [(frame, sentence.folded[frame.start : frame.end]) for frame in frames]
    return found


def told(text: str, period: str = "", scope: Scope = NOWHERE) -> list[str]:
    """The clauses as a reader would tell them one by one."""
    return [f.context + f.subject + words for f, words in read(text, period, scope)]


# Sentence, and its last clause with what it leaves out put back.
PUT_BACK = [
    ("专家指出，湿地是天然水库。", "专家指出，湿地是天然水库"),
    ("会议强调要守住耕地红线。", "会议强调，要守住耕地红线"),
    ("据气象专家介绍，台风正在减弱。", "据气象专家介绍，台风正在减弱"),
    (
        "水利部门加强巡查，并强调，堤坝是防洪的关键。",
        "水利部门强调，堤坝是防洪的关键",
    ),
    ("报告认为湿地正在减少，候鸟数量下降。", "报告认为，候鸟数量下降"),
    ("去年，出口保持增长，进口有所回落。", "2024年，进口有所回落"),
    ("“十四五”期间，产业结构不断优化。", "“十四五”期间，产业结构不断优化"),
    ("今年是改革的关键一年，任务十分繁重。", "2025年，任务十分繁重"),
    ("珊瑚礁孕育海洋生物，保护海岸线。", "珊瑚礁保护海岸线"),
    ("湿地涵养水源，成为天然水库，带动旅游。", "湿地带动旅游"),
    ("所谓碳汇，是指从大气中吸收二氧化碳的过程。", "碳汇是指从大气中吸收二氧化碳的过程"),
    ("珊瑚礁孕育海洋生物。它还保护海岸线。", "珊瑚礁保护海岸线"),
]
# Sentences alike whose last clause takes nothing over.
NOT_PUT_BACK = [
    ("说明书是产品质量的保障。", "说明书是产品质量的保障"),
    ("表示方法是数学的基础。", "表示方法是数学的基础"),
    ("他表示，湿地是天然水库。", "湿地是天然水库"),
    ("堤坝加固完成，分析是研究的基础。", "分析是研究的基础"),
    ("称职的教师是学校的财富。", "称职的教师是学校的财富"),
    ("2024年的出口保持增长。", "2024年的出口保持增长"),
    ("目前，出口保持增长。", "出口保持增长"),
    ("湿地涵养水源，候鸟在这里越冬。", "候鸟在这里越冬"),
    ("珊瑚礁孕育海洋生物，加强保护十分必要。", "加强保护十分必要"),
    ("关键是，要培育人才。", "要培育人才"),
    ("珊瑚礁孕育海洋生物，其面积正在缩小。", "其面积正在缩小"),
    ("珊瑚礁孕育海洋生物。它们保护海岸线。", "它们保护海岸线"),
]


@pytest.mark.parametrize(("text", "last"), [*PUT_BACK, *NOT_PUT_BACK])
def test_a_clause_takes_over_what_it_leaves_out(text: str, last: str) -> None:
    assert told(text)[-1] == last


@pytest.mark.parametrize(("text", "last"), NOT_PUT_BACK)
def test_a_clause_without_gaps_takes_nothing_over(text: str, last: str) -> None:
    frame, words = read(text)[-1]
    assert (frame.context, frame.subject, words) == ("", "", last)
    assert frame.opens == frame.clause.start


def test_a_quote_begins_where_the_subject_was_named() -> None:
    frames = [frame for frame, _ in read("春天到来，珊瑚礁孕育海洋生物，保护海岸线。")]
    assert frames[-1].subject == "珊瑚礁"
    assert frames[-1].opens == frames[-2].clause.start == len("春天到来，")


def test_another_paragraph_begins_anew() -> None:
    assert told("珊瑚礁孕育海洋生物。\n它还保护海岸线。") == ["它还保护海岸线"]


PLACED = [
    ("旅游收入稳步增长。", "2024年，清河县旅游收入稳步增长"),
    ("要守住耕地保护红线。", "2024年，清河县要守住耕地保护红线"),
    ("去年，旅游收入稳步增长。", "2024年，清河县旅游收入稳步增长"),
]
NOT_PLACED = [
    ("全国旅游收入稳步增长。", "2024年，全国旅游收入稳步增长"),
    ("清河县旅游收入稳步增长。", "2024年，清河县旅游收入稳步增长"),
    ("专家指出，旅游收入稳步增长。", "专家指出，2024年，旅游收入稳步增长"),
]


@pytest.mark.parametrize(("text", "last"), [*PLACED, *NOT_PLACED])
def test_time_and_place_of_the_article_stand_before_a_clause(text: str, last: str) -> None:
    assert told(text, "2024年", COUNTY)[-1] == last


@pytest.mark.parametrize("text", [text for text, _ in [*PLACED, *NOT_PLACED]])
def test_what_holds_everywhere_keeps_its_speaker_only(text: str) -> None:
    frame, _ = read(text, "2024年", COUNTY)[-1]
    assert frame.general == ("专家指出，" if text.startswith("专家") else "")


CALLS = [
    "要守住耕地保护红线。",
    "加快建设现代化产业体系。",
    "应当积极推进乡村振兴。",
    "把科技成果转化为现实生产力。",
    "我们要坚持自主创新。",
]
NO_CALLS = [
    "才能实现长远目标。",
    "没有人在意结果。",
    "已经成为新的增长引擎。",
    "面临严峻的挑战。",
    "耕地是粮食的命根子。",
]


@pytest.mark.parametrize("text", CALLS)
def test_a_clause_may_call_for_something(text: str) -> None:
    frame, _ = read(text)[-1]
    assert (frame.demand, frame.grounded, frame.own_subject) == (True, True, False)


@pytest.mark.parametrize("text", NO_CALLS)
def test_a_clause_that_says_how_things_are_calls_for_nothing(text: str) -> None:
    frame, _ = read(text)[-1]
    assert not frame.demand
    assert frame.grounded is frame.own_subject


OPEN = [
    "该项目已经建成投产。",
    "这是一项核心任务。",
    "上述措施已经落实。",
    "珊瑚礁孕育海洋生物，其面积正在缩小。",
]
CLOSED = [
    "应该加强耕地保护。",
    "尤其重要的是科技创新。",
    "那么改革就不会成功。",
    "湿地涵养水源，候鸟在这里越冬。",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_clause_that_points_outside_itself_is_open(text: str) -> None:
    assert not read(text)[-1][0].closed


@pytest.mark.parametrize("text", CLOSED)
def test_a_clause_that_can_be_understood_is_closed(text: str) -> None:
    assert read(text)[-1][0].closed


UNPACKED = [
    ("我们要坚持自主创新。", "要坚持自主创新"),
    ("因此，科技创新是核心要素。", "科技创新是核心要素"),
    ("“粮食安全是国家安全的重要基础”。", "粮食安全是国家安全的重要基础"),
]
NOT_UNPACKED = [
    ("我们学习。", "我们学习"),
    ("因子分析是统计方法。", "因子分析是统计方法"),
    ("“双碳”目标是庄严承诺。", "“双碳”目标是庄严承诺"),
]


@pytest.mark.parametrize(("text", "words"), [*UNPACKED, *NOT_UNPACKED])
def test_a_clause_is_its_own_words(text: str, words: str) -> None:
    assert read(text)[-1][1] == words


@pytest.mark.parametrize("text", ["出口，增长。", "据专家介绍。", "2024年。", "今年是丰收年。"])
def test_a_clause_that_says_too_little_has_no_frame(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["随着人口增长", "在实践过程中", "改革开放以来"])
def test_adverbials(text: str) -> None:
    assert adverbial(text, 0, len(text))


@pytest.mark.parametrize("text", ["人口增长", "实践出真知", "中心已经建成"])
def test_no_adverbials(text: str) -> None:
    assert not adverbial(text, 0, len(text))


@pytest.mark.parametrize("text", ["其面积", "推动该项目", "上述措施", "后者更好"])
def test_anaphors(text: str) -> None:
    assert anaphoric(text)


@pytest.mark.parametrize("text", ["尤其重要", "应该加强", "不那么好", "三年以上"])
def test_no_anaphors(text: str) -> None:
    assert not anaphoric(text)
