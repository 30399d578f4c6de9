"""Questions for figures of one clause: none tells the answer of its neighbour."""

import pytest

from studykit.cards.figure_questions import figure_question
from studykit.cards.voice import Voice
from tests.cards.figures import figure

RANKED_OF_MANY = [
    ("修渠列为八项工程", "之首", "修渠列为工程的什么位置？"),
    ("夜校列为五类课程", "之首", "夜校列为课程的什么位置？"),
    ("防汛位列三大任务", "之首", "防汛位列任务的什么位置？"),
]
RANKED_OTHERWISE = [
    ("三项工程中修渠列为惠民实事", "之首", "三项工程中修渠列为惠民实事的什么位置？"),
    ("12个项目里夜校排名全镇", "第二", "12个项目里夜校排名全镇第几？"),
    ("三大任务的完成率稳居", "全省首位", "三大任务的完成率稳居什么位置？"),
]


@pytest.mark.parametrize(("before", "value", "prompt"), [*RANKED_OF_MANY, *RANKED_OTHERWISE])
def test_a_rank_is_asked_without_the_number_that_it_is_of(
    before: str, value: str, prompt: str
) -> None:
    question = figure_question(figure(before, value), Voice("zh-Hans"))
    assert question is not None
    assert question.prompt == prompt


REWORDED = [("粮食产量同比增长", "5.2%"), ("茶叶出口增长", "3.1%")]
COMPARED = [("粮食产量比上年增长", "5.2%"), ("茶叶出口较上年下降", "3.1%")]


def every_wording(before: str, value: str) -> set[str]:
    asked = (figure_question(figure(before, value), Voice("zh-Hans", seed)) for seed in range(40))
    return {question.prompt for question in asked if question is not None}


@pytest.mark.parametrize(("before", "value"), REWORDED)
def test_growth_may_be_asked_as_a_rate(before: str, value: str) -> None:
    assert any(prompt.endswith("增速是多少？") for prompt in every_wording(before, value))


@pytest.mark.parametrize(("before", "value"), COMPARED)
def test_growth_over_a_year_keeps_its_verb(before: str, value: str) -> None:
    assert not any("速是" in p or "幅是" in p for p in every_wording(before, value))


LOST = [("仍低于", "50%"), ("也高于", "3成")]
NAMED = [("制造业指数仍低于", "50%"), ("鱼价也高于", "3成")]


@pytest.mark.parametrize(("before", "value"), LOST)
def test_a_comparison_of_nothing_is_not_asked(before: str, value: str) -> None:
    assert figure_question(figure(before, value), Voice("zh-Hans")) is None


@pytest.mark.parametrize(("before", "value"), NAMED)
def test_a_comparison_of_something_is_asked(before: str, value: str) -> None:
    assert figure_question(figure(before, value), Voice("zh-Hans")) is not None
