import pytest

from studykit.questions.model import Question
from tests.terminal.samples import CHOICE, QA


def test_options_stand_in_the_order_given():
    question = Question.of(CHOICE, (3, 1, 0, 2))
    assert question.card.options == ("首都", "邻省", "本地", "海外")
    assert (question.letters, question.key) == (("A", "B", "C", "D"), "B")


@pytest.mark.parametrize("order", [(), (0, 1), (0, 1, 2, 2), (4, 1, 2, 3), (0, 1, 2, 3, 4)])
def test_what_is_no_order_leaves_them_as_in_the_deck(order):
    assert Question.of(CHOICE, order) == Question(CHOICE, (0, 1, 2, 3))


def test_a_card_without_options_has_no_letters():
    question = Question.of(QA)
    assert (question.card, question.letters, question.key) == (QA, (), "")
