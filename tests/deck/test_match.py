from dataclasses import replace

import pytest

from studykit.cards.model import Card
from studykit.deck.match import match_cards
from tests.deck.making import CARDS

NUMERIC, CLOZE, STATEMENT, CHOICE, LIST, QA = CARDS
OLD = replace(QA, id="old")
NEW = replace(QA, id="new")

SAME = [
    (OLD, OLD),
    (OLD, replace(NEW, id="old", prompt="根基在哪里？", answer="实体", fact="f9")),
    (OLD, replace(NEW, prompt="县域的根基是什么？")),
    (OLD, replace(NEW, fact="f9")),
    (OLD, replace(NEW, answer="做大做强制造业")),
    (OLD, replace(NEW, prompt="要做强什么？", answer="实体经济和制造业")),
    (replace(LIST, id="a"), replace(LIST, id="b", prompt="办了什么？", answer=("修路", "架桥"))),
    (replace(STATEMENT, id="a"), replace(STATEMENT, id="b", explanation="新的解释")),
]
DIFFERENT = [
    (OLD, replace(NEW, type="cloze", prompt="根基是____。", answer=("实体经济",))),
    (OLD, replace(NEW, fact="f9", answer="制造业")),
    (OLD, replace(NEW, fact="f9", prompt="要做强什么？")),
    (OLD, replace(NEW, prompt="命脉是什么？", answer="人才")),
    (replace(OLD, fact=""), replace(NEW, fact="", prompt="要做强什么？")),
    (replace(STATEMENT, id="a"), replace(STATEMENT, id="b", prompt="玉米少于稻谷。", answer=True)),
    (replace(STATEMENT, id="a"), replace(STATEMENT, id="b", prompt="稻谷为零。")),
    (replace(LIST, id="a"), replace(LIST, id="b", prompt="缺什么？", answer=("桥", "店"))),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_a_card_that_asks_the_same_is_the_same_card(old: Card, new: Card) -> None:
    assert match_cards([CHOICE, old, CLOZE], [NUMERIC, new]) == {1: 1}


@pytest.mark.parametrize(("old", "new"), DIFFERENT)
def test_a_card_that_asks_something_else_is_another_card(old: Card, new: Card) -> None:
    assert match_cards([old], [new]) == {}


def test_each_card_is_matched_once_and_best_first() -> None:
    twin = replace(OLD, id="twin", prompt="哪里是根基？")
    reworded = replace(NEW, prompt="根基何在？")
    assert match_cards([OLD, twin], [reworded, replace(NEW, id="twin")]) == {1: 1, 0: 0}


def test_no_cards_make_no_pairs() -> None:
    assert match_cards([], [NEW]) == match_cards([OLD], []) == {}
