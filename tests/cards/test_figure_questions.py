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
